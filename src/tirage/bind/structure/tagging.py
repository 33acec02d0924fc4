"""The engine's guesses at structure types give way to what the templates ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tirage.bind.structure.tree import Element, Kid, rebuilt
from tirage.bind.structure.vocabulary import STANDARD
from tirage.errors import TypesetError


def tagged(root: Element) -> Element:
    """`root` with the wishes of the templates fulfilled; what is tagged Artifact leaves the tree.

    A link with another type keeps its Link inside, for its annotation.
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
        element = replace(element, kids=(link,))
    yield replace(element, tag=wish)
