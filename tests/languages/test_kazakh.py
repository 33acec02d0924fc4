"""Kazakh words at the end of a line."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tirage.languages.kazakh import break_points

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases/languages/kazakh-breaks.yaml").read_text("utf-8")
)
WORDS = [word for words in CASES.values() for word in words]


def broken(word: str) -> str:
    places = (0, *break_points(word), len(word))
    return "-".join(word[a:b] for a, b in pairwise(places))


@pytest.mark.parametrize("expected", WORDS)
def test_words_are_broken_where_a_reader_expects(expected: str) -> None:
    assert broken(expected.replace("-", "")) == expected


def test_a_capital_at_the_start_changes_nothing() -> None:
    assert broken("Балалар") == "Ба-ла-лар"


def test_stems_of_a_journal_go_before_the_rule_and_take_endings() -> None:
    def own(word: str) -> str:
        places = (0, *break_points(word, ("Мысалов-ұлы", "Сарыағаш")), len(word))
        return "-".join(word[a:b] for a, b in pairwise(places))

    assert own("Мысаловұлымен") == "Мысалов-ұлы-мен"
    assert own("Сарыағашы") == "Сарыаға-шы"
    assert own("балалар") == "ба-ла-лар"
    assert broken("Мысаловұлы") == "Мы-са-ло-вұ-лы"


letters = st.text("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя", max_size=24)


@given(letters)
def test_no_single_letter_is_left_or_carried(word: str) -> None:
    points = break_points(word)
    assert all(2 <= point <= len(word) - 2 for point in points)
    assert all(after - before > 1 for before, after in pairwise(points))


@given(letters)
def test_a_sign_stays_with_the_letter_before(word: str) -> None:
    assert not any(word[point] in "ъь" for point in break_points(word))


@given(letters)
def test_every_fragment_can_be_spoken(word: str) -> None:
    places = (0, *break_points(word), len(word))
    if len(places) > 2:
        for start, end in pairwise(places):
            assert set(word[start:end]) & set("аәеёиоөуұүыіэюя")
