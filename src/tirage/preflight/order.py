"""The reading order of a gathering. In comes its structure tree, out go its marked contents in the author's order.

The engine tags each page by itself: a row of a table that is split by a page break comes as two rows, each with a part
of every cell. Elements that were one element of the document carry its number (`TirageSource`); they are put together
again, and tables or figures that were set on a later page go back to where they stand in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
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


@dataclass(slots=True)
class _Element:
    kind: str
    source: int | None
    kids: list[_Element | Mark] = field(default_factory=list)


def reading_order(reader: PdfReader) -> tuple[Mark, ...]:
    """All marked contents of the structure tree; what is printed again on later pages comes
    last, with the words in pictures.
    """
    structure = at(reader.root_object, "/StructTreeRoot")
    if structure is None:
        return ()
    root = _Element("", None)
    _read(at(structure, "/K"), root, None, page_numbers(reader))
    repeated: list[_Element] = []
    _join(root, repeated)
    return (*_marks(root), *(mark for element in repeated for mark in _marks(element)))


def _read(kids: Any, parent: _Element, page: int | None, numbers: dict[int, int]) -> None:
    """Read what stands under /K of an element into `parent` (ISO 32000-1, 14.7.2)."""
    for reference in kids if isinstance(kids, list) else [kids]:
        kid = reference.get_object() if reference is not None else None
        if isinstance(kid, int):
            if page is not None:
                parent.kids.append(Mark(page, int(kid)))
        elif kid is not None and at(kid, "/Type") != "/OBJR":
            own = numbers.get(kid.raw_get("/Pg").idnum) if "/Pg" in kid else page
            if "/MCID" in kid:
                _read(kid["/MCID"], parent, own, numbers)
            else:
                element = _Element(str(at(kid, "/S")), at(kid, "/TirageSource"))
                parent.kids.append(element)
                _read(at(kid, "/K"), element, own, numbers)


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


def _marks(element: _Element) -> Iterator[Mark]:
    for kid in element.kids:
        if isinstance(kid, Mark):
            yield kid
        else:
            yield from _marks(kid)
