"""Pictures of the pages that have findings. In come findings and galleys, out go small pictures of their pages.

pypdfium2 is loaded when the first picture is drawn: a report without findings on pages costs nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from tirage.findings import Finding
from tirage.model.press import Galley

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST = 60
"""Pictures in one report: about 2 MB."""

WIDTH = 300
"""Of a picture, px."""

_QUALITY = 80
"""Of JPEG, 1 to 95."""

Sheet: TypeAlias = tuple[str, str]
"""The file of a finding's place, and the folio."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page, made small."""

    file: str
    """As in the place of its findings: a piece or a galley."""
    folio: str
    galley: Path
    """The file that the page was drawn from."""
    page: int
    """In that file, from 0."""
    width: int
    """px"""
    height: int
    """px"""
    across: float
    """Width of the page, pt."""
    high: float
    """Height of the page, pt."""
    jpeg: bytes


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pages that have findings, as far as they are drawn."""

    drawn: tuple[Picture, ...]
    left_out: int
    """Pages beyond `MOST`."""


def draw(findings: Iterable[Finding], galleys: tuple[Galley, ...]) -> Pictures:
    """Pictures of the pages of `findings`, each page once, in the order of the findings.

    A page that no galley has, or whose galley cannot be read, has no picture: the findings say why.
    """
    sheets = dict.fromkeys((one.place.file, one.place.page) for one in findings if one.place.page)
    found = [(sheet, *where) for sheet in sheets if (where := _find(sheet, galleys))]
    return Pictures(tuple(_draw(found[:MOST])), max(0, len(found) - MOST))


def _find(sheet: Sheet, galleys: tuple[Galley, ...]) -> tuple[Galley, int] | None:
    """The galley that has the page, and where, from 0; a galley of that name comes before one that holds the piece."""
    file, folio = sheet
    for galley in sorted(galleys, key=lambda one: one.path.name != file):
        for number, leaf in enumerate(galley.leaves):
            if leaf.label == folio and file in (galley.path.name, leaf.piece):
                return galley, number // (galley.presswork.up if galley.presswork else 1)
    return None


def _draw(found: Iterable[tuple[Sheet, Galley, int]]) -> Iterator[Picture]:
    with ExitStack() as stack:
        opened: dict[Path, PdfDocument | None] = {}
        for (file, folio), galley, number in found:
            path = galley.path
            if path not in opened:
                opened[path] = _open(path, stack)
            drawn = _picture(opened[path], number)
            if drawn:
                yield Picture(file, folio, path, number, *drawn)


def _open(path: Path, stack: ExitStack) -> PdfDocument | None:
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415  see above

    try:
        document: PdfDocument = stack.enter_context(PdfDocument(os.fspath(path)))
    except (OSError, PdfiumError):
        return None
    return document


def _picture(
    document: PdfDocument | None, number: int
) -> tuple[int, int, float, float, bytes] | None:
    """Width and height in px and in pt, and JPEG, of page `number`, from 0; None when it cannot be drawn."""
    from pypdfium2 import PdfiumError  # noqa: PLC0415  see above

    if document is None or number >= len(document):
        return None
    try:
        with closing(document[number]) as page:
            across, high = page.get_size()
            image = page.render(scale=WIDTH / across).to_pil().convert("RGB")
    except PdfiumError:
        return None
    file = BytesIO()
    image.save(file, "JPEG", quality=_QUALITY, optimize=True)
    return image.width, image.height, across, high, file.getvalue()
