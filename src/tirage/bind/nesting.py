"""Elements get into the order that the standard allows: each at home, none empty, none without a meaning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from tirage.bind.tree import Element, Hook, Kid, is_inline
from tirage.bind.vocabulary import CELLS, CONTAINERS, HOMES, KIDS, PARAGRAPHS

_CAPTIONED = frozenset(("Figure", "Table", "Formula"))


def nested(root: Element) -> Element:
    """`root` with valid nesting (ISO 32000-1, 14.8.4).

    Elements in the wrong place and wrappers that say nothing (NonStruct, Span, Div) give their kids to their parent,
    empty ones leave. Text that stands directly in a container gets a paragraph, anything but items in a list an item,
    a list in a list goes into the item before it, the annotation of a link into its Link.
    """
    kids = _inside(root, root.tag, linked=False)
    return replace(root, kids=tuple(_paragraphs(kids, root.language)))


def _inside(element: Element, home: str, linked: bool) -> tuple[Kid, ...]:
    """The kids of `element`, made fit to stand in a `home`."""
    kids: list[Kid] = []
    for kid in element.kids:
        kids.extend(
            _settled(kid, home, element.language, linked) if isinstance(kid, Element) else (kid,)
        )
    return tuple(kids)


def _settled(element: Element, home: str, language: str, linked: bool) -> tuple[Kid, ...]:
    """What stands in a `home` in `language` in the place of `element`; `linked`: somewhere inside a Link."""
    tag = _tag_at(home, element.tag)
    if tag in ("Span", "NonStruct", "Div"):
        return _dissolved(element, tag, home, language, linked)
    kids = _inside(element, tag, linked or tag == "Link")
    hooks: tuple[Kid, ...] = ()
    if tag != "Link" and any(isinstance(kid, Hook) for kid in kids):
        if linked:
            hooks = tuple(kid for kid in kids if isinstance(kid, Hook))
            kids = tuple(kid for kid in kids if not isinstance(kid, Hook))
        else:
            kids = (Element("Link", kids, language=element.language),)
    kids = tuple(_fitted(tag, kids, element.language))
    if tag == "Figure" and (whole := _captioned(kids)):
        return (*hooks, *whole)
    if not kids and tag not in CELLS:
        return hooks
    return (*hooks, replace(element, tag=tag, kids=kids))


def _tag_at(home: str, tag: str) -> str:
    """`tag`, or NonStruct where it must not stand in `home`."""
    if home not in HOMES.get(tag, (home,)):
        return "NonStruct"
    return "NonStruct" if tag == "P" and home in PARAGRAPHS else tag


def _dissolved(
    element: Element, tag: str, home: str, language: str, linked: bool
) -> tuple[Kid, ...]:
    """The kids of a wrapper; its text becomes a Span where its language is another than that around it."""
    kids = _inside(element, home, linked)
    if whole := _captioned(kids):
        return whole
    if element.language != language:
        kids = tuple(_spoken(kids, element.language))
    is_block = tag == "Div" or not all(map(is_inline, kids))
    if is_block and home in CONTAINERS:
        return tuple(_paragraphs(kids, element.language))
    return kids


def _spoken(kids: Iterable[Kid], language: str) -> Iterator[Kid]:
    for bare, run in groupby(kids, lambda kid: not isinstance(kid, Element)):
        yield from (Element("Span", tuple(run), language=language),) if bare else run


def _captioned(kids: tuple[Kid, ...]) -> tuple[Kid, ...]:
    """A figure, table or formula that takes in the captions beside it; () where `kids` are something else."""
    tags = [kid.tag if isinstance(kid, Element) else "" for kid in kids]
    mains = [kid for kid in kids if isinstance(kid, Element) and kid.tag in _CAPTIONED]
    if len(mains) != 1 or not set(tags) <= {*_CAPTIONED, "Caption", "P"}:
        return ()
    inner: list[Kid] = []
    after: list[Kid] = []
    for kid, tag in zip(kids, tags, strict=True):
        (after if tag == "P" else inner).extend(mains[0].kids if kid is mains[0] else (kid,))
    return (replace(mains[0], kids=tuple(inner)), *after)


def _fitted(tag: str, kids: tuple[Kid, ...], language: str) -> Iterator[Kid]:
    """The kids of a `tag`, with what it must not hold wrapped in what it may."""
    if tag in CONTAINERS:
        yield from _paragraphs(kids, language)
    elif tag in KIDS:
        allowed, wrapper = KIDS[tag]
        if tag == "L":
            kids = tuple(_deepened(kids, language))
        for fits, run in groupby(kids, lambda kid: isinstance(kid, Element) and kid.tag in allowed):
            yield from run if fits else _wrapped(wrapper, tuple(run), language)
    else:
        yield from kids


def _wrapped(wrapper: str, kids: tuple[Kid, ...], language: str) -> Iterator[Kid]:
    """Each block of `kids` and each run of text between them in a `wrapper` of its own; a body takes all."""
    runs: list[tuple[Kid, ...]] = [kids]
    if wrapper != "LBody":
        runs = []
        for inline, run in groupby(kids, is_inline):
            runs.extend([tuple(run)] if inline else [(kid,) for kid in run])
    for run in runs:
        yield Element(wrapper, tuple(_fitted(wrapper, run, language)), language=language)


def _deepened(kids: Iterable[Kid], language: str) -> Iterator[Kid]:
    """The items of a list, with a list that stands between them put into the body of the item before it."""
    last: Element | None = None
    for kid in kids:
        if isinstance(kid, Element) and kid.tag == "L" and last is not None:
            body = last.kids[-1] if last.kids else None
            if isinstance(body, Element) and body.tag == "LBody":
                last = replace(last, kids=(*last.kids[:-1], replace(body, kids=(*body.kids, kid))))
            else:
                last = replace(last, kids=(*last.kids, Element("LBody", (kid,), language=language)))
            continue
        if last is not None:
            yield last
            last = None
        if isinstance(kid, Element) and kid.tag == "LI":
            last = kid
        else:
            yield kid
    if last is not None:
        yield last


def _paragraphs(kids: Iterable[Kid], language: str) -> Iterator[Kid]:
    """`kids` of a container, with each run of text in a paragraph."""
    for inline, run in groupby(kids, is_inline):
        yield from (Element("P", tuple(run), language=language),) if inline else run
