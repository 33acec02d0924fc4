"""A line that fits but for the space behind it.

When the rest of a text ends with a space, fits into the line without it and not with it, and an element follows,
WeasyPrint 70.0 takes the text for an overlong first word and breaks the line after one word (`split_first_line`,
step 3: Pango lets the space hang over the edge, the width that is compared includes it). Such a text is given
the room of its last space, as Pango gives it.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from weasyprint.layout import inline

from tirage.typeset.pinned import expect

NARROWEST = 0.3
"""Narrowest mean width of a character, in em, of a text that is tried: a longer one does not fit anyway."""


def install() -> None:
    """Wrap the engine's line breaking, once in the life of a process.

    Raises TypesetError when the engine is not the one that this module knows.
    """
    expect(inline, "split_first_line", "breaks lines")
    if not hasattr(inline.split_first_line, "__wrapped__"):
        inline.split_first_line = _with_hanging_space(inline.split_first_line)


def _with_hanging_space(split: Any) -> Any:
    @wraps(split)
    def hang(
        text: str, style: Any, context: Any, max_width: float, *rest: Any, **options: Any
    ) -> Any:
        broken = split(text, style, context, max_width, *rest, **options)
        size = style["font_size"]
        if (
            broken[2] is None
            or not text.endswith(" ")
            or len(text) * size * NARROWEST > (max_width or 0)
        ):
            return broken
        # The space and a hair: em / 3 is wider than the space of any text face.
        whole = split(text, style, context, max_width + size / 3, *rest, **options)
        if (
            whole[2] is not None
            or _width(split, text.rstrip(" "), style, context, *rest) > max_width
        ):
            return broken
        return whole

    return hang


def _width(split: Any, text: str, style: Any, context: Any, *rest: Any) -> float:
    width: float = split(text, style, context, None, *rest)[3]
    return width
