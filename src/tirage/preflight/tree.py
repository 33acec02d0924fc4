"""The structure tree of a file. In comes an opened PDF, out go its elements with what they say of themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tirage.preflight.anatomy import page_numbers
from tirage.preflight.objects import at, string
from tirage.preflight.order import Mark, once

if TYPE_CHECKING:
    from pypdf import PdfReader


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element (ISO 32000-1, 14.7.2)."""

    kind: str
    """Its type as a standard one, as "Table"."""
    title: str
    alternative: str | None
    """What is read in its place; None where it says nothing."""
    language: str
    """"" where it says nothing of it."""
    scope: str
    """Of the head of a table: "Row", "Column", "Both"; "" where it does not say."""
    span: int
    """Columns of a table that it takes."""
    rows: int
    """Rows that it takes."""
    headers: bool
    """It names the cells that are its heads."""
    page: int | None
    """Of its first mark, or as it says itself, from 0."""
    marks: tuple[Mark, ...]
    """Marked contents that are its own, not its kids'."""
    objects: tuple[int, ...]
    """Numbers of the objects, as links, that belong to it."""
    kids: tuple[Element, ...]
    entry: Any = None
    """Its dictionary in the file."""

    def walk(self) -> Iterator[Element]:
        """The element and all below it, in order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


@dataclass(frozen=True, slots=True)
class Tree:
    """The elements of a file."""

    roots: tuple[Element, ...]
    """Usually one."""
    fault: str = ""
    """Why it cannot be read; it has no elements then."""

    def walk(self) -> Iterator[Element]:
        """All elements in order."""
        for root in self.roots:
            yield from root.walk()


def is_tagged(reader: PdfReader) -> bool:
    """Whether the file has a structure tree."""
    return isinstance(at(reader.root_object, "/StructTreeRoot"), dict)


def root_kinds(reader: PdfReader) -> list[str]:
    """The types of the elements that stand at the root of the structure tree, as the file calls them."""
    kids = at(at(reader.root_object, "/StructTreeRoot"), "/K")
    opened = (
        kid.get_object() for kid in (kids if isinstance(kids, list) else [kids]) if kid is not None
    )
    return [str(at(kid, "/S")).lstrip("/") for kid in opened if isinstance(kid, dict)]


def read_tree(reader: PdfReader) -> Tree:
    """The structure tree of the file."""
    structure = at(reader.root_object, "/StructTreeRoot")
    if not isinstance(structure, dict):
        return Tree(())
    roles = at(structure, "/RoleMap") or {}
    names = {name: str(at(roles, name)) for name in roles}
    reading = _Reading(page_numbers(reader), names)
    try:
        return Tree(tuple(reading.kids(at(structure, "/K"), None).elements))
    except (ValueError, RecursionError) as error:
        return Tree((), fault=str(error))


@dataclass(slots=True)
class _Kids:
    """What stands under /K of an element."""

    elements: list[Element] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    objects: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Reading:
    """How one file is read."""

    numbers: dict[int, int]
    roles: dict[str, str]
    seen: set[int] = field(default_factory=set)

    def kids(self, value: Any, page: int | None) -> _Kids:
        """What stands under /K: an element, a mark, a reference to an object, or a list of such."""
        found = _Kids()
        for reference in value if isinstance(value, list) else [value]:
            kid: Any = reference.get_object() if reference is not None else None
            if isinstance(kid, int):
                if page is not None:
                    found.marks.append(Mark(page, int(kid)))
            elif hasattr(kid, "raw_get"):
                own = self._page(kid, page)
                if at(kid, "/Type") == "/OBJR":
                    found.objects.append(_number(kid.raw_get("/Obj")) if "/Obj" in kid else -1)
                elif "/MCID" in kid:
                    if own is not None and "/Stm" not in kid:  # those of a form count by themselves
                        found.marks.append(Mark(own, int(kid["/MCID"])))
                else:
                    found.elements.append(self._element(kid, own))
        return found

    def _element(self, kid: Any, page: int | None) -> Element:
        once(kid, self.seen)
        kids = self.kids(at(kid, "/K"), page)
        scope, span, rows, headers = _attributes(at(kid, "/A"))
        alternative = at(kid, "/Alt")
        alternative = at(kid, "/ActualText") if alternative is None else alternative
        return Element(
            kind=self._kind(str(at(kid, "/S"))).lstrip("/"),
            title=string(at(kid, "/T") or ""),
            alternative=None if alternative is None else string(alternative),
            language=string(at(kid, "/Lang") or ""),
            scope=scope,
            span=span,
            rows=rows,
            headers=headers,
            page=page if page is not None else next((one.page for one in kids.marks), None),
            marks=tuple(kids.marks),
            objects=tuple(kids.objects),
            kids=tuple(kids.elements),
            entry=kid,
        )

    def _page(self, kid: Any, page: int | None) -> int | None:
        return self.numbers.get(_number(kid.raw_get("/Pg"))) if "/Pg" in kid else page

    def _kind(self, kind: str) -> str:
        """The standard type that a type stands for (ISO 32000-1, 14.7.3)."""
        for _ in self.roles:
            if kind not in self.roles or self.roles[kind] == kind:
                break
            kind = self.roles[kind]
        return kind


def _number(reference: Any) -> int:
    return int(getattr(reference, "idnum", -1))


def _attributes(value: Any) -> tuple[str, int, int, bool]:
    """Scope, columns, rows and whether heads are named, of a cell (ISO 32000-1, 14.8.5.7)."""
    scope, span, rows, headers = "", 1, 1, False
    for reference in value if isinstance(value, list) else [value]:
        table = reference.get_object() if reference is not None else None
        if isinstance(table, dict):
            scope = str(at(table, "/Scope") or scope).lstrip("/")
            wide, high = at(table, "/ColSpan"), at(table, "/RowSpan")
            span = int(wide) if isinstance(wide, int) else span
            rows = int(high) if isinstance(high, int) else rows
            headers = headers or bool(at(table, "/Headers"))
    return scope, span, rows, headers
