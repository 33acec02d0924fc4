"""What checks look at: an opened piece, an opened galley, the contents of an issue."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tirage.model.issue import Issue
from tirage.model.press import Galley, Paging, Piece
from tirage.preflight.anatomy import PagePrint
from tirage.preflight.glyphs import Use, uses
from tirage.preflight.paint import Painting, paintings
from tirage.preflight.sheets import Sheet
from tirage.preflight.sources import Sources

if TYPE_CHECKING:
    from pypdf import PdfReader


@dataclass(frozen=True)
class Proof:
    """The pages of a piece."""

    piece: Piece
    sheets: tuple[Sheet, ...]
    reader: PdfReader

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """What the pages show of fonts."""
        return tuple(uses(self.reader))


@dataclass(frozen=True)
class Bound:
    """A galley and what it was bound from."""

    galley: Galley
    pdf: bytes
    """The file."""
    reader: PdfReader
    prints: tuple[PagePrint, ...]
    """Its pages; with two on a face of a sheet, left before right."""
    sources: Sources

    @cached_property
    def paintings(self) -> tuple[Painting, ...]:
        """All that draws in the file."""
        return tuple(paintings(self.reader))

    def label(self, page: int) -> str:
        """The folio of a page of the file, from 0, or of the first of two on it; "" where it has none."""
        work = self.galley.presswork
        up = work.up if work else 1
        labels = (leaf.label for leaf in self.galley.leaves[page * up : (page + 1) * up])
        return next(filter(None, labels), "")


@dataclass(frozen=True, slots=True)
class Contents:
    """The pages of the issue's contents and what they should say."""

    sheets: tuple[Sheet, ...]
    issue: Issue
    paging: Paging
