"""Romanised entries of authors, compared with what they romanise."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tirage.languages.latin import System
from tirage.languages.likeness import compare
from tirage.languages.romanisation import romanise

SHEET = Path(__file__).parents[1] / "cases/languages/likeness.yaml"
CASES = yaml.safe_load(SHEET.read_text("utf-8"))
words = st.text(st.sampled_from("аәбвгғдежзиқлмнңоөпрстуұүфхшіьяАҚЖ"), min_size=1, max_size=9)
texts = st.lists(words, max_size=6).map(" ".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_what_is_found(case: dict[str, Any]) -> None:
    likeness = compare(case["given"], case["written"], case["language"], "bgn-pcgn")
    assert list(likeness.cyrillic) == case.get("cyrillic", [])
    assert [list(pair) for pair in likeness.missing] == case.get("missing", [])
    assert likeness.system == case.get("system", "bgn-pcgn")
    assert (likeness.share == 1) == (not likeness.missing)


@given(texts, st.sampled_from(["kk", "ru"]), st.sampled_from(get_args(System)))
def test_what_tirage_makes_is_like_the_text(text: str, language: str, system: System) -> None:
    likeness = compare(romanise(text, language, system), text, language, system)
    assert (likeness.cyrillic, likeness.missing, likeness.share) == ((), (), 1)


@given(texts)
def test_an_empty_form_lacks_every_word(text: str) -> None:
    likeness = compare("", text, "kk", "iso-9")
    assert bool(likeness.missing) == any(len(word) >= 4 for word in text.split())
