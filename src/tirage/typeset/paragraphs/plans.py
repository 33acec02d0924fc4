"""The plan of a paragraph: all its lines, chosen when the first of them is asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure.boxes import TextBox

from tirage.typeset.paragraphs.breakpoints import Paragraph, Place, read_paragraph
from tirage.typeset.paragraphs.leaves import UnservedError
from tirage.typeset.paragraphs.totalfit import Fit, Measure, fit
from tirage.typeset.paragraphs.work import Set, Work

_NEAR = 0.01
"""Measures that differ by less, in CSS pixels, are the same."""


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """One line of a plan."""

    plan: Plan
    point: int
    """Number of the paragraph's point at which it ends."""
    end: Place
    last: bool


@dataclass(slots=True)
class Plan:
    """The lines of a paragraph, by the position at which they begin."""

    paragraph: Paragraph
    leaves: dict[int, int]
    """Number of the leaf, for the identity of its box."""
    lines: dict[int, PlannedLine] = field(default_factory=dict)
    measure: Measure | None = None
    counted: bool = False

    def set(self, start: int, breaks: Iterable[int]) -> None:
        """Plan lines from the point `start` on, which end at the points `breaks`, counted from there."""
        positions, begin = self.paragraph.positions, start
        for number in breaks:
            end = start + number
            is_last = end + 1 == len(positions)
            self.lines[positions[begin]] = PlannedLine(
                self, end, self.paragraph.place(end), is_last
            )
            begin = end


def planned_line(
    work: Work, context: Any, box: Any, width: float, skip: Any, containing_block: Any
) -> PlannedLine | None:
    """The line of the paragraph `box` that begins at the engine's `skip`; None when it is left to the engine.

    `width` is what the engine has for it, in CSS pixels. The plan is kept in the box, which lives as long as its document.
    """
    if "plan" not in box.__dict__:
        box.plan = _plan(work, context, box, containing_block)
    plan: Plan | None = box.plan
    if plan is None:
        return None
    position = _position(box, plan, skip)
    if not _is_measured(plan, position, width):
        _lay_out(work, plan, position, Measure(width, width + box.text_indent, plan.paragraph.em))
    return plan.lines.get(position)


def _is_measured(plan: Plan, position: int, width: float) -> bool:
    """Whether the line that begins at `position` was planned for `width`."""
    if plan.measure is None:
        return False
    return abs(width - (plan.measure.rest if position else plan.measure.first)) < _NEAR


def _plan(work: Work, context: Any, box: Any, containing_block: Any) -> Plan | None:
    if box.element_tag.endswith("::marker"):
        return None  # the number or dash of a list's item
    try:
        paragraph = read_paragraph(box, context, containing_block, work.manner)
    except UnservedError as reason:
        work.left[str(reason)] += 1
        return None
    if not paragraph.leaves:
        return None
    return Plan(paragraph, {id(leaf.box): n for n, leaf in enumerate(paragraph.leaves)})


def _lay_out(work: Work, plan: Plan, position: int, measure: Measure) -> None:
    """Plan the lines from `position` on; none when that cannot be done."""
    plan.lines.clear()
    plan.measure = measure
    positions = plan.paragraph.positions
    start = bisect_left(positions, position)
    points = plan.paragraph.points.since(start)
    if start == len(positions) or positions[start] != position:
        return
    found: Fit | None = None
    wide = measure.rest >= work.manner.narrowest * measure.em
    if points.ends[-1] - points.starts[0] <= measure.first:
        found = Fit((len(points) - 1,), 0.0) if wide else None
    else:
        shorter = start == 0 and plan.paragraph.text in work.shorter
        if wide:
            found = fit(points, measure, work.manner)
        if shorter:
            found = fit(points, measure, work.manner, -1) or found
        if not plan.counted:
            plan.counted = True
            if found is None:
                work.left["a word longer than the line" if wide else "a measure too narrow"] += 1
            else:
                work.paragraphs.append(Set(plan.paragraph.text, points, measure, shorter))
    if found:
        plan.set(start, found.breaks)


def _position(box: Any, plan: Plan, skip: Any) -> int:
    """Where in the paragraph's text the engine's `skip` is: nested children's numbers, then a byte."""
    path: tuple[int, ...] = ()
    while skip:
        ((index, skip),) = skip.items()
        if isinstance(box, TextBox):
            leaf = plan.paragraph.leaves[plan.leaves[id(box)]]
            return leaf.start + bisect_left(leaf.offsets, index)
        path += (index,)
        box = box.children[index]
    return next((leaf.start for leaf in plan.paragraph.leaves if leaf.path >= path), 0)
