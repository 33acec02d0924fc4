from __future__ import annotations

import pytest

from tirage.model.press import Folios
from tirage.preflight.numerals import folio, nth, roman


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (1, "i"),
        (4, "iv"),
        (9, "ix"),
        (14, "xiv"),
        (40, "xl"),
        (99, "xcix"),
        (448, "cdxlviii"),
        (1994, "mcmxciv"),
    ],
)
def test_roman_numerals(number: int, numeral: str) -> None:
    assert roman(number) == numeral


def test_a_folio_is_what_stands_on_the_page() -> None:
    assert folio(12, "arabic") == "12"
    assert folio(12, "roman") == "xii"
    assert folio(12, "none") == ""
    assert nth(Folios(57, 60), 2) == "59"
