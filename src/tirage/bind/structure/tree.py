"""The structure of a gathering as plain values: elements that hold elements, marks and hooks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from operator import is_
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of marked content on a page."""

    page: int
    """In the gathering, from 0."""
    number: int
    """The MCID, unique on its page."""
    form: tuple[str, ...] = ()
    """Names of the form XObjects that hold it, outermost first; empty: the page's own content."""


@dataclass(frozen=True, slots=True)
class Hook:
    """An annotation of a page."""

    page: int
    """In the gathering, from 0."""
    place: int
    """In the page's list of annotations, from 0."""


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """A structure element."""

    tag: str
    """Its structure type."""
    kids: tuple[Kid, ...] = ()
    source: int | None = None
    """The number of the HTML element that it came from, the same for all its fragments."""
    wish: str = ""
    """The structure type that the template asks for."""
    language: str = ""
    """The language of its text; "" while it is that of its parent."""
    alt: str = ""
    box: tuple[float, ...] | None = None
    """Where a figure stands on its page: left, bottom, right, top, pt."""
    columns: int = 1
    rows: int = 1
    scope: str = ""
    """What a table's header cell is the header of: Row, Column or Both."""
    headers: tuple[str, ...] = ()
    """Ids of the header cells of a table's cell."""
    numbering: str = ""
    """How a list's items are marked, as Decimal or Disc."""
    title: str = ""
    id: str = ""
    """Unique in the galley."""


Kid: TypeAlias = Element | Mark | Hook


def walk(element: Element) -> Iterator[Kid]:
    """`element` and everything in it, parents first, in reading order."""
    waiting: list[Kid] = [element]
    while waiting:
        kid = waiting.pop()
        yield kid
        if isinstance(kid, Element):
            waiting.extend(reversed(kid.kids))


def elements(element: Element) -> Iterator[Element]:
    """`element` and the elements in it, parents first, in reading order."""
    return (kid for kid in walk(element) if isinstance(kid, Element))


def with_kids(element: Element, kids: Iterable[Kid]) -> Element:
    """`element` with other `kids`; itself when they are the same ones, as most passes change little."""
    new = tuple(kids)
    same = len(new) == len(element.kids) and all(map(is_, new, element.kids))
    return element if same else replace(element, kids=new)


def rebuilt(element: Element, change: Callable[[Element], Iterable[Kid]]) -> Element:
    """`element` with every element in it replaced, innermost first, by what `change` makes of it."""
    kids: list[Kid] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.extend(change(rebuilt(kid, change)))
        else:
            kids.append(kid)
    return with_kids(element, kids)


def remarked(element: Element, change: Callable[[Mark], Mark]) -> Element:
    """`element` with every mark in it replaced by what `change` makes of it."""
    kids: list[Kid] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(remarked(kid, change))
        else:
            kids.append(change(kid) if isinstance(kid, Mark) else kid)
    return with_kids(element, kids)


def has_hook(element: Element) -> bool:
    """Whether an annotation stands somewhere in `element`."""
    return any(isinstance(kid, Hook) for kid in walk(element))


def tag_of(kid: Kid) -> str:
    """The structure type of `kid`; "" for what is not an element."""
    return kid.tag if isinstance(kid, Element) else ""
