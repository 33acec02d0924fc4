"""Total fit: all breaks of a paragraph chosen together (Knuth and Plass, “Breaking paragraphs into lines”, 1981).

In come the points where a line may end, with the width of everything before them, and the measure; out go the points
where lines do end. Lengths have one unit, whatever it is: the caller's. Knows nothing of fonts, boxes or languages.

A line's slack goes to the letters first, within a limit that nobody sees, then to the word spaces. What a line costs is
the variance that it adds: the square of what its spaces differ from the space wanted. Hyphens cost what the layout says.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import inf

from tirage.model.layout import Composer

_WIDE = 1e9
"""How many times more spaces cost that are wider than the widest allowed."""
_LADDER = 1e12
"""What a line more costs that ends in a hyphen than may follow each other."""
_UNSOUND = 1e4
"""Breaks that cost more overstep a limit."""


@dataclass(slots=True)
class Points:
    """Places where a line may end, in order; the first is the paragraph's start, the last its end.

    Everything is counted from the start of the paragraph.
    """

    ends: list[float] = field(default_factory=list)
    """Width up to the end of a line that ends here: its hyphen counted, the spaces before the break not."""
    starts: list[float] = field(default_factory=list)
    """Width up to the start of the next line."""
    spaces_before: list[int] = field(default_factory=list)
    """Spaces that can be stretched, up to the end of a line that ends here."""
    spaces_after: list[int] = field(default_factory=list)
    """The same up to the start of the next line."""
    gives_before: list[float] = field(default_factory=list)
    """How far the letters can be set apart, or closed up, in all, up to the end of a line that ends here."""
    gives_after: list[float] = field(default_factory=list)
    """The same up to the start of the next line."""
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
    """What the lines cost in all, in squares of an em."""

    @property
    def sound(self) -> bool:
        """Whether no limit had to be overstepped."""
        return self.demerits < _UNSOUND


@dataclass(slots=True)
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
    search = _Search(points, measure, manner)
    best = _best(search.ways())
    if best is None or not best.sound:
        best = _best(search.ways(however_wide=True))
    if best is None or not looseness:
        return best
    lines = len(best.breaks) + looseness
    other = _best([way for way in search.ways(by_lines=True) if way.lines == lines])
    return other if other and other.sound else None


def share(slack: float, spaces: int, give: float, wanted: float) -> tuple[float, float]:
    """What each of the `spaces` of a line is given to take up its `slack`, and the part of what its letters can `give`.

    The letters give, from -1 to 1 times `give` in all, so that each space is given what is `wanted`; what they cannot take
    the spaces do. The first figure is infinite where there are none and something is left over.
    """
    left = slack - wanted * spaces
    if abs(left) <= give:
        return wanted, left / give if give else 0.0
    part = 1.0 if left > 0 else -1.0
    left -= part * give
    return (wanted + left / spaces if spaces else part * inf), part


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
    """What is known of a paragraph before its breaks are chosen.

    The narrowest and the widest that a line can be is a difference of two sums, one for its end and one for its start. They
    grow from point to point: so the starts from which a line can run to an end are neighbours, and are found by bisection.
    """

    def __init__(self, points: Points, measure: Measure, manner: Composer) -> None:
        self.points = points
        self.measure = measure
        self.manner = manner
        em = measure.em
        # The lengths up to each point, as the end of a line and as the start of one.
        self.wanted = self._lengths(manner.space * em, 0)
        self.narrow = self._lengths(-manner.shrink * em, -1)
        self.wide = self._lengths(manner.widest * em, 1)

    def _lengths(self, space: float, part: int) -> tuple[list[float], list[float]]:
        """The lengths with each space given `space`, and that `part` of what the letters can give."""
        p = self.points
        ends, starts = (
            [width + space * count + part * give for width, count, give in zip(*sums, strict=True)]
            for sums in (
                (p.ends, p.spaces_before, p.gives_before),
                (p.starts, p.spaces_after, p.gives_after),
            )
        )
        starts[0] -= self.measure.rest - self.measure.first  # an indent is like a word
        return ends, starts

    def ways(self, *, however_wide: bool = False, by_lines: bool = False) -> list[_Way]:
        """The best ways to the paragraph's end.

        `however_wide`: lines may be wider than the widest; `by_lines`: ways of other numbers of lines are kept too.
        """
        last = len(self.points) - 1
        penalties, hyphens = self.points.penalties, self.points.hyphens
        again, most = self.manner.hyphen_again**2, self.manner.hyphens
        ways_to: list[list[_Way]] = [[_Way(0.0, 0, 0, 0, None)]]
        for end in range(1, last + 1):
            best: dict[tuple[int, int], _Way] = {}
            penalty, in_hyphen = penalties[end], hyphens[end] and end < last
            for start, demerits in self._lines_to(end, ways_to, however_wide):
                for way in ways_to[start]:
                    total = way.demerits + demerits + penalty
                    run = 0
                    if in_hyphen:
                        run = min(way.run, most) + 1
                        total += _LADDER if run > most else again if run > 1 else 0.0
                    elif end == last and way.run:
                        total += again
                    key = (way.lines if by_lines else 0, run)
                    known = best.get(key)
                    if known is None or total < known.demerits:
                        best[key] = _Way(total, end, run, way.lines + 1, way)
            ways_to.append(_undominated(best))
        return ways_to[last]

    def _lines_to(
        self, end: int, ways_to: list[list[_Way]], however_wide: bool
    ) -> Iterator[tuple[int, float]]:
        """Each line that may end at the point `end`: where it starts, and what it costs by itself."""
        points, manner, em = self.points, self.manner, self.measure.em
        starts, gives, spaces = self.wanted[1], points.gives_after, points.spaces_after
        slack, give, count = (
            self.measure.rest - self.wanted[0][end],
            points.gives_before[end],
            points.spaces_before[end],
        )
        last = end + 1 == len(points)
        strain = manner.letters**2
        narrowest, widest = -manner.shrink - manner.space, manner.widest - manner.space
        for start in self._starts(end, however_wide or last):
            if not ways_to[start]:
                continue
            left = slack + starts[start]
            if last and left >= 0:
                yield start, self._last_demerits(points.ends[end] - points.starts[start])
                continue
            room = give - gives[start]
            over = abs(left) - room
            if over <= 0:
                yield start, strain * (left / room) ** 2 if room else 0.0
                continue
            off = over / ((count - spaces[start]) or 1) / em
            if left < 0 and -off < narrowest:
                continue
            demerits = off * off + strain
            yield start, demerits * _WIDE if left > 0 and off > widest else demerits

    def _starts(self, end: int, however_wide: bool) -> Sequence[int]:
        """The points from which a line can run to `end`: near enough not to overrun, far enough to fill it."""
        rest = self.measure.rest
        narrow, wide = self.narrow[0][end] - rest, self.wide[0][end] - rest
        nearest = bisect_left(self.narrow[1], narrow, 1, end)
        farthest = end if however_wide else bisect_right(self.wide[1], wide, nearest, end)
        starts = range(nearest, farthest)
        if self.narrow[1][0] >= narrow and (however_wide or self.wide[1][0] <= wide):
            return 0, *starts
        return starts

    def _last_demerits(self, length: float) -> float:
        """What a last line costs that is not longer than its measure."""
        manner = self.manner
        return 0.0 if length >= manner.last_line * self.measure.em else manner.short_last**2


def _undominated(best: dict[tuple[int, int], _Way]) -> list[_Way]:
    """The ways that are cheaper than those of as many lines with a shorter run of hyphens."""
    if len(best) < 2:
        return list(best.values())
    kept: list[_Way] = []
    for _, way in sorted(best.items(), key=lambda item: item[0]):
        if not kept or kept[-1].lines != way.lines or way.demerits < kept[-1].demerits:
            kept.append(way)
    return kept
