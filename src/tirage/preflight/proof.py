"""The checks of one piece's pages, made in the worker that has set them, once in their life."""

from __future__ import annotations

from tirage.findings import Finding
from tirage.model.press import Piece
from tirage.preflight.recall import digest_of

_MODULES = (
    "anatomy.py",
    "calls.py",
    "check.py",
    "catalogue.py",
    "evidence.py",
    "glyphs.py",
    "letters.py",
    "numerals.py",
    "objects.py",
    "opening.py",
    "order.py",
    "proof.py",
    "sheets.py",
    "subjects.py",
    "thread.py",
    "checks/file.py",
    "checks/folios.py",
    "checks/fonts.py",
    "checks/links.py",
    "checks/notes.py",
    "checks/text.py",
)

PROOF_VERSION = digest_of(_MODULES)
"""Changes when a check of pages changes, so that findings in a cache are made anew."""


def prove(piece: Piece, pdf: bytes) -> tuple[Finding, ...]:
    """What the checks of pages find in `pdf`, the finished pages of `piece`.

    A file that cannot be read is a finding, and so is a check that breaks: nothing is raised.
    """
    # A build that sets nothing asks for PROOF_VERSION only.
    from tirage.preflight.catalogue import PROOFS  # noqa: PLC0415
    from tirage.preflight.checks.file import readable  # noqa: PLC0415
    from tirage.preflight.opening import UnreadableError, open_pdf, sound  # noqa: PLC0415
    from tirage.preflight.order import reading_order  # noqa: PLC0415
    from tirage.preflight.sheets import read_sheets  # noqa: PLC0415
    from tirage.preflight.subjects import Proof  # noqa: PLC0415

    try:
        with sound():
            reader = open_pdf(pdf)
            sheets = read_sheets(pdf, piece.folios, reading_order(reader))
    except UnreadableError as error:
        return readable.findings(error, piece.name)
    proof = Proof(piece, sheets, reader)
    return tuple(finding for check in PROOFS for finding in check.findings(proof, piece.name))
