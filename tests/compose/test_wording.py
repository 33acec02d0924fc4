"""Names and dates in the language of the text around them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.compose import samples
from tirage.compose.wording import full_name, long_date


def test_a_name_is_taken_in_the_language_asked_for() -> None:
    (author,) = samples.article().authors
    assert full_name(author, "kk") == "Сынақ Үлгібаев"
    assert full_name(author, "en") == "Sam Sample"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("kk", "2026 ж. 31 наурыз"), ("ru", "31 марта 2026 г."), ("en", "31 March 2026")],
)
def test_dates_are_written_out(language: str, expected: str) -> None:
    assert long_date(date(2026, 3, 31), language).replace("\u202f", " ") == expected
