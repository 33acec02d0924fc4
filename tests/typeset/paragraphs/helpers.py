"""Paragraphs of words without letters, for what total fit does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tirage.model.layout import Composer
from tirage.read.layout import read_layout
from tirage.resources import bundled
from tirage.typeset.paragraphs.totalfit import Measure, Points, share

SPACE = 0.2
LETTER = 0.5
HYPHEN = 0.3
"""Widths in em."""


@cache
def manner() -> Composer:
    """How the bundled layout composes."""
    composer = read_layout("bulletin", (Path(bundled("layouts")),)).composer
    assert composer is not None
    return composer


def paragraph(words: Sequence[Sequence[int]], cost: float | None = None) -> Points:
    """The points of a text whose words have syllables of so many letters; a hyphen costs what the layout says, or `cost`."""
    points = Points()
    width, spaces, pairs = 0.0, 0, 0
    penalty = manner().hyphen ** 2 if cost is None else cost

    def add(hyphen: bool, space: bool) -> None:
        points.ends.append(width + HYPHEN * hyphen)
        points.starts.append(width + SPACE * space)
        points.spaces_before.append(spaces)
        points.spaces_after.append(spaces + space)
        points.gives_before.append(manner().letters * (pairs + hyphen))
        points.gives_after.append(manner().letters * (pairs + hyphen))
        points.penalties.append(penalty if hyphen else 0)
        points.hyphens.append(hyphen)

    add(False, False)
    for number, word in enumerate(words):
        for place, syllable in enumerate(word):
            width += LETTER * syllable
            pairs += syllable - (place == 0)
            last = place + 1 == len(word)
            add(not last, last and number + 1 < len(words))
            pairs += not last
        width, spaces = width + SPACE, spaces + 1
    return points


def lines(points: Points, breaks: Sequence[int]) -> list[tuple[int, int]]:
    """The points where each line starts and ends."""
    return list(zip((0, *breaks), breaks, strict=False))


def slack(points: Points, measure: Measure, start: int, end: int) -> float:
    """What a line leaves of its measure."""
    width = measure.rest if start else measure.first
    return width - (points.ends[end] - points.starts[start])


def give(points: Points, start: int, end: int) -> float:
    """By how much the letters of a line can be set apart in all."""
    return points.gives_before[end] - points.gives_after[start]


def widened(points: Points, measure: Measure, start: int, end: int) -> float:
    """What each space of a line is given, in em."""
    spaces = points.spaces_before[end] - points.spaces_after[start]
    room = slack(points, measure, start, end)
    return share(room, spaces, give(points, start, end), manner().space * measure.em)[0]
