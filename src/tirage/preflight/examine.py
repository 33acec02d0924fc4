"""Preflight of any PDF, whoever has made it. In comes its content, out go findings; nothing that it holds raises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tirage.findings import Finding
from tirage.model.press import Edition
from tirage.preflight.anatomy import page_prints
from tirage.preflight.catalogue import FILES, GALLEYS, ISSUE, PAGES, PROOFS, TAGGED, TAGS
from tirage.preflight.check import Check
from tirage.preflight.checks.file import readable
from tirage.preflight.opening import UnreadableError, open_pdf, page_labels, sound
from tirage.preflight.order import Structure, read_structure
from tirage.preflight.sheets import read_sheets
from tirage.preflight.subjects import File, Pages

if TYPE_CHECKING:
    from pypdf import PdfReader

_NO_PIECE = "The text from which the pages were set is not at hand; `tirage build` has it."
_NO_ISSUE = "The issue to which the file belongs is not at hand; `tirage build` has it."

LARGEST = 500_000_000
"""Bytes of a file."""

MOST = 5_000
"""Pages of a file."""


def examine(pdf: bytes, name: str, edition: Edition) -> tuple[Finding, ...]:
    """What all checks that need no more than the file find in `pdf`, called `name`; why the others were not made."""
    try:
        file, pages = _opened(pdf, edition)
    except UnreadableError as error:
        return readable.findings(error, name)
    tags: tuple[Check[File], ...] = () if edition == "print" else (*TAGGED, *TAGS)
    found = [one for check in PAGES for one in check.findings(pages, name)]
    found += [one for check in (*FILES, *tags) for one in check.findings(file, name)]
    found += [check.skipped(name, _NO_PIECE) for check in PROOFS]
    bound: tuple[Check[Any], ...] = (*GALLEYS, *ISSUE)
    found += [check.skipped(name, _NO_ISSUE) for check in bound]
    return tuple(found)


def _opened(pdf: bytes, edition: Edition) -> tuple[File, Pages]:
    """The file and its pages, read once.

    Raises UnreadableError when it is too large, damaged or locked.
    """
    if len(pdf) > LARGEST:
        raise UnreadableError("too-large", f"it has more than {LARGEST // 1_000_000} MB")
    reader = open_pdf(pdf)
    with sound():
        if len(reader.pages) > MOST:
            raise UnreadableError("too-large", f"it has more than {MOST} pages")
        labels = page_labels(reader)
        structure = _structure(reader)
        sheets = read_sheets(pdf, dict(enumerate(labels)).__getitem__, structure.marks)
        prints = page_prints(reader)
    return File(reader, edition, labels, prints), Pages(sheets, reader, structure, "", edition)


def _structure(reader: PdfReader) -> Structure:
    """What the structure tree says of the text; nothing where it cannot be followed, which is a finding of its own."""
    try:
        return read_structure(reader)
    except (ValueError, RecursionError):
        return Structure((), (), ())
