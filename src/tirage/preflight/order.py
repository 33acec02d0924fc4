"""The reading order of a gathering. In comes its structure tree, out go its marked contents in the author's order.

The engine tags each page by itself: a row of a table that is split by a page break comes as two rows, each with a part
of every cell. Elements that were one element of the document carry its number (`TirageSource`); they are put together
again, and tables or figures that were set on a later page go back to where they stand in the text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tirage.preflight.anatomy import page_numbers
from tirage.preflight.objects import at

if TYPE_CHECKING:
    from pypdf import PdfReader

_REPEATED = ("/THead", "/TFoot")
"""What the engine prints again on every page of a table."""

_PICTURE = "/Figure"
"""The words in a drawing are no words of the text around it."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A piece of marked content (MCID)."""

    page: int
    """From 0."""
    number: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, a cell of a table: what is broken into lines by itself."""

    kind: str
    """Its structure type, as "P" or "H2"."""
    within: tuple[str, ...]
    """The types of the elements that it stands in, outermost first."""
    table: int
    """The number of the table that it stands in, among all tables of the file; -1 for none."""
    repeated: bool
    """The engine has printed it again on a later page of a table."""


@dataclass(frozen=True, slots=True)
class Structure:
    """What the structure tree says of the text."""

    marks: tuple[Mark, ...]
    """All marked contents in the author's order; what is printed again on later pages comes last."""
    blocks: tuple[Block, ...]
    """In the order in which they begin."""
    owners: tuple[int, ...]
    """For each mark, the number of its block."""


@dataclass(slots=True)
class _Element:
    kind: str
    source: int | None
    kids: list[_Element | Mark] = field(default_factory=list)
    home: _Element | None = None
    """The table in which the engine has printed it again."""


HEADINGS = frozenset(["H", "H1", "H2", "H3", "H4", "H5", "H6", "Title"])

BLOCKS = HEADINGS | frozenset(
    [
        "P",
        "TH",
        "TD",
        "Lbl",
        "LBody",
        "Caption",
        "Note",
        "FENote",
        "BibEntry",
        "TOCI",
        "Figure",
        "Formula",
        "Aside",
        "BlockQuote",
    ]
)
"""Types that are broken into lines by themselves."""

_EITHER = frozenset(["Lbl", "Figure", "Formula"])
"""Types that stand in a line when they stand in another block."""

_INLINE = frozenset(["Span", "Link", "Em", "Strong", "Reference", "Code", "Quote"])
"""Types that stand in a line."""


def reading_order(reader: PdfReader) -> tuple[Mark, ...]:
    """All marked contents of the structure tree; what is printed again on later pages comes
    last, with the words in pictures.
    """
    return read_structure(reader).marks


def read_structure(reader: PdfReader) -> Structure:
    """What the structure tree of the file says of its text; nothing when it has none.

    Raises ValueError when an element stands in it twice.
    """
    structure = at(reader.root_object, "/StructTreeRoot")
    if structure is None:
        return Structure((), (), ())
    root = _Element("", None)
    _Reading(page_numbers(reader)).read(at(structure, "/K"), root, None)
    repeated: list[_Element] = []
    _join(root, repeated)
    root.kids += repeated
    teller = _Teller()
    teller.tell(root, ())
    return Structure(tuple(teller.marks), tuple(teller.blocks), tuple(teller.owners))


class _Teller:
    """Walks through the elements and tells their marks and blocks."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.blocks: list[Block] = []
        self.owners: list[int] = []
        self.tables: dict[int, int] = {}

    def tell(
        self,
        element: _Element,
        within: tuple[str, ...],
        block: int = -1,
        table: int = -1,
        repeated: bool = False,
    ) -> None:
        """Tell `element`, which stands in elements of the types `within`, in a block and a table (-1: none)."""
        kind = element.kind.lstrip("/")
        if element.home is not None:
            repeated, table = True, self.tables.get(id(element.home), -1)
        if kind == "Table":
            table = self.tables.setdefault(id(element), len(self.tables))
        if _is_block(element, kind, block):
            block = len(self.blocks)
            self.blocks.append(Block(kind, within, table, repeated))
        for kid in element.kids:
            if isinstance(kid, _Element):
                self.tell(kid, (*within, kind), block, table, repeated)
            else:
                self.marks.append(kid)
                self.owners.append(block)


def _is_block(element: _Element, kind: str, block: int) -> bool:
    """Whether `element`, which stands in a block (-1: in none), is one itself."""
    if kind in BLOCKS:
        return block < 0 or kind not in _EITHER
    return block < 0 and any(
        isinstance(kid, Mark) or kid.kind.lstrip("/") in _INLINE for kid in element.kids
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """How one file is read."""

    numbers: dict[int, int]
    seen: set[int] = field(default_factory=set)

    def read(self, kids: Any, parent: _Element, page: int | None) -> None:
        """Read what stands under /K of an element into `parent` (ISO 32000-1, 14.7.2)."""
        for reference in kids if isinstance(kids, list) else [kids]:
            kid: Any = reference.get_object() if reference is not None else None
            if isinstance(kid, int):
                if page is not None:
                    parent.kids.append(Mark(page, int(kid)))
            elif hasattr(kid, "raw_get") and at(kid, "/Type") != "/OBJR":
                own = self.numbers.get(_number(kid.raw_get("/Pg"))) if "/Pg" in kid else page
                if "/MCID" in kid:
                    self.read(kid["/MCID"], parent, own)
                else:
                    once(kid, self.seen)
                    element = _Element(str(at(kid, "/S")), at(kid, "/TirageSource"))
                    self.read(at(kid, "/K"), element, own)
                    if element.kids:  # the place of what stands apart holds nothing
                        parent.kids.append(element)


def once(element: Any, seen: set[int]) -> None:
    """Note a structure element as seen.

    Raises ValueError when it was seen before: each has one place in the tree.
    """
    if id(element) in seen:
        raise ValueError("an element of its structure tree stands in it twice")
    seen.add(id(element))


def _number(reference: Any) -> int:
    return int(getattr(reference, "idnum", -1))


def _join(element: _Element, repeated: list[_Element]) -> None:
    """Put together what is one element under `element`, and all below; second heads of tables go to `repeated`."""
    kids: list[_Element | Mark] = []
    first: dict[tuple[str, int], _Element] = {}
    for kid in element.kids:
        if (
            isinstance(kid, Mark)
            or kid.source is None
            or (same := first.setdefault((kid.kind, kid.source), kid)) is kid
        ):
            kids.append(kid)
        elif kid.kind in _REPEATED:
            kid.home = element
            repeated.append(kid)
        else:
            same.kids += kid.kids
    repeated += [kid for kid in kids if isinstance(kid, _Element) and kid.kind == _PICTURE]
    kids = [kid for kid in kids if isinstance(kid, Mark) or (kid.kids and kid.kind != _PICTURE)]
    sources = [kid.source for kid in kids if isinstance(kid, _Element) and kid.source is not None]
    if len(sources) == len(kids):  # blocks, not words
        kids = [kid for _, kid in sorted(zip(sources, kids, strict=True), key=lambda pair: pair[0])]
    element.kids = kids
    for kid in kids:
        if isinstance(kid, _Element):
            _join(kid, repeated)
