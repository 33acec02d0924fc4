"""What the press handles: pieces, gatherings, folios, galleys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

from tirage.findings import Finding
from tirage.model.language import Breaks
from tirage.model.layout import Composer

PieceKind: TypeAlias = Literal[
    "cover",
    "board",
    "contents",
    "section",
    "editorial",
    "article",
    "author-index",
    "imprint",
    "blank",
    "back",
]

Style: TypeAlias = Literal["none", "roman", "arabic"]


@dataclass(frozen=True, slots=True)
class Folios:
    """The printed page numbers of one piece."""

    first: int
    last: int
    style: Style = "arabic"
    """"none": the pages carry no number (the cover)."""

    def __len__(self) -> int:
        return self.last - self.first + 1

    def label(self, page: int) -> str:
        """The number printed on `page` (from 0), as "57" or "iv"; "" where the pages carry no number."""
        if self.style == "none":
            return ""
        folio = self.first + page
        return str(folio) if self.style == "arabic" else _roman(folio)


def _roman(number: int) -> str:
    numeral = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paging:
    """The folios of every piece of an issue, in binding order."""

    pieces: tuple[tuple[str, Folios], ...]

    def of(self, piece: str) -> Folios:
        """The folios of `piece`.

        Raises KeyError when there is no such piece.
        """
        return dict(self.pieces)[piece]


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that a piece's HTML or CSS asks for, by the address `asset:NAME`."""

    name: str
    media_type: str
    digest: str
    """SHA-256 of the content, hexadecimal."""
    path: Path | None = None
    """Where it lies; None when `data` holds it."""
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Flow:
    """A run of text that must be found in the pages in this order: the body, one footnote, a running title."""

    name: str
    """What it is, for messages: "text", "note 3"."""
    words: tuple[str, ...]
    """Its words as they are printed, in order."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One separately typeset part of the issue, ready for the engine."""

    name: str
    kind: PieceKind
    language: str
    title: str
    """As it stands in the outline."""
    html: str
    """A whole document. Elements may carry `data-tag` (Note, TOC, TOCI, Lbl, Reference, Caption, Em, Strong …):
    the structure type that binding gives them."""
    css: str
    assets: tuple[Asset, ...]
    folios: Folios
    """As guessed: `last` may turn out otherwise."""
    starts: Literal["left", "right"]
    """The side of its first page."""
    flows: tuple[Flow, ...]
    hyphenation: tuple[Breaks, ...] = ()
    """Words that are broken otherwise than by rule."""
    composer: Composer | None = None
    """How its justified paragraphs are set; None: line by line, as the engine does."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a gathering that links may aim at."""

    name: str
    page: int
    """From 0."""
    x: float
    y: float
    """pt from the left and the bottom of the page."""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading of a gathering."""

    level: int
    title: str
    page: int
    """From 0."""
    y: float
    """pt from the bottom of the page."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """A piece after typesetting: its finished pages, ready for binding."""

    piece: str
    kind: PieceKind
    language: str
    title: str
    folios: Folios
    """With the last page as it turned out."""
    pdf: Path
    """The pages, tagged, as the engine wrote them (a file of the cache). Structure elements carry the private keys
    `TirageSource` (int: the number of their HTML element in the document), `TirageTag` (name: from `data-tag`) and
    `Lang`, which binding uses up."""
    digest: str
    """SHA-256 of the file, hexadecimal."""
    anchors: tuple[Anchor, ...]
    outline: tuple[OutlineEntry, ...]
    findings: tuple[Finding, ...]
    """What the engine said."""
    cached: bool
    """Nothing was typeset: it came from the cache."""


Edition: TypeAlias = Literal["screen", "print", "archive"]


EDITIONS: tuple[Edition, ...] = ("screen", "print", "archive")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a galley: where it came from and what is printed on it."""

    piece: str
    """ "": an empty page, put in for the press."""
    page: int
    """In the gathering, from 0."""
    label: str
    """The page label, equal to the printed folio."""


@dataclass(frozen=True, slots=True)
class Presswork:
    """How a galley of the print edition is made. Lengths in mm."""

    bleed: float
    """How far ink goes over the edge of the trimmed page."""
    inks: Literal[1, 4]
    """1: black alone; 4: cyan, magenta, yellow, black."""
    marks: bool
    """Crop marks, registration marks and a slug line stand outside the bleed."""
    up: Literal[1, 2] = 1
    """Pages side by side on one face of a sheet: two on a cover and in a booklet."""
    signature: int = 1
    """The number of pages is a multiple of this."""
    spine: float = 0
    """Between the two pages of a cover."""


@dataclass(frozen=True, slots=True)
class Galley:
    """A finished file that a reader or printer gets."""

    name: str
    """The article's name, or "issue"."""
    edition: Edition
    path: Path
    title: str
    leaves: tuple[Leaf, ...]
    """In the order of the file's pages; with two pages on a face, left before right."""
    made: date
    """The day on which the file says it was made."""
    presswork: Presswork | None = None
    """None for what is read and not printed."""
    attached: tuple[str, ...] = ()
    """Names of the files in it."""
