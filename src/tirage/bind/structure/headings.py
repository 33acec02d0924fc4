"""Headings: the first of a piece is H1 and no level is left out (ISO 14289-1, 7.4.2)."""

from __future__ import annotations

from dataclasses import replace

from tirage.bind.structure.tree import Element, with_kids
from tirage.bind.structure.vocabulary import HEADINGS


def leveled(root: Element) -> Element:
    """`root` with its headings numbered by their depth: H1, H3, H2 become H1, H2, H2."""
    return _leveled(root, [])


def _leveled(element: Element, above: list[str]) -> Element:
    """`above` holds the tags that the headings over this place had before; it grows and shrinks along the way."""
    if element.tag in HEADINGS:
        while above and above[-1] >= element.tag:
            above.pop()
        above.append(element.tag)
        return replace(element, tag=HEADINGS[len(above) - 1])
    return with_kids(
        element,
        (_leveled(kid, above) if isinstance(kid, Element) else kid for kid in element.kids),
    )
