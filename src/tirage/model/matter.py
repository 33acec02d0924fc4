"""The running text of an article: blocks that hold inlines.

Read from Markdown, set by compose, written as JATS by deposit. Numbers of tables, figures and equations are already
given, and every reference inside the text is known to have its target.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from tirage.model.picture import Image as Image  # noqa: PLC0414 - it belongs to the tree
from tirage.model.walking import walk as walk  # noqa: PLC0414


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters, exactly as the author typed them."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class SmallCaps:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Superscript:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Subscript:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign in a table, as a raised a or *, that leads to a note under it."""

    anchor: str
    """Of the note."""
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than the text around them."""

    language: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    url: str
    """An absolute http, https or mailto address."""
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class LineBreak:
    pass


@dataclass(frozen=True, slots=True)
class Math:
    """A formula: inline, or on lines of its own inside an `Equation`."""

    latex: str
    mathml: str
    """The same as a MathML element; "" where it could not be made."""
    spoken: str = ""
    """The same in words of the article's language; "" where there are none."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, standing where its call stands."""

    number: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """One work in a citation."""

    number: int
    """Its place in the list of references, from 1."""
    anchor: str
    """Its entry's anchor; "" where the article has no list to point into."""
    locator: str = ""
    """The place in the work, as "с. 12"."""
    through: int = 0
    """The last number of a range ([1–4]); 0 for a single work."""
    last: str = ""
    """The anchor of that number's entry."""
    label: str = ""
    """What is printed for the number, as "Smith & Lee, 2019"; "" where it is the number."""


@dataclass(frozen=True, slots=True)
class Citation:
    works: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A mention of a table, figure, equation or section of the same article."""

    kind: Literal["tbl", "fig", "eq", "sec"]
    anchor: str
    number: int
    """The number of the target; 0 for a section."""
    title: str = ""
    """The heading's text, for a section."""


Marked: TypeAlias = Emphasis | Strong | SmallCaps | Superscript | Subscript | Mark | Foreign | Link
Inline: TypeAlias = Text | Marked | Code | LineBreak | Math | Note | Citation | CrossReference


@dataclass(frozen=True, slots=True)
class Paragraph:
    children: tuple[Inline, ...]
    line: int = 0
    """Line in the source file, from 1; 0 where there is none."""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    """2 to 4; the article's title is level 1."""
    children: tuple[Inline, ...]
    anchor: str
    """Unique in the article."""
    line: int = 0


@dataclass(frozen=True, slots=True)
class List:
    ordered: bool
    start: int
    items: tuple[tuple[Block, ...], ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms, each with its explanations."""

    items: tuple[tuple[tuple[Inline, ...], tuple[tuple[Block, ...], ...]], ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Quotation:
    blocks: tuple[Block, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Preformatted:
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Break:
    """A pause between two parts of the text (a thematic break)."""

    line: int = 0


@dataclass(frozen=True, slots=True)
class Equation:
    math: Math
    anchor: str = ""
    number: int = 0
    """0: the equation is not numbered."""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """One of several pictures of a figure."""

    letter: str
    """Its number, in the letters of the article's language: "a"."""
    image: Image
    caption: tuple[Inline, ...]
    alt: str
    """"" where the author gave none."""
    width: float
    """Share of the measure, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Figure:
    image: Image
    """The picture; of a figure in parts the first one."""
    caption: tuple[Inline, ...]
    alt: str
    """"" where the author gave none."""
    anchor: str
    number: int
    """0: no caption, so no number."""
    width: float | None = None
    """Share of the measure, 0 to 1; None: natural size."""
    source: str = ""
    line: int = 0
    parts: tuple[Part, ...] = ()
    """The pictures of a figure in parts, side by side as far as they fit; empty: it is one picture."""
    page: bool = False
    """It stands on a page of its own."""


Alignment: TypeAlias = Literal["left", "center", "right", ""]


@dataclass(frozen=True, slots=True)
class Cell:
    children: tuple[Inline, ...]
    align: Alignment = ""
    columns: int = 1
    """How many columns it spans."""
    rows: int = 1
    """How many rows it spans."""
    header: Literal["", "column", "row", "columns", "rows"] = ""
    """What it is the header of, as the values of HTML's `scope` (colgroup: "columns", rowgroup: "rows")."""


@dataclass(frozen=True, slots=True)
class TableNote:
    """A note under a table."""

    mark: str
    """The sign by which cells call it, as "a" or "*"; "" for a note to the whole table."""
    children: tuple[Inline, ...]
    anchor: str
    """Unique in the article; "" for a note to the whole table."""


@dataclass(frozen=True, slots=True)
class Table:
    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]
    foot: tuple[tuple[Cell, ...], ...]
    """Total rows."""
    caption: tuple[Inline, ...]
    anchor: str
    number: int
    """0: no caption, so no number."""
    widths: tuple[float, ...] = ()
    """Shares of the measure, adding up to 1; empty: as the content asks."""
    source: str = ""
    sideways: bool = False
    """It stands turned on pages of its own, its head to the left."""
    line: int = 0
    notes: tuple[TableNote, ...] = ()
    """In the order in which they are printed under it."""


Container: TypeAlias = List | Definitions | Quotation
Block: TypeAlias = (
    Paragraph | Heading | Container | Preformatted | Break | Equation | Figure | Table
)


@dataclass(frozen=True, slots=True)
class Matter:
    """The whole text of an article."""

    blocks: tuple[Block, ...] = ()
    file: Path = field(default=Path())
    """The file it was read from."""


def plain(inlines: Iterable[Inline]) -> str:
    """The characters of `inlines` without marks, notes, formulas and citations."""
    return "".join(node.text for node in walk(tuple(inlines)) if isinstance(node, (Text, Code)))
