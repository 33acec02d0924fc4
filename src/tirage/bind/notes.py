"""Footnotes: the engine hangs them at the end of a page; a reader wants them after the paragraph that calls them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from tirage.bind.tree import Element, Kid, elements, is_inline
from tirage.bind.vocabulary import INLINES, PARAGRAPHS


def called(root: Element) -> Element:
    """`root` with the call of each note tagged Reference.

    A call comes from the same HTML element as its note and stands before it.
    """
    sources = {
        element.source
        for element in elements(root)
        if element.tag == "Note" and element.source is not None
    }
    times = Counter(_outermost(root, sources))
    return _called(root, {source for source in sources if times[source] > 1})


def _outermost(element: Element, sources: set[int]) -> Iterator[int]:
    """The source of each element that comes from one of `sources`, not looking inside it."""
    for kid in element.kids:
        if isinstance(kid, Element):
            if kid.source in sources:
                yield kid.source
            else:
                yield from _outermost(kid, sources)


def _called(element: Element, waiting: set[int]) -> Element:
    kids: list[Kid] = []
    for kid in element.kids:
        if isinstance(kid, Element) and kid.source in waiting:
            waiting.discard(kid.source)
            kids.append(replace(kid, tag="Reference"))
        else:
            kids.append(_called(kid, waiting) if isinstance(kid, Element) else kid)
    return replace(element, kids=tuple(kids))


def placed(root: Element) -> Element:
    """`root` with each called note after the paragraph of its call, or at the end of the cell or item that holds it.

    A note without a call stays where it is.
    """
    calls = {kid.source for kid in elements(root) if kid.tag == "Reference"} - {None}
    notes = {kid.source: kid for kid in elements(root) if kid.tag == "Note" and kid.source in calls}
    whole, left = _placed(root, notes)
    return replace(whole, kids=whole.kids + left)


def _placed(
    element: Element, notes: dict[int | None, Element]
) -> tuple[Element, tuple[Element, ...]]:
    """`element` without the notes that stand in it, with those that belong into it; and those that come after it."""
    kids: list[Kid] = []
    waiting: list[Element] = []
    holds_blocks = element.tag not in PARAGRAPHS | INLINES
    for kid in element.kids:
        if not isinstance(kid, Element):
            kids.append(kid)
        elif notes.get(kid.source) is not kid:
            if holds_blocks and not is_inline(kid):
                kids.extend(waiting)
                waiting.clear()
            whole, after = _placed(kid, notes)
            kids.append(whole)
            waiting.extend(after)
            if kid.tag == "Reference" and kid.source in notes:
                waiting.append(notes[kid.source])
            if holds_blocks and not is_inline(kid):
                kids.extend(waiting)
                waiting.clear()
    if holds_blocks:
        kids.extend(waiting)
        waiting.clear()
    return replace(element, kids=tuple(kids)), tuple(waiting)
