"""Kazakh and Russian in Latin letters."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import cast, get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tirage.languages.folders import languages
from tirage.languages.latin import System
from tirage.languages.romanisation import holds_cyrillic, romanise

SHEET = Path(__file__).parents[1] / "cases/languages/romanisation.yaml"
ROWS = [
    (heading, written, expected)
    for heading, rows in yaml.safe_load(SHEET.read_text("utf-8")).items()
    for written, expected in rows.items()
]
WAYS = sorted(
    (system, language) for system in get_args(System) for language in languages("romanisation")
)
CYRILLIC = [char for char in map(chr, range(0x3000)) if "CYRILLIC" in unicodedata.name(char, "")]


def composed(text: str) -> str:
    """`text` as it looks, however its marks are typed."""
    return unicodedata.normalize("NFC", text)


ways = st.sampled_from(WAYS)
letters = st.sampled_from("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя")
kazakh_and_russian = st.text(letters, min_size=1, max_size=20)
anything = st.text(st.one_of(st.sampled_from(CYRILLIC), st.characters()), max_size=30)


@pytest.mark.parametrize(("heading", "written", "expected"), ROWS)
def test_names_places_and_titles(heading: str, written: str, expected: str) -> None:
    system, language = heading.split()
    assert composed(romanise(written, language, cast(System, system))) == composed(expected)


def test_there_are_enough_rows_of_each_kind() -> None:
    assert len(ROWS) >= 60
    assert {tuple(heading.split()) for heading, _, _ in ROWS} == set(WAYS)


@pytest.mark.parametrize(("system", "language"), WAYS)
def test_no_letter_is_left_and_none_is_lost(system: System, language: str) -> None:
    written = {char: romanise(char, language, system) for char in CYRILLIC}
    assert not [char for char, latin in written.items() if holds_cyrillic(latin)]
    assert not [char for char, latin in written.items() if char.isalpha() and not latin]


@given(anything, ways)
def test_nothing_cyrillic_is_left_of_any_text(text: str, way: tuple[System, str]) -> None:
    system, language = way
    latin = romanise(text, language, system)
    assert not any("CYRILLIC" in unicodedata.name(char, "") for char in latin)


@given(anything, ways)
def test_every_other_character_stays_and_in_order(text: str, way: tuple[System, str]) -> None:
    system, language = way
    left = iter(romanise(text, language, system))
    others = [c for c in text if not holds_cyrillic(c) and not unicodedata.combining(c)]
    assert all(char in left for char in others)


@given(kazakh_and_russian, ways)
def test_capitals_become_capitals(word: str, way: tuple[System, str]) -> None:
    system, language = way
    small = romanise(word, language, system)
    assert small == small.lower()
    if len(word) > 1:
        assert romanise(word.upper(), language, system) == small.upper()


@given(kazakh_and_russian, ways)
def test_a_letter_typed_as_letter_and_mark_is_the_same(word: str, way: tuple[System, str]) -> None:
    system, language = way
    apart = unicodedata.normalize("NFD", word)
    assert romanise(apart, language, system) == romanise(word, language, system)


@given(st.text(letters, max_size=12), st.text(letters, max_size=12))
def test_iso_9_looks_at_no_neighbour_and_no_language(one: str, other: str) -> None:
    both = romanise(one + other, "kk", "iso-9")
    assert both == romanise(one, "ru", "iso-9") + romanise(other, "ru", "iso-9")


def test_iso_9_gives_each_letter_a_letter_of_its_own() -> None:
    alphabet = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
    assert len({romanise(letter, "kk", "iso-9") for letter in alphabet}) == len(alphabet) == 42


@pytest.mark.parametrize("text", ["", "Knuth D. E.", "№ 5 (12) — «»", "ə I ʹ", "漢字 ελ"])
def test_what_is_not_cyrillic_stays_as_it_is(text: str) -> None:
    assert romanise(text, "kk", "ala-lc") == text


def test_an_accent_does_not_hide_the_letter_before() -> None:
    assert romanise("мое\u0301й, мо\u0301ем", "ru", "bgn-pcgn") == "moye\u0301y, mo\u0301yem"


def test_letters_of_other_languages_are_readable() -> None:
    assert romanise("Київ, Їжак, Њего́ш", "ru", "bgn-pcgn") == "Kiïv, Ïzhak, Njego\u0301sh"
    assert romanise("Өзбекстан ҳәкими", "kk", "bgn-pcgn") == "Özbekstan häkīmī"


def test_a_dot_of_ala_lc_is_a_mark_that_every_face_has() -> None:
    assert romanise("Өһү", "kk", "ala-lc") == "O\u0307h\u0307u\u0307"
