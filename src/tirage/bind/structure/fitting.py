"""What may stand in what: kids that an element must not hold are wrapped in kids that it may."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from tirage.bind.structure.tree import Element, Kid, tag_of, with_kids
from tirage.bind.structure.vocabulary import CONTAINERS, INLINES, KIDS

_PICTURES = frozenset(("Figure", "Formula"))
_CAPTIONED = _PICTURES | {"Table"}


def fitted(tag: str, kids: Iterable[Kid], language: str) -> tuple[Kid, ...]:
    """`kids` as a `tag` in `language` may hold them (ISO 32000-1, 14.8.4).

    Text in a container gets paragraphs, anything but items in a list items, and so on; a list between the items of
    another goes into the item before it.
    """
    if tag in CONTAINERS:
        return paragraphs(kids, language)
    if tag not in KIDS:
        return tuple(kids)
    allowed, wrapper = KIDS[tag]
    fit: list[Kid] = []
    for run in _runs(_deepened(kids, language), lambda kid: tag_of(kid) in allowed):
        if tag_of(run[0]) in allowed:
            fit.extend(run)
        else:
            fit.extend(_wrapped(wrapper, run, language))
    return tuple(fit)


def paragraphs(kids: Iterable[Kid], language: str) -> tuple[Kid, ...]:
    """`kids` of a container, with each run of text, and the pictures and notes in it, in a paragraph."""
    whole: list[Kid] = []
    for run in _runs(kids, lambda kid: is_inline(kid) or tag_of(kid) in _PICTURES | {"Note"}):
        if any(map(is_inline, run)):
            whole.append(Element("P", run, language=language))
        else:
            whole.extend(run)
    return tuple(whole)


def captioned(kids: tuple[Kid, ...]) -> tuple[Kid, ...]:
    """`kids` with the captions beside the figure, formula or table among them taken into it.

    () where there is not exactly one, or anything else than paragraphs.
    """
    places = [place for place, kid in enumerate(kids) if tag_of(kid) in _CAPTIONED]
    if len(places) != 1 or not {*map(tag_of, kids)} <= {*_CAPTIONED, "Caption", "P"}:
        return ()
    start, end = places[0], places[0] + 1
    while start and tag_of(kids[start - 1]) == "Caption":
        start -= 1
    while end < len(kids) and tag_of(kids[end]) == "Caption":
        end += 1
    main = kids[places[0]]
    assert isinstance(main, Element)
    inner = (*kids[start : places[0]], *main.kids, *kids[places[0] + 1 : end])
    return (*kids[:start], with_kids(main, inner), *kids[end:])


def is_inline(kid: Kid) -> bool:
    """Whether `kid` stands within a paragraph: text, a link and the like."""
    return tag_of(kid) in INLINES or not isinstance(kid, Element)


def is_picture(kid: Kid) -> bool:
    """Whether `kid` is a figure or formula."""
    return tag_of(kid) in _PICTURES


def _runs(kids: Iterable[Kid], key: Callable[[Kid], bool]) -> Iterator[tuple[Kid, ...]]:
    """`kids`, taken together as long as `key` says the same of them."""
    return (tuple(run) for _, run in groupby(kids, key))


def _wrapped(wrapper: str, kids: tuple[Kid, ...], language: str) -> Iterator[Kid]:
    """Each block of `kids` and each run of text between them in a `wrapper` of its own; a body takes all."""
    runs = [kids]
    if wrapper != "LBody":
        runs = [
            part
            for run in _runs(kids, is_inline)
            for part in ([run] if is_inline(run[0]) else [(kid,) for kid in run])
        ]
    for run in runs:
        yield Element(wrapper, fitted(wrapper, run, language), language=language)


def _deepened(kids: Iterable[Kid], language: str) -> list[Kid]:
    """`kids` with a list that follows an item put at the end of this item's body."""
    items: list[Kid] = []
    for kid in kids:
        last = items[-1] if items else None
        if tag_of(kid) == "L" and isinstance(last, Element) and last.tag == "LI":
            *labels, body = last.kids
            assert isinstance(body, Element)
            if body.tag == "LBody":
                body = replace(body, kids=(*body.kids, kid))
                items[-1] = replace(last, kids=(*labels, body))
            else:
                body = Element("LBody", (kid,), language=language)
                items[-1] = replace(last, kids=(*last.kids, body))
        else:
            items.append(kid)
    return items
