"""Spaces and marks by language: the cases that an editor can read, and what holds for any text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tirage.languages.marks.rules import rules_of
from tirage.languages.marks.setting import set_text
from tirage.languages.marks.signs import FIRM, JOINER, THIN, plain_spaces

FOLDER = Path(__file__).parents[1] / "cases" / "spacing"
LANGUAGES = ("kk", "ru", "en", "en-GB", "tr", "und")
CASES = [
    (page.stem, case)
    for page in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.safe_load(page.read_text("utf-8"))
]

MARK = re.compile(r"[\s\u2060\"'«»„“”‘’‚′″–—−‑\-.…]")
"""What the rules may change: white space, quotation marks, dashes, points."""

WORDS = st.sampled_from([
    *"аАсСбБgGIV159", "10", "2020", "2008", "12345", "4181218", "367", " ", " ", " ", "\u00a0", "  ",
    "-", "--", "–", "—", "−", '"', '"', "'", "'", "«", "»", "„", "“", "”", "‘", "’", ".", "...", ",", ":", "(", ")", "[1]", "№", "§", "%", "°C",
    "слово", "Слово", "сөз", "word", "и", "в", "да", "мен", "a", "т.", "д.", "т.д.", "т.б.", "ж.ж.", "г.", "жылы", "с.", "км", "p.", "мая", "May",
    "А.", "Ә.", "Әуезов", "БҰҰ-ның", "11-сынып", "\u2011", "https://a.kz/1-2", "10.5555/1-2", "ISSN", "\n", "\ufffc",
])  # fmt: skip
TEXTS = st.lists(WORDS, max_size=14).map("".join)


def shown(text: str) -> str:
    """`text` with signs that can be seen for those that cannot."""
    return text.replace(FIRM, "~").replace(THIN, "^").replace(JOINER, "|")


@pytest.mark.parametrize(("page", "case"), CASES, ids=lambda value: str(value)[:60])
def test_a_text_is_set_as_an_editor_expects(page: str, case: dict[str, str]) -> None:
    for language in case["lang"].split():
        assert shown(set_text(case["typed"], rules_of(language))) == case["set"]


def test_there_are_cases_enough_in_each_language() -> None:
    counts = {
        lang: sum(lang in case["lang"].split() for _, case in CASES) for lang in ("kk", "ru", "en")
    }
    assert len(CASES) >= 120
    assert min(counts.values()) >= 40


@given(TEXTS, st.sampled_from(LANGUAGES))
def test_what_is_set_stays_as_it_is(text: str, language: str) -> None:
    once = set_text(text, rules_of(language))
    assert set_text(once, rules_of(language)) == once


@given(TEXTS | st.text(max_size=40), st.sampled_from(LANGUAGES))
def test_letters_and_figures_are_never_changed(text: str, language: str) -> None:
    assert MARK.sub("", set_text(text, rules_of(language))) == MARK.sub("", text)


@given(TEXTS)
def test_a_language_without_a_folder_keeps_its_quotes_and_dashes(text: str) -> None:
    kept = [c for c in set_text(text, rules_of("xx")) if c in '"«»„“—']
    assert kept == [c for c in text if c in '"«»„“—']


def test_plain_spaces_are_ordinary() -> None:
    assert plain_spaces(f"№{FIRM}5, 12{THIN}000, 11-{JOINER}сынып") == "№ 5, 12 000, 11-сынып"
