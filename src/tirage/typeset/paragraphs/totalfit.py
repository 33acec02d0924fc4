"""Total fit: all breaks of a paragraph chosen together (Knuth and Plass, “Breaking paragraphs into lines”, 1981).

In come the points where a line may end, with the width of everything before them, and the measure; out go the points
where lines do end. Lengths have one unit, whatever it is: the caller's. Knows nothing of fonts, boxes or languages.

A line's slack goes to the letters first, within a limit that nobody sees, then to the word spaces. What a line costs grows
with the sixth power of what its spaces have to give, so that one bad line costs more than many fair ones.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf

from tirage.model.layout import Composer

FAIR = 2.0
"""Lines that widen their spaces by more times the usual stretch are tried only when there is no other way."""

_WIDE = 1e12
"""Demerits of spaces wider than the widest allowed."""
_LADDER = 1e15
"""Demerits of a line more that ends in a hyphen than may follow each other."""


@dataclass(slots=True)
class Points:
    """Places where a line may end, in order; the first is the paragraph's start, the last its end.

    Widths, spaces and letters are counted from the start of the paragraph.
    """

    ends: list[float] = field(default_factory=list)
    """Width up to the end of a line that ends here: its hyphen counted, the spaces before the break not."""
    starts: list[float] = field(default_factory=list)
    """Width up to the start of the next line."""
    spaces_before: list[int] = field(default_factory=list)
    """Spaces that can be stretched, up to the end of a line that ends here."""
    spaces_after: list[int] = field(default_factory=list)
    """The same up to the start of the next line."""
    letters_before: list[int] = field(default_factory=list)
    letters_after: list[int] = field(default_factory=list)
    penalties: list[float] = field(default_factory=list)
    """What it costs to end a line here."""
    hyphens: list[bool] = field(default_factory=list)
    """Whether a line that ends here ends in a hyphen."""

    def __len__(self) -> int:
        return len(self.ends)

    def since(self, start: int) -> Points:
        """The rest of the paragraph from the point `start` on."""
        return Points(*(getattr(self, name)[start:] for name in self.__slots__)) if start else self


@dataclass(frozen=True, slots=True)
class Measure:
    """The length of the lines, and the size of the type in the same unit."""

    first: float
    rest: float
    em: float


@dataclass(frozen=True, slots=True)
class Fit:
    """The chosen breaks."""

    breaks: tuple[int, ...]
    """Numbers of points, the last of which is the paragraph's end."""
    demerits: float

    @property
    def sound(self) -> bool:
        """Whether no limit had to be overstepped."""
        return self.demerits < _WIDE


@dataclass(frozen=True, slots=True)
class _Way:
    """The best way to end a line at a point, for one run of hyphens and one number of lines."""

    demerits: float
    point: int
    run: int
    """Consecutive lines that end in a hyphen, this one included."""
    lines: int
    before: _Way | None


def fit(points: Points, measure: Measure, manner: Composer, looseness: int = 0) -> Fit | None:
    """The best breaks of a paragraph; None when there are none without a line that overruns its measure.

    With a `looseness` of 1 or -1 the paragraph takes a line more or less than it would at its best; None also when that
    cannot be done within the limits.
    """
    if len(points) < 2:
        return None
    best = _best(_Search(points, measure, manner, FAIR * manner.stretch).ways())
    if best is None or not best.sound:
        best = _best(_Search(points, measure, manner, inf).ways())
    if best is None or not looseness:
        return best
    lines = len(best.breaks) + looseness
    ways = _Search(points, measure, manner, manner.widest, by_lines=True).ways()
    other = _best([way for way in ways if way.lines == lines])
    return other if other and other.sound else None


def share(slack: float, spaces: int, letters: int, letter: float) -> tuple[float, float]:
    """What is added to each of the `spaces` of a line, and between its `letters`, to take up `slack`.

    The letters take all they can, up to `letter` each. Where there are no spaces, what is left over is the first figure,
    infinite.
    """
    room = letter * letters
    if -room <= slack <= room:
        return 0.0, slack / letters if letters > 0 else 0.0
    rest, letter = (slack - room, letter) if slack > 0 else (slack + room, -letter)
    if not spaces:
        return (inf if rest > 0 else -inf), letter
    return rest / spaces, letter


def _best(ways: list[_Way]) -> Fit | None:
    if not ways:
        return None
    way: _Way | None = min(ways, key=lambda way: way.demerits)
    assert way is not None
    demerits, breaks = way.demerits, []
    while way is not None and way.before is not None:
        breaks.append(way.point)
        way = way.before
    return Fit(tuple(reversed(breaks)), demerits)


class _Search:
    """One pass over the points that keeps the best ways to each."""

    def __init__(
        self,
        points: Points,
        measure: Measure,
        manner: Composer,
        tolerance: float,
        by_lines: bool = False,
    ) -> None:
        """`tolerance`: by how much spaces may be widened at most, in em; `by_lines`: ways of other lengths are kept too."""
        self.points = points
        self.measure = measure
        self.manner = manner
        self.tolerance = tolerance
        self.by_lines = by_lines
        self.ways_to: list[list[_Way]] = [[] for _ in range(len(points))]
        self.ways_to[0] = [_Way(0.0, 0, 0, 0, None)]

    def ways(self) -> list[_Way]:
        """The best ways to the paragraph's end."""
        last = len(self.points) - 1
        ways_to, hyphens = self.ways_to, self.points.hyphens
        again, most = self.manner.hyphen_again, self.manner.hyphens
        for end in range(1, last + 1):
            best: dict[tuple[int, int], _Way] = {}
            ends_in_hyphen = hyphens[end]
            for start, demerits in self._lines_to(end):
                for way in ways_to[start]:
                    total = way.demerits + demerits
                    run = 0
                    if end == last:
                        total += again if way.run else 0
                    elif ends_in_hyphen:
                        run = min(way.run, most) + 1
                        total += _LADDER if run > most else again if run > 1 else 0
                    lines = way.lines + 1
                    key = (lines if self.by_lines else 0, run)
                    known = best.get(key)
                    if known is None or total < known.demerits:
                        best[key] = _Way(total, end, run, lines, way)
            ways_to[end] = _undominated(best) if len(best) > 1 else list(best.values())
        return ways_to[last]

    def _lines_to(self, end: int) -> Iterator[tuple[int, float]]:
        """Each line that may end at the point `end`: where it starts and what it costs by itself."""
        points, manner, em = self.points, self.manner, self.measure.em
        length, spaces, letters = (
            points.ends[end],
            points.spaces_before[end],
            points.letters_before[end] - 1,
        )
        letter, shrink, stretch = manner.letters * em, manner.shrink * em, manner.stretch * em
        last = end + 1 == len(points)
        penalty = points.penalties[end]
        for start in self._starts(end):
            slack = (self.measure.rest if start else self.measure.first) - length
            slack += points.starts[start]
            if last and slack >= 0:
                yield start, self._last_demerits(length - points.starts[start])
                continue
            inner = letters - points.letters_after[start]
            wide, _ = share(slack, spaces - points.spaces_after[start], inner, letter)
            if wide < -shrink:
                continue
            ratio = wide / stretch if wide > 0 else wide / -shrink
            demerits = (10 + 100 * min(ratio, 30.0) ** 3) ** 2 + penalty
            yield start, demerits + _WIDE if wide > manner.widest * em else demerits

    def _last_demerits(self, length: float) -> float:
        """What a last line costs that is not longer than its measure."""
        manner = self.manner
        return 0.0 if length >= manner.last_line * self.measure.em else manner.short_last

    def _starts(self, end: int) -> Iterator[int]:
        """The points from which a line may run to `end`: near enough not to overrun, far enough to fill it."""
        points, manner, em, rest = self.points, self.manner, self.measure.em, self.measure.rest
        reach = points.ends[end] - rest
        fitting = bisect_left(points.starts, reach, 1, end)
        # A line may have a few spaces and letters more than the one that just fits.
        spaces = points.spaces_before[end] - points.spaces_after[fitting] + 3
        letters = (points.letters_before[end] - points.letters_after[fitting]) * 1.2 + 5
        squeeze = (manner.shrink * spaces + manner.letters * letters) * em
        room = (self.tolerance * spaces + manner.letters * letters) * em
        nearest = bisect_left(points.starts, reach - squeeze, 1, end)
        is_last = end + 1 == len(points)
        farthest = end if is_last else bisect_right(points.starts, reach + room, fitting, end)
        if points.ends[end] - self.measure.first < squeeze + rest * 0.1:
            yield 0
        ways_to = self.ways_to
        yield from (start for start in range(nearest, farthest) if ways_to[start])


def _undominated(best: dict[tuple[int, int], _Way]) -> list[_Way]:
    """The ways that are cheaper than those of as many lines with a shorter run of hyphens."""
    kept: list[_Way] = []
    for _, way in sorted(best.items()):
        if not kept or kept[-1].lines != way.lines or way.demerits < kept[-1].demerits:
            kept.append(way)
    return kept
