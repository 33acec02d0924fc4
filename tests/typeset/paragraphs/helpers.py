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


def paragraph(words: Sequence[Sequence[int]], cost: float = 3000) -> Points:
    """The points of a text whose words have syllables of so many letters."""
    points = Points()
    width, spaces, letters = 0.0, 0, 0

    def add(hyphen: bool, space: bool) -> None:
        points.ends.append(width + HYPHEN * hyphen)
        points.starts.append(width + SPACE * space)
        points.spaces_before.append(spaces)
        points.spaces_after.append(spaces + space)
        points.letters_before.append(letters + hyphen)
        points.letters_after.append(letters + space)
        points.penalties.append(cost if hyphen else 0)
        points.hyphens.append(hyphen)

    add(False, False)
    for number, word in enumerate(words):
        for place, syllable in enumerate(word):
            width += LETTER * syllable
            letters += syllable
            last = place + 1 == len(word)
            add(not last, last and number + 1 < len(words))
        width, spaces, letters = width + SPACE, spaces + 1, letters + 1
    return points


def lines(points: Points, breaks: Sequence[int]) -> list[tuple[int, int]]:
    """The points where each line starts and ends."""
    return list(zip((0, *breaks), breaks, strict=False))


def slack(points: Points, measure: Measure, start: int, end: int) -> float:
    """What a line leaves of its measure."""
    width = measure.rest if start else measure.first
    return width - (points.ends[end] - points.starts[start])


def widened(points: Points, measure: Measure, start: int, end: int) -> float:
    """What each space of a line is given, in em."""
    spaces = points.spaces_before[end] - points.spaces_after[start]
    letters = points.letters_before[end] - points.letters_after[start] - 1
    room = slack(points, measure, start, end)
    return share(room, spaces, max(letters, 0), manner().letters * measure.em)[0]
