"""Terms and what they mean: the engine makes an item of a list of each, a reader wants one item of both."""

from __future__ import annotations

from dataclasses import replace

from tirage.bind.structure.tree import Element, Kid, rebuilt, tag_of, with_kids


def defined(root: Element) -> Element:
    """`root` with each term of its lists of definitions in one item with its meanings (ISO 32000-1, table 336).

    The layout marks a term with `data-tag="Lbl"`; the items after it that have no label are what it means.
    """

    def change(element: Element) -> tuple[Kid, ...]:
        is_definitions = element.tag == "L" and element.numbering == "None"
        return (_joined(element) if is_definitions else element,)

    return rebuilt(root, change)


def _joined(definitions: Element) -> Element:
    kids: list[Kid] = []
    for kid in definitions.kids:
        last = kids[-1] if kids else None
        if isinstance(last, Element) and _labelled(last) and _is_meaning(kid):
            assert isinstance(kid, Element)
            kids[-1] = with_kids(last, _merged(last.kids + kid.kids))
        else:
            kids.append(kid)
    return with_kids(definitions, kids)


def _labelled(item: Element) -> bool:
    return any(tag_of(kid) == "Lbl" for kid in item.kids)


def _is_meaning(kid: Kid) -> bool:
    return isinstance(kid, Element) and bool(kid.kids) and not _labelled(kid)


def _merged(kids: tuple[Kid, ...]) -> tuple[Kid, ...]:
    """Labels, then one body with what all bodies hold."""
    labels = tuple(kid for kid in kids if tag_of(kid) != "LBody")
    first, *others = (kid for kid in kids if isinstance(kid, Element) and kid.tag == "LBody")
    if not others:
        return (*labels, first)
    texts = tuple(kid for body in (first, *others) for kid in _paragraphs(body))
    return (*labels, replace(first, source=None, kids=texts))


def _paragraphs(body: Element) -> tuple[Kid, ...]:
    """What a body holds; text of its own as a paragraph, so that it stays apart from that of the next."""
    if all(tag_of(kid) == "P" for kid in body.kids):
        return body.kids
    return (replace(body, tag="P"),)
