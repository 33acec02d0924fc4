"""Other ways to set the lines of a paragraph that stand on a page: a line more, a line less, without a hyphen at the foot.

In comes what a page holds of a composed paragraph, out go other lines for it and what they cost more. A paragraph that began
on an earlier page keeps its lines there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tirage.model.layout import Composer
from tirage.typeset.paragraphs.plans import Plan, PlannedLine
from tirage.typeset.paragraphs.totalfit import Fit, Measure, Points, fit

GIVE = 0.06
"""Share of its measure by which no line of a fair paragraph can grow or shrink; what would take more is not tried."""
TRIES = 8
"""Places of a hyphen that are tried one after the other for the line at the foot."""
_FORBIDDEN = 1e9
"""What a break costs that is not wanted: no fit with one is sound."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The lines of a paragraph on one page."""

    plan: Plan
    position: int
    """Where the first of them begins in the paragraph's text."""
    count: int
    """Of lines on the page."""

    @property
    def text(self) -> str:
        """The whole text of the paragraph."""
        return self.plan.paragraph.text

    @property
    def is_planned(self) -> bool:
        """Whether all its lines are known, to the paragraph's end."""
        lines, position = self.plan.lines, self.position
        while position in lines and not lines[position].last:
            position = lines[position].end.position
        return position in lines

    @property
    def ends(self) -> bool:
        """Whether the paragraph ends on the page."""
        return self.count == len(self._lines())

    @property
    def rest(self) -> int:
        """Lines that the next pages hold."""
        return len(self._lines()) - self.count

    @property
    def hyphen(self) -> bool:
        """Whether the last line on the page ends in a hyphen and the paragraph goes on."""
        lines = self._lines()
        return self.count < len(lines) and self._ends_in_hyphen(lines[self.count - 1])

    def refit(self, manner: Composer, looseness: int) -> Refit | None:
        """The passage with so many lines more; None when that cannot be done well."""
        points, measure = self._points(), self._measure()
        usual = fit(points, measure, manner) if self._may(looseness, points, measure) else None
        other = usual and fit(_without_runts(points, measure, manner), measure, manner, looseness)
        return Refit(self, other, other.demerits - usual.demerits) if usual and other else None

    def unhyphenated(self, manner: Composer) -> Refit | None:
        """The passage with another last line on the page, without a hyphen; None when there is no way."""
        points, measure = self._points(), self._measure()
        usual = fit(points, measure, manner)
        forbidden = _without_runts(points, measure, manner)
        for _ in range(TRIES):
            other = fit(forbidden, measure, manner)
            if not usual or not other or len(other.breaks) <= self.count or not other.sound:
                return None
            end = other.breaks[self.count - 1]
            if not points.hyphens[end]:
                return Refit(self, other, other.demerits - usual.demerits)
            forbidden.penalties[end] = _FORBIDDEN
        return None

    @property
    def start(self) -> int:
        """The number of the point at which the passage begins."""
        return self.plan.paragraph.positions.index(self.position)

    def _lines(self) -> list[PlannedLine]:
        """The planned lines from the first on the page to the paragraph's end."""
        lines: list[PlannedLine] = []
        while not lines or not lines[-1].last:
            lines.append(self.plan.lines[lines[-1].end.position if lines else self.position])
        return lines

    def _ends_in_hyphen(self, line: PlannedLine) -> bool:
        return self.plan.paragraph.points.hyphens[line.point]

    def _points(self) -> Points:
        return self.plan.paragraph.points.since(self.start)

    def _measure(self) -> Measure:
        measure = self.plan.measure
        assert measure is not None, "a paragraph with lines has a measure"
        return replace(measure, first=measure.rest) if self.position else measure

    def _may(self, looseness: int, points: Points, measure: Measure) -> bool:
        """Whether the last line is so long, or so short, that it is worth a try."""
        lines = self._lines()
        if len(lines) < 2:
            return False
        last = points.ends[-1] - points.starts[lines[-2].point - self.start]
        moved = last if looseness < 0 else measure.rest - last
        return moved <= GIVE * measure.rest * (len(lines) - 1)


def _without_runts(points: Points, measure: Measure, manner: Composer) -> Points:
    """The same points, where none may leave less than the least last line, or the end of a word alone."""
    end, spaces = points.ends[-1], points.spaces_before[-1]
    least = end - manner.last_line * measure.em
    penalties = [
        _FORBIDDEN if start > least or (hyphen and after == spaces) else penalty
        for start, hyphen, after, penalty in zip(
            points.starts, points.hyphens, points.spaces_after, points.penalties, strict=True
        )
    ]
    return replace(points, penalties=[*penalties[:-1], points.penalties[-1]])


@dataclass(frozen=True, slots=True)
class Refit:
    """Other lines for a passage."""

    passage: Passage
    fit: Fit
    cost: float
    """What it costs more than the best lines, in squares of an em."""

    def set(self) -> dict[int, PlannedLine]:
        """Plan the paragraph so; the lines that it had, by their positions."""
        plan, position = self.passage.plan, self.passage.position
        before = plan.lines
        plan.lines = {at: line for at, line in before.items() if at < position}
        plan.set(self.passage.start, self.fit.breaks)
        return before
