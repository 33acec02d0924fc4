"""How far letters reach. In comes what shows text, out go widths, never too small."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from pikepdf import Array

Widths: TypeAlias = dict[int, float]
"""By glyph, in sizes of the type."""

WIDE = 1.6
"""The width of a glyph of which the font says nothing: wider than most."""

_SHOWN = re.compile(rb"<([0-9A-Fa-f]*)>|(-?\d*\.?\d+)")


def glyph_widths(font: Any) -> Widths:
    """The widths of a composite font with glyph numbers of two bytes, as the engine writes it (ISO 32000-1, 9.7.4.3)."""
    described = font.DescendantFonts[0] if "/DescendantFonts" in font else {}
    entries = list(described.get("/W", ()))
    widths: Widths = {}
    place = 0
    while place + 1 < len(entries):
        first, second = int(entries[place]), entries[place + 1]
        if isinstance(second, Array):
            widths.update((first + n, float(width) / 1000) for n, width in enumerate(second))
            place += 2
        else:
            width = float(entries[place + 2]) / 1000
            widths.update(dict.fromkeys(range(first, int(second) + 1), width))
            place += 3
    return widths


def span(shown: bytes, widths: Widths) -> tuple[float, float]:
    """From where to where the operand of a TJ or Tj reaches along its line, in sizes of the type.

    Of a font without known `widths` a code may have one byte: as many letters are counted.
    """
    digits = 4 if widths else 2
    at = left = right = 0.0
    for glyphs, gap in _SHOWN.findall(shown):
        if gap:
            at -= float(gap) / 1000
        for start in range(0, len(glyphs), digits):
            at += widths.get(int(glyphs[start : start + digits], 16), WIDE)
        left, right = min(left, at), max(right, at)
    return left, right
