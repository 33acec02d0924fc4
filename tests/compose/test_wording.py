"""Names, dates and numbers in the language of the text around them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.compose import samples
from tirage.compose.wording import full_name, long_date, number


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


def test_a_language_that_babel_does_not_know_has_english_dates() -> None:
    assert long_date(date(2026, 3, 31), "xx-Test") == "31 March 2026"
    assert long_date(date(2026, 3, 31), "en-US") == "March 31, 2026"


@pytest.mark.parametrize(
    ("language", "typed", "printed"),
    [
        ("kk", "7.5", "7,5"),
        ("ru", "7.5", "7,5"),
        ("ru", "6,50", "6,50"),
        ("en", "7.5", "7.5"),
        ("en", "6,50", "6.50"),
        ("tr", "7.5", "7,5"),
        ("ar", "7.5", "7.5"),
        ("ru", 300, "300"),
        ("ru", 12000, "12000"),
        ("ru", "1500 тг", "1500 тг"),
        ("kk", "тегін", "тегін"),
        ("ru", "60×84 1/8", "60×84 1/8"),
        ("ru", "0.125", "0,125"),
    ],
)
def test_numbers_have_the_sign_of_their_language(
    language: str, typed: str | int, printed: str
) -> None:
    assert number(typed, language) == printed
