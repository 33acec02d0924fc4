"""A page that ends a few lines short is filled by opening the room around what stands between its paragraphs.

In comes the foot of a page; headings, tables, figures and formulas on it get a line more each, above a heading, half
above and half below anything else; two where more than a tenth of the page would stay empty. Whole lines are added, so paragraphs stay on their grid.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tirage.typeset.classes import has_class
from tirage.typeset.floats import FLOATING, HOLE
from tirage.typeset.foot import Foot
from tirage.typeset.grid import HEADINGS

RANKS = ("h2", FLOATING, "h3", "h4", "equation", "ol", "ul", "dl", "blockquote")
"""Where a line more is seen least, in this order: tags of elements, and classes."""


def open_up(foot: Foot) -> None:
    """Move what stands on the page downwards, in place, until its foot is full or nothing more can be opened."""
    children = list(foot.text.children)
    places = sorted(_places(foot), key=lambda place: (_rank(children[place]), place))
    chosen = places[: foot.empty]
    left = foot.empty - len(chosen)
    if (left + 1) * foot.line > HOLE * foot.height:
        chosen += places[:left]  # two lines are seen less than a hole
    foot.text.tirage_opened = bool(chosen)
    for place in chosen:
        _open(children[place:], foot.line, at_head=not place and not foot.below)


def _open(children: list[Any], line: float, at_head: bool) -> None:
    """Add a line around the first of the `children`; what stands at the head of the page stays there."""
    child, *below = children
    if not at_head:
        child.translate(dy=line / 2 if below and child.element_tag not in HEADINGS else line)
    for box in below:
        box.translate(dy=line)


def opened(page_boxes: Sequence[Any]) -> Iterator[int]:
    """The numbers, from 0, of the pages on which room was opened."""
    for number, made in enumerate(page_boxes):
        if any(getattr(box, "tirage_opened", False) for box in made.descendants()):
            yield number


def _places(foot: Foot) -> Iterator[int]:
    """The numbers of the text's children around which room can be opened.

    Once only where several of them follow each other, and not above a heading at the head of the page.
    """
    beside = False
    for place, child in enumerate(foot.text.children):
        opens = _rank(child) < len(RANKS)
        at_head = not place and not foot.below
        if opens and not beside and not (at_head and child.element_tag in HEADINGS):
            yield place
        beside = opens


def _rank(child: Any) -> int:
    """The place of a child in RANKS, behind them for one that is not in it."""
    names = (
        n for n, name in enumerate(RANKS) if child.element_tag == name or has_class(child, name)
    )
    return next(names, len(RANKS))
