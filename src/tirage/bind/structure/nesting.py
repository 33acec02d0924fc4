"""Elements get into the order that the standard allows: each at home, none empty, none without a meaning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from tirage.bind.structure.fitting import captioned, fitted, is_inline, is_picture, paragraphs
from tirage.bind.structure.tree import Element, Hook, Kid, Mark, has_hook, with_kids
from tirage.bind.structure.vocabulary import CELLS, CONTAINERS, HOMES, PARAGRAPHS

_WRAPPERS = frozenset(("Div", "NonStruct", "Span"))


def nested(root: Element) -> Element:
    """`root`, whose elements all have a language, with valid nesting (ISO 32000-1, 14.8.4).

    Wrappers that say nothing (NonStruct, Span, Div) and elements in the wrong place give their kids to their parent,
    empty ones leave, the annotations of a link go into its Link, captions into their figure.
    """
    kids = _inside(root, root.tag, root.language, linked=False)
    return with_kids(root, fitted(root.tag, kids, root.language))


def _inside(element: Element, home: str, language: str, linked: bool) -> tuple[Kid, ...]:
    """The kids of `element`, made fit to stand in a `home` in `language`; `linked`: somewhere inside a Link."""
    kids: list[Kid] = []
    for kid in _spoken(element, language):
        if isinstance(kid, Element):
            kids.extend(_settled(kid, home, language, linked))
        else:
            kids.append(kid)
    return tuple(kids) if linked else _linked(kids, language)


def _spoken(element: Element, language: str) -> Iterable[Kid]:
    """The kids of `element`, its own text in spans of its language where this is not `language`."""
    if element.language == language:
        return element.kids
    runs = groupby(element.kids, lambda kid: isinstance(kid, Mark))
    whole: list[Kid] = []
    for is_text, run in runs:
        parts = tuple(run)
        span = (Element("Span", parts, language=element.language),)
        whole.extend(span if is_text else parts)
    return whole


def _linked(kids: Sequence[Kid], language: str) -> tuple[Kid, ...]:
    """`kids`, with annotations that stand among them put into a Link with the first run of text."""
    hooks = tuple(kid for kid in kids if isinstance(kid, Hook))
    if not hooks:
        return tuple(kids)
    rest = [kid for kid in kids if not isinstance(kid, Hook)]
    start = next((place for place, kid in enumerate(rest) if is_inline(kid)), len(rest))
    end = next(
        (place for place in range(start, len(rest)) if not is_inline(rest[place])), len(rest)
    )
    link = Element("Link", (*hooks, *rest[start:end]), language=language)
    return (*rest[:start], link, *rest[end:])


def _settled(element: Element, home: str, language: str, linked: bool) -> tuple[Kid, ...]:
    """What stands for `element` in a `home` in `language`."""
    tag = element.tag if _may_stand(element, home) else "NonStruct"
    if tag == "Span" and element.language != language:
        return _kept(element, linked)
    if tag in _WRAPPERS:
        return _dissolved(element, tag, home, language, linked)
    return _kept(element, linked)


def _may_stand(element: Element, home: str) -> bool:
    """Whether `element` may stand in a `home`. A link without an annotation (an `a` without address) is no Link."""
    tag = element.tag
    if tag == "Link":
        return has_hook(element)
    return home in HOMES.get(tag, (home,)) and not (tag == "P" and home in PARAGRAPHS)


def _dissolved(
    element: Element, tag: str, home: str, language: str, linked: bool
) -> tuple[Kid, ...]:
    """The kids of a wrapper that has nothing to say."""
    is_division = tag == "Div" and home in CONTAINERS
    if is_division:
        language = element.language
    kids = _inside(element, home, language, linked)
    if whole := captioned(kids):
        return whole
    is_block = home in CONTAINERS and not all(map(is_inline, kids))
    return paragraphs(kids, language) if is_division or is_block else kids


def _kept(element: Element, linked: bool) -> tuple[Kid, ...]:
    """`element` with its kids in order, after the annotations that belong to a link around it; nothing when empty."""
    tag = element.tag
    kids = _inside(element, tag, element.language, linked or tag == "Link")
    hooks: tuple[Kid, ...] = ()
    if tag != "Link":
        hooks = tuple(kid for kid in kids if isinstance(kid, Hook))
        kids = tuple(kid for kid in kids if not isinstance(kid, Hook))
    kids = fitted(tag, kids, element.language)
    if is_picture(element) and (whole := captioned(kids)):
        return (*hooks, *(_renamed(kid, tag) for kid in whole))
    if not kids and tag not in CELLS:
        return hooks
    return (*hooks, with_kids(element, kids))


def _renamed(kid: Kid, tag: str) -> Kid:
    return replace(kid, tag=tag) if isinstance(kid, Element) and is_picture(kid) else kid
