"""The engine's guesses at structure types give way to what the templates ask for."""

from __future__ import annotations

from dataclasses import replace

from tirage.bind.tree import Element, Kid, Mark
from tirage.bind.vocabulary import STANDARD
from tirage.errors import TypesetError


def tagged(root: Element) -> Element:
    """`root` with the wishes of the templates fulfilled and the engine's nameless boxes taken out.

    What is tagged Artifact leaves the tree. A link with another type keeps its Link inside, for its annotation.
    Raises TypesetError when a template asks for a type that PDF does not know.
    """
    return replace(root, kids=_kids(root, None))


def _kids(element: Element, source: int | None) -> tuple[Kid, ...]:
    kids: list[Kid] = []
    for kid in element.kids:
        kids.extend(_tagged(kid, source, element) if isinstance(kid, Element) else (kid,))
    return tuple(kids)


def _tagged(element: Element, source: int | None, parent: Element) -> tuple[Kid, ...]:
    """What becomes of `element` in the HTML element number `source`."""
    if element.wish == "Artifact":
        return ()
    if element.source is not None and element.source == source:
        return _nameless(element, source, parent)
    if element.wish and element.wish not in STANDARD:
        raise TypesetError(
            f"The layout asks for the structure type “{element.wish}”, which PDF does not know. "
            f"Write one of these in data-tag: {', '.join(sorted(STANDARD))}, Artifact."
        )
    kids = _kids(element, source if element.source is None else element.source)
    if element.tag == "Link" and element.wish not in ("", "Link"):
        kids = (replace(element, kids=kids, wish="", source=None),)
    return (replace(element, tag=element.wish or element.tag, kids=kids, wish=""),)


def _nameless(element: Element, source: int | None, parent: Element) -> tuple[Kid, ...]:
    """A box that the engine made inside an element: the number of a list item or note, or nothing of its own."""
    kids = _kids(element, source)
    if element.tag in ("Lbl", "LBody"):
        return (replace(element, kids=kids, wish=""),)
    if parent.wish == "Note" and _is_marker(element, parent):
        return (replace(element, tag="Lbl", kids=kids, wish=""),)
    return kids


def _is_marker(element: Element, note: Element) -> bool:
    return (
        element is note.kids[0]
        and len(note.kids) > 1
        and all(isinstance(kid, Mark) for kid in element.kids)
    )
