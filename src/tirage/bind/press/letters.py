"""Letters drawn as outlines, for the slug line: it is no text, and needs no font in the file."""

from __future__ import annotations

from functools import cache
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from tirage.resources import bundled

_FONT = "source-sans-3/SourceSans3-Regular.ttf"


@cache
def outlines(text: str, size: float) -> tuple[bytes, float]:
    """The path of `text` on a line that begins at the origin, `size` in pt, and how long it is, pt.

    Signs that the font lacks are left out.
    """
    font: Any = _font()
    glyphs, cmap, widths = font.getGlyphSet(), font.getBestCmap(), font["hmtx"]
    scale = size / font["head"].unitsPerEm
    parts: list[bytes] = []
    x = 0.0
    for name in filter(None, (cmap.get(ord(letter)) for letter in text)):
        pen = _Pen(glyphs, x, scale)
        glyphs[name].draw(pen)
        parts += pen.path
        x += widths[name][0] * scale
    return b"\n".join(parts), x


@cache
def _font() -> TTFont:
    return TTFont(bundled("fonts") / _FONT, lazy=True)


class _Pen(BasePen):
    """Writes a glyph as a path of PDF; quadratic curves become cubic ones."""

    def __init__(self, glyphs: Any, x: float, scale: float) -> None:
        super().__init__(glyphs)  # type: ignore[no-untyped-call]
        self._x, self._scale = x, scale
        self.path: list[bytes] = []

    def _add(self, operator: bytes, *points: tuple[float, float]) -> None:
        values = [
            value for x, y in points for value in (self._x + x * self._scale, y * self._scale)
        ]
        self.path.append(b" ".join([*(b"%g" % round(value, 3) for value in values), operator]))

    def _moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add(b"m", point)

    def _lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add(b"l", point)

    def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add(b"c", *points)

    def _closePath(self) -> None:  # noqa: N802
        self.path.append(b"h")
