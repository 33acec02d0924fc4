"""Entries of lists of references in every style."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compose.bibliography_cases import Case, load, shown
from tirage.compose.bibliography.entries import entry, latin_entry
from tirage.compose.bibliography.style import bundled_style
from tirage.compose.romanising import in_latin
from tirage.languages.latin import System
from tirage.languages.romanisation import holds_cyrillic
from tirage.model.matter import plain
from tirage.model.references import STYLES, Name, Reference

CASES = tuple(load())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.style}, {case.title}")
def test_an_entry(case: Case) -> None:
    if case.style == "romanised":
        written = latin_entry(in_latin(case.reference, "bgn-pcgn"))
    else:
        written = entry(case.reference, bundled_style(case.style))
    assert shown(written) == case.expected


def test_the_table_is_large_and_mixed() -> None:
    references = {case.title: case.reference for case in CASES}.values()
    assert len(references) >= 40
    assert {reference.language for reference in references} == {"kk", "ru", "en", "de", "tr", "zh"}
    assert {len(reference.authors) for reference in references} >= {0, 1, 2, 3, 4, 5, 6}
    assert {case.style for case in CASES} == {*STYLES, "romanised"}


LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
words = st.text(st.sampled_from(LETTERS + LETTERS.upper() + " "), min_size=1, max_size=12)
KEPT = {"key", "anchor", "language", "kind", "romanised", "translated", "doi", "url", "authors", "editors",
        "translators", "issued", "accessed", "isbn"}  # fmt: skip
TEXTS = sorted({field.name for field in fields(Reference)} - KEPT - {"text"})
kinds = st.sampled_from(sorted({case.reference.kind for case in CASES}))


@given(words, kinds, st.sampled_from(["kk", "ru"]), st.sampled_from(get_args(System)))
def test_nothing_cyrillic_is_printed_in_the_romanised_list(
    word: str, kind: str, language: str, system: System
) -> None:
    plainly = Reference("a", "ref-1", language, kind)
    name = (Name(word, word), Name(literal=word))
    texts: dict[str, Any] = dict.fromkeys(TEXTS, word)
    full = replace(plainly, **texts, authors=name, editors=name)
    for reference in (full, replace(full, authors=()), replace(full, archive=""), replace(plainly, text=word)):  # fmt: skip
        assert not holds_cyrillic(plain(latin_entry(in_latin(reference, system))))


@pytest.mark.parametrize("system", get_args(System))
def test_no_reference_of_the_table_leaves_cyrillic(system: System) -> None:
    for reference in {case.title: case.reference for case in CASES}.values():
        assert not holds_cyrillic(plain(latin_entry(in_latin(reference, system))))
