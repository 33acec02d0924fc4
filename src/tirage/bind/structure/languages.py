"""Languages: an element without one speaks that of its parent."""

from __future__ import annotations

from dataclasses import replace

from tirage.bind.structure.tree import Element


def spoken(element: Element, language: str) -> Element:
    """`element`, which stands among text in `language`, with a language for itself and everything in it."""
    own = element.language or language
    return replace(
        element,
        language=own,
        kids=tuple(spoken(kid, own) if isinstance(kid, Element) else kid for kid in element.kids),
    )
