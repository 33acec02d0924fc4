"""Tables that are divided: a few rows alone at the foot or the head of a page look lost.

In comes what the engine has laid out of a table on a page, out goes whether the part is worth its place, or the part with some
rows less, so that the next page has enough of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint.formatting_structure.boxes import TableBox

FEWEST = 4
"""Rows of the body that a part of a table has at least."""
LEAST = 1 / 6
"""Share of a page that is enough for a part, however few rows it has."""


def is_scanty(part: Any, room: float) -> bool:
    """Whether `part` has too few rows to stand at the foot of a page whose type area is as high as `room`, in CSS pixels."""
    rows = _rows(part)
    if not rows:
        return False
    height = rows[-1].position_y + rows[-1].height - part.position_y
    return len(rows) < FEWEST and bool(height < LEAST * room)


def balance(answer: Any, whole: Any, again: Callable[[float], Any]) -> Any:
    """The engine's `answer` with a part of the table `whole`; what `again` answers where the next page would have too few rows.

    `again` lays the part out with so many CSS pixels less.
    """
    part = answer[6][-1]
    elements = [row.element for row in _rows(whole)]
    placed = _rows(part)
    if answer[2] is None or not placed or placed[-1].element not in elements:
        return answer
    left = len(elements) - 1 - elements.index(placed[-1].element)
    held = FEWEST - left
    if not 0 < left < FEWEST or len(placed) < held + FEWEST:
        return answer
    return again(sum(row.height for row in placed[-held:]))


def _rows(box: Any) -> list[Any]:
    """The rows in the bodies of the tables below `box`."""
    return [
        row
        for table in box.descendants()
        if isinstance(table, TableBox)
        for group in table.children
        if not group.is_header and not group.is_footer
        for row in group.children
    ]
