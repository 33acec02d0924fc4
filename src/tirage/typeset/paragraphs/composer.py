"""The composer inside the engine: lines of justified paragraphs break where total fit says and are spaced evenly.

The engine asks, box by box, how much text fits into a line. For a paragraph that can be composed the answer comes from a
plan of all its lines, made when its first line is asked for, at the measure which the engine has found for it. So every
measure, font and style is the engine's own, and notes, floats, tags and page breaks remain its work.

Four private functions of WeasyPrint 70.0 are wrapped: `split_inline_box` (a line is begun), `split_text_box` (text is
asked for), `text_align` (a line is spaced) and `draw_first_line` (its text is drawn).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import wraps
from math import inf
from typing import Any

from weasyprint.draw import text
from weasyprint.formatting_structure.boxes import LineBox
from weasyprint.layout import inline

from tirage.model.layout import Composer
from tirage.typeset.paragraphs.glyphs import widened
from tirage.typeset.paragraphs.lines import fill, text_of
from tirage.typeset.paragraphs.plans import PlannedLine, planned_line
from tirage.typeset.paragraphs.work import Work
from tirage.typeset.pinned import expect

WRAPPED = ("split_inline_box", "split_text_box", "text_align")
"""What is wrapped of the engine's line breaking."""

_works: list[Work] = []
"""What the composer is at, if it is used: the engine's functions cannot be handed it."""
_lines: list[PlannedLine | None] = []
"""The line that the engine is at, above those around it; None for one that is not planned."""


def install() -> None:
    """Wrap the engine's functions, once in the life of a process.

    Raises TypesetError when the engine is not the one that this module knows.
    """
    if hasattr(inline.text_align, "__wrapped__"):
        return
    for name in WRAPPED:
        expect(inline, name, "breaks lines")
    expect(text, "draw_first_line", "draws text")
    inline.split_inline_box = _planning(inline.split_inline_box)
    inline.split_text_box = _breaking(inline.split_text_box)
    inline.text_align = _spacing(inline.text_align)
    text.draw_first_line = widened(text.draw_first_line)


@contextmanager
def composing(
    manner: Composer | None, shorter: frozenset[str] = frozenset()
) -> Iterator[Work | None]:
    """Within it the engine's paragraphs are composed in the `manner` given; None: as the engine does.

    Those with the texts `shorter` take a line less than at their best. What is handed out tells afterwards what was done.
    """
    if manner is None:
        yield None
        return
    _works.append(Work(manner, shorter))
    try:
        yield _works[-1]
    finally:
        _works.pop()


def current() -> Work | None:
    """What the composer is at, within `composing`."""
    return _works[-1] if _works else None


def _planning(split: Any) -> Any:
    @wraps(split)
    def plan(
        context: Any, box: Any, left: float, right: float, bottom: float, skip: Any, *rest: Any
    ) -> Any:
        if not _works or not isinstance(box, LineBox):
            return split(context, box, left, right, bottom, skip, *rest)
        containing_block, *_, letter_style, line_style = rest
        planned = None
        if box.style["text_align_all"] == "justify" and not letter_style and not line_style:
            planned = planned_line(_works[-1], context, box, right - left, skip, containing_block)
        _lines.append(planned)
        try:
            # A planned line takes what the plan says: that it is too long before it is spaced is not for the engine.
            made = split(context, box, left, inf if planned else right, bottom, skip, *rest)
        finally:
            _lines.pop()
        made[0].planned = planned
        return made

    return plan


def _breaking(split: Any) -> Any:
    @wraps(split)
    def take(
        context: Any, box: Any, available_width: float, skip: int, is_line_start: bool = True
    ) -> Any:
        line = _lines[-1] if _lines else None
        leaf = line.plan.leaves.get(id(box)) if line else None
        if line is None or leaf is None:
            return split(context, box, available_width, skip, is_line_start=is_line_start)
        return *text_of(box, skip, leaf, line), False

    return take


def _spacing(align: Any) -> Any:
    @wraps(align)
    def space(context: Any, line: Any, available_width: float, last: bool) -> Any:
        planned = line.__dict__.get("planned")
        if not _works or planned is None:
            return align(context, line, available_width, last)
        fill(line, planned, available_width + planned.end.hang, _works[-1])
        return align(context, line, available_width, last) if planned.last else 0

    return space
