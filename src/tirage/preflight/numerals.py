"""How folios are printed. In comes a number, out goes what stands on the page."""

from __future__ import annotations

from tirage.model.press import Folios, Style

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """`number`, from 1, in small roman numerals."""
    letters = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        letters += sign * times
    return letters


def folio(number: int, style: Style) -> str:
    """What is printed on the page `number`; "" where the style is "none"."""
    return {"none": "", "roman": roman(number), "arabic": str(number)}[style]


def nth(folios: Folios, page: int) -> str:
    """What is printed on page `page`, from 0, of a piece with `folios`."""
    return folio(folios.first + page, folios.style)
