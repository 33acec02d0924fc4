"""Ink that stops at the edge of the page. In comes a file, out go the edges where it does; seen in pictures of the pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_SCALE = 0.5
"""Dots in a pt: a bleed of 3 mm is four dots wide."""

_PAPER = 250
"""A dot at least as light as this is paper."""


def bare_rims(pdf: bytes, bleed: float) -> Iterator[tuple[int, str]]:
    """Pages, from 0, and their edges where ink reaches the trimmed page's edge and not that of the `bleed`, pt.

    The rim counts as bare where less than half of the ink goes on.
    """
    from pypdfium2 import PdfDocument  # noqa: PLC0415  a build that does nothing starts without it

    with PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            media, trim = page.get_mediabox(), page.get_trimbox()
            image = page.render(scale=_SCALE).to_pil().convert("L")
            left, right = trim[0] - media[0], trim[2] - media[0]
            upper, lower = media[3] - trim[3], media[3] - trim[1]
            for side, (inner, outer) in {
                "left": (
                    _column(image, left + 3, upper, lower),
                    _column(image, left - bleed + 3, upper, lower),
                ),
                "right": (
                    _column(image, right - 3, upper, lower),
                    _column(image, right + bleed - 3, upper, lower),
                ),
                "upper": (
                    _row(image, upper + 3, left, right),
                    _row(image, upper - bleed + 3, left, right),
                ),
                "lower": (
                    _row(image, lower - 3, left, right),
                    _row(image, lower + bleed - 3, left, right),
                ),
            }.items():
                if inner and 2 * outer < inner:
                    yield number, side


def _column(image: Any, x: float, start: float, end: float) -> int:
    """How many dots have ink in the column at `x`, pt from the left."""
    return _inked(image, (x, start, x + 1 / _SCALE, end))


def _row(image: Any, y: float, start: float, end: float) -> int:
    return _inked(image, (start, y, end, y + 1 / _SCALE))


def _inked(image: Any, box: tuple[float, ...]) -> int:
    part = image.crop(tuple(round(edge * _SCALE) for edge in box))
    return sum(dot < _PAPER for dot in part.tobytes())
