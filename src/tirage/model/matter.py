"""The running text of an article: blocks that hold inlines.

Read from Markdown, set by compose, written as JATS by deposit. Numbers of tables, figures and equations are already
given, and every reference inside the text is known to have its target.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Literal, TypeAlias

# --- inlines ---------------------------------------------------------------------------------------------------


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


Marked: TypeAlias = Emphasis | Strong | SmallCaps | Superscript | Subscript | Foreign | Link
Inline: TypeAlias = Text | Marked | Code | LineBreak | Math | Note | Citation | CrossReference

# --- blocks ----------------------------------------------------------------------------------------------------


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
class Image:
    """A picture file of the issue that was opened and found sound."""

    path: Path
    kind: Literal["svg", "png", "jpeg"]
    width: float
    height: float
    """Natural size in px of CSS (1/96 inch)."""
    digest: str
    """SHA-256 of the file, hexadecimal."""


@dataclass(frozen=True, slots=True)
class Figure:
    image: Image
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
    line: int = 0


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


def walk(node: object) -> Iterator[object]:
    """Every node of a tree of blocks and inlines, parents first, in reading order; `node` itself included.

    A footnote comes where its call stands.
    """
    if isinstance(node, tuple):
        for child in node:
            yield from walk(child)
    elif hasattr(node, "__dataclass_fields__"):
        yield node
        for item in fields(node):  # type: ignore[arg-type]
            yield from walk(getattr(node, item.name))


def plain(inlines: Iterable[Inline]) -> str:
    """The characters of `inlines` without marks, notes, formulas and citations."""
    return "".join(node.text for node in walk(tuple(inlines)) if isinstance(node, (Text, Code)))
