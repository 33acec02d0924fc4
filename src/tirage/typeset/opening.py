"""A page that ends a few lines short is filled by opening the room around what stands between its paragraphs.

In comes the foot of a page; headings, tables, figures and formulas on it get a line more each, above a heading or a
section that follows the text, half above and half below anything else; two where more than a tenth of the page would
stay empty. Whole lines are added, so paragraphs stay on their grid.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tirage.typeset.classes import has_class
from tirage.typeset.floats import FLOATING, HOLE
from tirage.typeset.foot import AFTER, Foot
from tirage.typeset.grid import HEADINGS

RANKS = (AFTER, "h2", FLOATING, "h3", "h4", "equation", "ol", "ul", "dl", "blockquote")
"""Where a line more is seen least, in this order: tags of elements, and classes."""


def open_up(foot: Foot) -> None:
    """Move what stands on the page downwards, in place, until its foot is full or nothing more can be opened."""
    places = sorted(_places(foot), key=lambda place: (_rank(foot.flow[place]), place))
    chosen = places[: foot.empty]
    left = foot.empty - len(chosen)
    if (left + 1) * foot.line > HOLE * foot.height:
        chosen += places[:left]  # two lines are seen less than a hole
    foot.flow[0].tirage_opened = bool(chosen)
    for place in chosen:
        _open(foot.flow[place:], foot.line, at_head=not place and not foot.below)


def _open(boxes: Sequence[Any], line: float, at_head: bool) -> None:
    """Add a line around the first of the `boxes`; what stands at the head of the page stays there."""
    first, *below = boxes
    if not at_head:
        first.translate(dy=line / 2 if below and not _begins(first) else line)
    for box in below:
        box.translate(dy=line)


def opened(page_boxes: Sequence[Any]) -> Iterator[int]:
    """The numbers, from 0, of the pages on which room was opened."""
    for number, made in enumerate(page_boxes):
        if any(getattr(box, "tirage_opened", False) for box in made.descendants()):
            yield number


def _places(foot: Foot) -> Iterator[int]:
    """The numbers of the boxes around which room can be opened.

    Once only where several of them follow each other in the text, and not above what begins at the head of the page.
    """
    beside = False
    for place, box in enumerate(foot.flow):
        opens = _rank(box) < len(RANKS)
        at_head = not place and not foot.below
        if opens and (not beside or has_class(box, AFTER)) and not (at_head and _begins(box)):
            yield place
        beside = opens


def _begins(box: Any) -> bool:
    """Whether something begins with the box, so that a line more belongs above it."""
    return box.element_tag in HEADINGS or has_class(box, AFTER)


def _rank(child: Any) -> int:
    """The place of a child in RANKS, behind them for one that is not in it."""
    names = (
        n for n, name in enumerate(RANKS) if child.element_tag == name or has_class(child, name)
    )
    return next(names, len(RANKS))
