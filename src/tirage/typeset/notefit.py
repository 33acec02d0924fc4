"""A footnote stays on the page of its call.

WeasyPrint 70.0 sends notes to the next page in two cases in which nothing asks for it:

- it compares the lower edge of the last note with that of the area of notes, two sums of the same numbers in another
  order; where they differ in the last binary place, the area is taken for overfull (`_update_footnote_area`);
- where one more line would save a paragraph from being broken before its second line, it makes room for this line by
  sending away the notes of the page, wherever their calls stand (`_linebox_layout`). In columns it does not, so these
  lines are laid out as if they stood in one.
"""

from __future__ import annotations

from functools import wraps
from math import inf
from typing import Any

from weasyprint.layout import LayoutContext, block

from tirage.typeset.pinned import expect


def install() -> None:
    """Wrap the engine's measuring of notes and its breaking of paragraphs, once in the life of a process.

    Raises TypesetError when the engine is not the one that this module knows.
    """
    expect(LayoutContext, "_update_footnote_area", "measures notes")
    expect(block, "_linebox_layout", "breaks paragraphs")
    if not hasattr(LayoutContext._update_footnote_area, "__wrapped__"):
        exact = _exact(LayoutContext._update_footnote_area)
        LayoutContext._update_footnote_area = exact  # type: ignore[method-assign]
        block._linebox_layout = _keeping(block._linebox_layout)


def _exact(update: Any) -> Any:
    @wraps(update)
    def measure(context: Any) -> bool:
        return bool(update(context)) and context.current_footnote_area.max_height != inf

    return measure


def _keeping(lay_out: Any) -> Any:
    @wraps(lay_out)
    def keep(context: Any, *rest: Any) -> Any:
        if context.footnotes or context.current_page_footnotes:
            context = _Column(context)
        return lay_out(context, *rest)

    return keep


class _Column:
    """A layout context that says it is in a column, and is otherwise the one it was made of."""

    in_column = True

    def __init__(self, context: Any) -> None:
        object.__setattr__(self, "_context", context)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._context, name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self._context, name, value)
