"""Elements get into the order that the standard allows: each at home, none empty, none without a meaning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from tirage.bind.structure.fitting import captioned, fitted, is_inline, is_picture, paragraphs
from tirage.bind.structure.tree import Element, Hook, Kid, Mark, with_kids
from tirage.bind.structure.vocabulary import CELLS, CONTAINERS, HOMES, PARAGRAPHS

_WRAPPERS = frozenset(("Div", "NonStruct", "Span"))


def nested(root: Element) -> Element:
    """`root`, whose elements all have a language, with valid nesting (ISO 32000-1, 14.8.4).

    Wrappers that say nothing (NonStruct, Span, Div) and elements in the wrong place give their kids to their parent,
    empty ones leave, the annotations of a link go into its Link, captions into their figure.
    """
    kids = fitted(root.tag, _inside(root, root.tag, linked=False), root.language)
    return with_kids(root, kids)


def _inside(element: Element, home: str, linked: bool) -> tuple[Kid, ...]:
    """The kids of `element`, made fit to stand in a `home`."""
    kids: list[Kid] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.extend(_settled(kid, home, element.language, linked))
        else:
            kids.append(kid)
    return tuple(kids)


def _settled(element: Element, home: str, language: str, linked: bool) -> tuple[Kid, ...]:
    """What stands for `element` in a `home` in `language`; `linked`: somewhere inside a Link."""
    tag = element.tag if _may_stand(element.tag, home) else "NonStruct"
    if tag in _WRAPPERS:
        return _dissolved(element, tag, home, language, linked)
    kids = _inside(element, tag, linked or tag == "Link")
    hooks: tuple[Kid, ...] = ()
    if tag != "Link" and linked:
        hooks = tuple(kid for kid in kids if isinstance(kid, Hook))
        kids = tuple(kid for kid in kids if not isinstance(kid, Hook))
    elif tag != "Link" and any(isinstance(kid, Hook) for kid in kids):
        kids = (Element("Link", kids, language=element.language),)
    kids = fitted(tag, kids, element.language)
    if is_picture(element) and (whole := captioned(kids)):
        return (*hooks, *(_renamed(kid, tag) for kid in whole))
    if not kids and tag not in CELLS:
        return hooks
    return (*hooks, with_kids(element, kids))


def _renamed(kid: Kid, tag: str) -> Kid:
    return replace(kid, tag=tag) if isinstance(kid, Element) and is_picture(kid) else kid


def _may_stand(tag: str, home: str) -> bool:
    return home in HOMES.get(tag, (home,)) and not (tag == "P" and home in PARAGRAPHS)


def _dissolved(
    element: Element, tag: str, home: str, language: str, linked: bool
) -> tuple[Kid, ...]:
    """The kids of a wrapper; its text becomes a Span where its language is another than that around it."""
    kids = _inside(element, home, linked)
    if whole := captioned(kids):
        return whole
    if element.language != language:
        kids = tuple(_spoken(kids, element.language))
    is_block = tag == "Div" or not all(map(is_inline, kids))
    return paragraphs(kids, element.language) if is_block and home in CONTAINERS else kids


def _spoken(kids: Iterable[Kid], language: str) -> Iterator[Kid]:
    """`kids` with the text among them in spans of this `language`."""
    for is_text, run in groupby(kids, lambda kid: isinstance(kid, Mark)):
        parts = tuple(run)
        yield from (Element("Span", parts, language=language),) if is_text else parts
