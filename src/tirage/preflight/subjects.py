"""What checks look at: the pages of any PDF and of a piece, the structure of any PDF and of a galley, an issue.

What a check takes says what it needs. Checks of `Pages` and `File` are made on every PDF, the others on what tirage has
made itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from tirage.model.issue import Article, Issue
from tirage.model.press import Edition, Galley, Paging, Piece, PieceKind
from tirage.preflight.anatomy import PagePrint
from tirage.preflight.described import Described, described
from tirage.preflight.glyphs import Use, uses
from tirage.preflight.lines import Paragraph, paragraphs
from tirage.preflight.order import Structure
from tirage.preflight.packet import Packet, read_packet
from tirage.preflight.paint import Painting, paintings
from tirage.preflight.sheets import Sheet
from tirage.preflight.sources import Sources
from tirage.preflight.tree import Tree, read_tree

if TYPE_CHECKING:
    from pypdf import PdfReader


@dataclass(frozen=True)
class Pages:
    """The pages of a PDF as they are drawn."""

    sheets: tuple[Sheet, ...]
    reader: PdfReader
    structure: Structure
    kind: PieceKind | Literal[""]
    """What the piece is; "" when the file is none."""
    edition: Edition

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """What the pages show of fonts."""
        return tuple(uses(self.reader))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Paragraphs and their lines, as far as the structure tree tells them."""
        return paragraphs(self.sheets, self.structure)


@dataclass(frozen=True)
class Proof(Pages):
    """The pages of a piece."""

    piece: Piece


@dataclass(frozen=True)
class File:
    """A PDF as it is put together."""

    reader: PdfReader
    edition: Edition
    labels: tuple[str, ...]
    """What each page is called."""
    prints: tuple[PagePrint, ...]
    """Its pages."""

    @cached_property
    def packet(self) -> Packet:
        """Its XMP."""
        return read_packet(self.reader)

    @cached_property
    def described(self) -> Described:
        """What it says of itself."""
        return described(self.reader, self.packet)

    @cached_property
    def tree(self) -> Tree:
        """The structure tree."""
        return read_tree(self.reader)


@dataclass(frozen=True)
class Bound(File):
    """A galley and what it was bound from."""

    galley: Galley
    sources: Sources
    issue: Issue
    pdf: bytes
    """The file."""

    @property
    def article(self) -> Article | None:
        """The article whose offprint it is; None for the issue."""
        found = (one for one in self.issue.articles if one.name == self.galley.name)
        return next(found, None)

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
