"""Formulas read aloud."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tirage.languages import turkish_case
from tirage.languages.chemistry import chemistry_latex, speak_chemistry
from tirage.languages.kazakh_case import inflect
from tirage.languages.speech import words_of
from tirage.languages.spoken import speak
from tirage.read.remarks import Remarks
from tirage.read.text.maths import make_math

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "languages" / "spoken.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["latex"])
@pytest.mark.parametrize("language", ["kk", "ru", "en", "tr", "ar"])
def test_case(case: dict[str, str], language: str) -> None:
    remarks = Remarks("f")
    assert make_math(case["latex"], False, language, remarks, (1, 1)).spoken == case[language]
    assert not remarks.findings


def test_there_are_forty_formulas_and_more() -> None:
    assert len(CASES) >= 40


def test_every_language_has_the_same_words() -> None:
    """A sign that one language has and another lacks would be read in one only."""
    english = words_of("en")
    assert english
    for language in ("kk", "ru", "tr", "ar"):
        words = words_of(language)
        assert words
        assert words.signs.keys() == english.signs.keys()
        assert words.functions.keys() == english.functions.keys()
        assert words.patterns.keys() == english.patterns.keys()
        assert words.chemistry.keys() == english.chemistry.keys()


def test_a_sign_without_a_word_leaves_the_formula_unspoken() -> None:
    assert speak("<math><mi>x</mi><mo>⋈</mo><mi>y</mi></math>", "en") == ""
    remarks = Remarks("f")
    assert make_math(r"x \bowtie y", False, "ru", remarks, (1, 1)).spoken == ""
    assert [finding.id for finding in remarks.findings] == ["content.maths/unspoken"]


def test_a_language_without_words_says_nothing() -> None:
    assert words_of("de") is None
    assert words_of("../en") is None
    assert speak("<math><mi>x</mi></math>", "de") == ""
    assert speak_chemistry("H2O", "de") == ""
    assert speak("<math><mi>x", "en") == ""


def test_a_region_speaks_its_language() -> None:
    assert speak("<math><mi>α</mi></math>", "en-US") == "alpha"


@pytest.mark.parametrize(
    ("written", "latex"),
    [
        ("H2O", r"\mathrm{H}_{2}\mathrm{O}"),
        (
            "2H2 + O2 -> 2H2O",
            r"2\,\mathrm{H}_{2}+\mathrm{O}_{2}\rightarrow 2\,\mathrm{H}_{2}\mathrm{O}",
        ),
        ("SO4^2-", r"\mathrm{S}\mathrm{O}_{4}^{2−}"),
        ("Na+", r"\mathrm{Na}^{+}"),
        ("Ca(OH)2 (s)", r"\mathrm{Ca}(\mathrm{O}\mathrm{H})_{2}\,\mathrm{(s)}"),
        ("1/2O2", r"\frac{1}{2}\,\mathrm{O}_{2}"),
        (
            "N2 + 3H2 <=> 2NH3",
            r"\mathrm{N}_{2}+3\,\mathrm{H}_{2}\rightleftharpoons 2\,\mathrm{N}\mathrm{H}_{3}",
        ),
    ],
)
def test_chemistry_as_latex(written: str, latex: str) -> None:
    assert chemistry_latex(written) == latex


def test_an_unknown_sign_in_chemistry_is_a_finding() -> None:
    with pytest.raises(ValueError, match="!"):
        chemistry_latex("H2!")
    remarks = Remarks("f")
    assert make_math(r"\ce{H2!}", False, "ru", remarks, (1, 1)).mathml == ""
    assert [finding.id for finding in remarks.findings] == ["content.maths/chemistry"]


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("икс", "икстің"), ("игрек", "игректің"), ("а", "аның"), ("бэ", "бэнің"), ("эн", "эннің"), ("эр", "эрдің"),
        ("пи", "пидің"), ("альфа", "альфаның"), ("зет", "зеттің"), ("1", "1-дің"), ("2", "2-нің"), ("10", "10-ның"),
        ("40", "40-тың"), ("50", "50-дің"), ("1000", "1000-ның"), ("0,5", "0,5-тің"), ("и индексті икс", "и индексті икстің"),
    ],
)  # fmt: skip
def test_the_kazakh_genitive(word: str, form: str) -> None:
    assert inflect(word, "of") == form


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("0", "0-ге"), ("1", "1-ге"), ("3", "3-ке"), ("6", "6-ға"), ("9", "9-ға"), ("40", "40-қа"), ("50", "50-ге"), ("100", "100-ге"),
        ("а", "аға"), ("бэ", "бэге"), ("икс", "икске"), ("эн", "энге"), ("шексіздік", "шексіздікке"),
    ],
)  # fmt: skip
def test_the_kazakh_dative(word: str, form: str) -> None:
    assert inflect(word, "to") == form


@pytest.mark.parametrize(
    ("word", "of", "to", "from_", "with_"),
    [
        ("a", "a’nın", "a’ya", "a’dan", "a’lı"),
        ("n", "n’nin", "n’ye", "n’den", "n’li"),
        ("x", "x’in", "x’e", "x’ten", "x’li"),
        ("q", "q’nün", "q’ye", "q’den", "q’lü"),
        ("o", "o’nun", "o’ya", "o’dan", "o’lu"),
        ("büyük A", "büyük A’nın", "büyük A’ya", "büyük A’dan", "büyük A’lı"),
        ("pi", "pinin", "piye", "piden", "pili"),
        ("alfa", "alfanın", "alfaya", "alfadan", "alfalı"),
        ("0", "0’ın", "0’a", "0’dan", "0’lı"),
        ("3", "3’ün", "3’e", "3’ten", "3’lü"),
        ("6", "6’nın", "6’ya", "6’dan", "6’lı"),
        ("9", "9’un", "9’a", "9’dan", "9’lu"),
        ("10", "10’un", "10’a", "10’dan", "10’lu"),
        ("24", "24’ün", "24’e", "24’ten", "24’lü"),
        ("70", "70’in", "70’e", "70’ten", "70’li"),
        ("100", "100’ün", "100’e", "100’den", "100’lü"),
        ("5000", "5000’in", "5000’e", "5000’den", "5000’li"),
        ("1000000", "1000000’un", "1000000’a", "1000000’dan", "1000000’lu"),
        ("0,5", "0,5’in", "0,5’e", "0,5’ten", "0,5’li"),
        ("kök sonu,", "kök sonu,", "kök sonu,", "kök sonu,", "kök sonu,"),
    ],
)
def test_turkish_endings_follow_what_is_heard(
    word: str, of: str, to: str, from_: str, with_: str
) -> None:
    forms = [turkish_case.inflect(word, case) for case in ("of", "to", "from", "with")]
    assert forms == [of, to, from_, with_]


def test_a_language_without_words_is_told_once() -> None:
    remarks = Remarks("f")
    for latex in ("x", "y^2"):
        assert make_math(latex, False, "de", remarks, (1, 1)).spoken == ""
    (finding,) = remarks.findings
    assert finding.id == "content.maths/language" and "de/speech.toml" in (finding.advice or "")
