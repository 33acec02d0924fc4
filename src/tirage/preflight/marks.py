"""Places on the picture of a page. In come a picture and findings of its page, out go marks to lay over it.

A mark is a link to its finding, so that it can be reached with the keyboard and is read aloud.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tirage.findings import Finding
from tirage.preflight.markup import EMPTY, Markup, fill, joined
from tirage.preflight.pictures import Picture

_AIR = 3.0
"""Around a place, pt."""

_LEAST = 12.0
"""Width and height of a mark, pt: a full stop must be seen too."""

_BADGE = 18.0
"""Radius of the number that stands before a mark, pt; the same in parts.html."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A finding that has a mark."""

    number: int
    """Of the finding in the report, from 1."""
    badge: str
    """What the mark is called on its page, as "1"."""
    finding: Finding


def marks(picture: Picture, marked: Iterable[Marked]) -> Markup:
    """The marks of the findings, to be laid over `picture`; nothing when none of them has a place on the page."""
    made = [_mark(picture, one) for one in marked]
    if not made:
        return EMPTY
    return fill(
        "marks",
        across=_pt(picture.across),
        high=_pt(picture.high),
        folio=picture.folio,
        marks=joined(made),
    )


def _mark(picture: Picture, marked: Marked) -> Markup:
    left, bottom, right, top = marked.finding.place.box or (0.0, 0.0, 0.0, 0.0)
    x, width = _span(left, right, picture.across)
    y, height = _span(picture.high - top, picture.high - bottom, picture.high)
    return fill(
        "mark",
        number=str(marked.number),
        badge=marked.badge,
        severity=marked.finding.severity.name.lower(),
        word=marked.finding.severity.told(1).capitalize(),
        folio=picture.folio,
        message=marked.finding.message,
        x=_pt(x),
        y=_pt(y),
        width=_pt(width),
        height=_pt(height),
        badge_x=_pt(max(x - _BADGE - 1, _BADGE)),
        badge_y=_pt(min(max(y + min(height / 2, _BADGE), _BADGE), picture.high - _BADGE)),
    )


def _span(start: float, end: float, room: float) -> tuple[float, float]:
    """Where a mark begins, and its length, from 0 to `room`: with air around, long enough to be seen, on the page."""
    start, end = sorted((start, end))
    air = max(_AIR, (_LEAST - (end - start)) / 2)
    first = min(max(start - air, 0.0), max(room - _LEAST, 0.0))
    return first, max(min(end + air, room) - first, min(_LEAST, room))


def _pt(length: float) -> str:
    return f"{length:.1f}"
