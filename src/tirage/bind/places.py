"""The named places of a galley: where links may lead, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tirage.bind.labels import Label
from tirage.model.press import Anchor, Gathering

_NEAR = 2.0
"""pt that an anchor may stand above the heading that it belongs to."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that has a name."""

    name: str
    """ "piece", or "piece#anchor"."""
    title: str
    """What is read out for a link to it: the heading over it and the folio."""
    page: int
    """In the galley, from 0."""
    x: float
    y: float | None
    """pt from the left and the bottom of the page; None: the upper edge."""


def places(gatherings: Sequence[Gathering], labels: Sequence[Sequence[Label]]) -> Iterator[Place]:
    """The places of `gatherings`, whose pages have these `labels`: each piece and each anchor in it, once."""
    first = 0
    for gathering, row in zip(gatherings, labels, strict=True):
        yield Place(gathering.piece, f"{gathering.title}, {row[0]}", first, 0, None)
        seen = set()
        for anchor in gathering.anchors:
            if anchor.name not in seen:
                seen.add(anchor.name)
                title = f"{_heading(gathering, anchor)}, {row[anchor.page]}"
                name = f"{gathering.piece}#{anchor.name}"
                yield Place(name, title, first + anchor.page, anchor.x, anchor.y)
        first += len(row)


def _heading(gathering: Gathering, anchor: Anchor) -> str:
    """The heading that `anchor` stands under; the title of the piece before the first one."""
    place = (anchor.page, -anchor.y + _NEAR)
    over = [entry for entry in gathering.outline if (entry.page, -entry.y) <= place]
    return over[-1].title if over else gathering.title
