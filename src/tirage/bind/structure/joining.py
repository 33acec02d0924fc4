"""Fragments of one element, torn apart by pages and lines, become one element again."""

from __future__ import annotations

from tirage.bind.structure.tree import Element, Kid, with_kids


def joined(element: Element) -> Element:
    """`element` with the fragments of each HTML element under it joined where the first one stands.

    The head and foot of a table are repeated on every page: the first head and the last foot are kept, the others
    leave the tree.
    """
    kids: list[Kid] = []
    places: dict[tuple[int | None, str], int] = {}
    for kid in element.kids:
        if not isinstance(kid, Element) or (kid.source is None and kid.tag != "LBody"):
            kids.append(kid)
            continue
        place = places.setdefault((kid.source, kid.tag), len(kids))
        if place == len(kids):
            kids.append(kid)
        elif kid.tag == "TFoot":
            kids[place] = kid
        elif kid.tag != "THead":
            kids[place] = _sewn(kids[place], kid)
    return with_kids(element, (joined(kid) if isinstance(kid, Element) else kid for kid in kids))


def _sewn(first: Kid, second: Element) -> Element:
    assert isinstance(first, Element)
    return with_kids(first, first.kids + second.kids)
