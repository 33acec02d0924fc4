"""Lists in the order of the alphabet."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tirage.languages.collation import in_order, sort_key
from tirage.languages.traits import traits

SHEET = Path(__file__).parents[1] / "cases/languages/sorting.yaml"
CASES = yaml.safe_load(SHEET.read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_lists(case: dict[str, Any]) -> None:
    texts = list(case["sorted"])
    random.Random(1).shuffle(texts)
    assert list(in_order(texts, case["language"], case.get("scripts"))) == case["sorted"]


def test_the_kazakh_alphabet_has_42_letters_and_the_russian_33() -> None:
    assert len(traits("kk").alphabet) == 42
    russian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
    assert set(russian) <= set("".join(traits("ru").alphabet)) and len(russian) == 33


def test_capitals_and_small_letters_stand_together() -> None:
    words = [f"{letter.upper()}{letter}" for letter in traits("kk").alphabet]
    assert list(in_order(reversed(words), "kk")) == words


def test_a_language_without_a_file_is_sorted_like_english() -> None:
    assert in_order(["Zola", "Éluard", "Proust"], "fr") == ("Éluard", "Proust", "Zola")


@given(st.lists(st.text(max_size=8), max_size=6), st.sampled_from(["kk", "ru", "en", "tr", "zh"]))
def test_the_order_does_not_depend_on_how_the_list_came(texts: list[str], language: str) -> None:
    assert in_order(texts, language) == in_order(reversed(texts), language)


@given(st.text(max_size=8), st.text(max_size=8))
def test_only_equal_texts_have_equal_keys(one: str, other: str) -> None:
    assert (sort_key(one, "kk") == sort_key(other, "kk")) == (one == other)
