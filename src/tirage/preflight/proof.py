"""The checks of one piece's pages, made in the worker that has set them, once in their life."""

from __future__ import annotations

from tirage.findings import Finding
from tirage.model.press import Piece
from tirage.preflight.recall import digest_of

_MODULES = (
    "anatomy.py",
    "bidi.py",
    "calls.py",
    "box.py",
    "check.py",
    "catalogue.py",
    "dois.py",
    "evidence.py",
    "gaps.py",
    "glyphs.py",
    "letters.py",
    "lines.py",
    "numerals.py",
    "objects.py",
    "opening.py",
    "order.py",
    "proof.py",
    "rule.py",
    "sheets.py",
    "subjects.py",
    "thread.py",
    "checks/colours.py",
    "checks/file.py",
    "checks/folios.py",
    "checks/fonts.py",
    "checks/heads.py",
    "checks/headings.py",
    "checks/images.py",
    "checks/lines.py",
    "checks/links.py",
    "checks/notes.py",
    "checks/pages.py",
    "checks/position.py",
    "checks/tables.py",
    "checks/text.py",
)

PROOF_VERSION = digest_of(_MODULES)
"""Changes when a check of pages changes, so that findings in a cache are made anew."""


def prove(piece: Piece, pdf: bytes) -> tuple[Finding, ...]:
    """What the checks of pages find in `pdf`, the finished pages of `piece`.

    A file that cannot be read is a finding, and so is a check that breaks: nothing is raised.
    """
    # A build that sets nothing asks for PROOF_VERSION only.
    from tirage.preflight.catalogue import PAGES, PROOFS  # noqa: PLC0415
    from tirage.preflight.check import Check  # noqa: PLC0415
    from tirage.preflight.checks.file import readable  # noqa: PLC0415
    from tirage.preflight.opening import UnreadableError, open_pdf, sound  # noqa: PLC0415
    from tirage.preflight.order import read_structure  # noqa: PLC0415
    from tirage.preflight.sheets import read_sheets  # noqa: PLC0415
    from tirage.preflight.subjects import Proof  # noqa: PLC0415

    try:
        with sound():
            reader = open_pdf(pdf)
            structure = read_structure(reader)
            sheets = read_sheets(pdf, piece.folios.label, structure.marks)
    except UnreadableError as error:
        return readable.findings(error, piece.name)
    proof = Proof(sheets, reader, structure, piece.kind, "screen", piece)
    checks: tuple[Check[Proof], ...] = (*PROOFS, *PAGES)
    return tuple(finding for check in checks for finding in check.findings(proof, piece.name))
