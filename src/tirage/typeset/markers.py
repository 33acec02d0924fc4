"""Numbers of lists stand on the line that they count. In come the laid out pages, in which markers are moved.

The engine puts the marker's own line at the head of its item. In another face or size, its letters then stand higher or
lower than those beside them (CSS Lists 3, 3.1, wants the baselines of both on one line).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from weasyprint import Page
from weasyprint.formatting_structure.boxes import LineBox


def align(pages: Sequence[Page]) -> None:
    """Move each marker outside its item, in place, so that it stands on the baseline of the item's first line."""
    for page in pages:
        for box in page._page_box.descendants():
            children = getattr(box, "children", ())
            if children and getattr(children[0], "is_outside_marker", False):
                _move(children[0], children[1:])


def _move(marker: Any, item: Sequence[Any]) -> None:
    beside, own = _first_line(item), _first_line([marker])
    if beside is not None and own is not None:
        marker.translate(dy=_baseline(beside) - _baseline(own))


def _first_line(boxes: Sequence[Any]) -> Any | None:
    parts = (part for box in boxes for part in box.descendants())
    return next((part for part in parts if isinstance(part, LineBox)), None)


def _baseline(line: Any) -> float:
    """Of a line, in CSS pixels from the head of the page."""
    return float(line.position_y + line.baseline)
