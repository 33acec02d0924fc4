"""A footnote that fits stays on the page of its call.

WeasyPrint 70.0 compares the lower edge of the last note with that of the area of notes, two sums of the same numbers in
another order; where they differ in the last binary place, the note is sent to the next page (`_update_footnote_area`).
An area whose height nothing limits cannot be overfull, so there the answer is left out.
"""

from __future__ import annotations

from functools import wraps
from math import inf
from typing import Any

from weasyprint.layout import LayoutContext


def install() -> None:
    """Wrap the engine's measuring of notes, once."""
    if not hasattr(LayoutContext._update_footnote_area, "__wrapped__"):
        exact = _exact(LayoutContext._update_footnote_area)
        LayoutContext._update_footnote_area = exact  # type: ignore[method-assign]


def _exact(update: Any) -> Any:
    @wraps(update)
    def measure(context: Any) -> bool:
        return bool(update(context)) and context.current_footnote_area.max_height != inf

    return measure
