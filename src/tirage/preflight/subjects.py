"""What checks look at. In come bytes, out go the opened pages of a piece, or an opened galley.

Structure is read with pypdf, strictly: what it has to guess at is a fault, as others may guess otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from tirage.model.issue import Issue
from tirage.model.press import Galley, Paging, Piece
from tirage.preflight.sheets import Sheet, UnreadableError, read_sheets

if TYPE_CHECKING:
    from pypdf import PdfReader

    from tirage.preflight.sources import Sources


@dataclass(frozen=True, slots=True)
class Proof:
    """The pages of a piece, opened."""

    piece: Piece
    sheets: tuple[Sheet, ...]
    reader: PdfReader


@dataclass(frozen=True, slots=True)
class Bound:
    """A galley, opened, with what it was bound from."""

    galley: Galley
    reader: PdfReader
    sources: Sources
    issue: Issue
    paging: Paging


def open_proof(piece: Piece, pdf: bytes) -> Proof:
    """The pages of `piece`.

    Raises UnreadableError when `pdf` is no PDF, damaged or locked with a password.
    """
    reader = open_pdf(pdf)
    return Proof(piece, read_sheets(pdf, piece.folios), reader)


def open_pdf(pdf: bytes) -> PdfReader:
    """The structure of `pdf`, which has at least one page.

    Raises UnreadableError when it is no PDF, damaged or locked with a password.
    """
    from pypdf import PdfReader  # noqa: PLC0415  a build that does nothing starts without it

    try:
        reader = PdfReader(BytesIO(pdf), strict=True)
        locked = reader.is_encrypted
        count = 0 if locked else len(reader.pages)
    except Exception as error:  # a damaged file may break its reader anyhow
        raise UnreadableError("damaged", f"{type(error).__name__}: {error}") from error
    if locked:
        raise UnreadableError("locked", "it is encrypted")
    if not count:
        raise UnreadableError("damaged", "it has no pages")
    return reader
