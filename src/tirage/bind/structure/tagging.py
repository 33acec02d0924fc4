"""The engine's guesses at structure types give way to what the templates ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tirage.bind.structure.tree import Element, Kid, rebuilt, tag_of
from tirage.bind.structure.vocabulary import STANDARD
from tirage.errors import TypesetError


def tagged(root: Element) -> Element:
    """`root` with the wishes of the templates fulfilled; what is tagged Artifact leaves the tree.

    A link with another type keeps its Link inside, for its annotation; the item of a list stays one, with the other
    type inside.
    Raises TypesetError when a template asks for a type that PDF does not know.
    """
    return rebuilt(root, _tagged)


def _tagged(element: Element) -> Iterator[Kid]:
    wish = element.wish
    if wish in ("", element.tag):
        yield element
        return
    if wish == "Artifact":
        return
    if wish not in STANDARD:
        raise TypesetError(
            f"The layout asks for the structure type “{wish}”, which PDF does not know. "
            f"Write one of these in data-tag: {', '.join(sorted(STANDARD))}, Artifact."
        )
    if element.tag == "Link":
        link = Element("Link", element.kids, source=element.source)
        yield replace(element, tag=wish, kids=(link,))
    elif element.tag == "LI" and wish != "TOCI":
        labels = tuple(kid for kid in element.kids if tag_of(kid) == "Lbl")
        body = tuple(kid for kid in element.kids if tag_of(kid) != "Lbl")
        yield replace(element, kids=(*labels, Element(wish, body, source=element.source)))
    else:
        yield replace(element, tag=wish)
