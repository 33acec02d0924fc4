"""Whole paradigms of Kazakh words at the end of a line: what holds for every form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, product

import pytest

from tirage.languages.kazakh import break_points

NOUNS = re.findall(
    r"\w+",
    """
    бала мектеп кітап ғалым қала мәселе зерттеу оқу жазу дәптер тіл сөз жұмыс ұлт халық өлке әдіс үй той сай тау қару
    мәдениет әдебиет саяхат саясат қоян аю оқиға тарихшы жиын буын киім сауат дауыс құмырсқа шаңырақ ереже азамат
    проект поэма роль министр пункт студент контраст теория программа республика университет миллион район диаметр
    биология зоология радио аэропорт объект съезд альбом компьютер факультет конструкция революция экономика центр
    """,
)
VERBS = re.findall(
    r"\w+",
    """
    бар кел жаз оқы қара сөйле зертте қалыптас ұйымдас жүр тұр айт тарт қорқыт түсін байланыс дамы тап шық күл
    """,
)

NUMBERS = ("", "LAр")
POSSESSED = (
    *product(("", "(I)м", "(I)ң", "(I)мIз", "(I)ңIз"), ("", "NIң", "GA", "DA", "BAн", "DAGI")),
    *product(("(с)I",), ("", "нIң", "нA", "нDA", "нAн", "нDAGI")),
)
VOICES = ("", "DIр", "DIрIл")
MOODS = (
    "DI",
    "DIм",
    "DIңIз",
    "GAн",
    "GAнмын",
    "GAндAр",
    "GAндAрGA",
    "GAнDIGI",
    "GAнDIGIнAн",
    "GAнDIKтAн",
    "сA",
)

BACK, FRONT = "аоұыёяю", "әөүіеэь"
VOWELS = "аәеёиоөуұүыіэюя"
VOICED = {"п": "б", "қ": "ғ", "к": "г"}
VOICELESS = "пфкқтсшщчцхһбвгд"


def join(form: str, endings: str) -> str:
    """`form` with a chain of endings, their capitals put in harmony with what stands before.

    A: а, е; I: ы, і; G: ғ, г, қ, к; K: қ, к; L: л, д, т; D: д, т; N: н, д, т; B: н, д, т; M: м, б, п; (I) not after а, ы …; (с) after them.
    """
    for ending in re.findall(r"\(.\)|.", endings):
        last = form[-1]
        harmony = [letter in FRONT for letter in form if letter in BACK + FRONT]
        front = harmony[-1] if harmony else "и" in form
        hard, open_ = last in VOICELESS, last in set(VOWELS) - set("иую")
        stop = "т" if hard else "д"
        back = "қк" if hard else "ғг"
        added = {
            "A": "ае"[front],
            "I": "ыі"[front],
            "(I)": "" if open_ else "ыі"[front],
            "(с)": "с" if open_ else "",
            "G": back[front],
            "K": "қк"[front],
            "L": "л" if last in VOWELS + "рй" else stop,
            "N": "н" if last in VOWELS + "мнң" else stop,
            "B": "н" if last in "мнң" else stop,
            "M": "б" if last in "зн" else "п" if hard else "м",
            "D": stop,
        }.get(ending, ending)
        if added in ("ы", "і"):  # кітап, кітабы
            form = re.sub(f"(?<=[{VOWELS}])[пқк]$", lambda end: VOICED[end[0]], form)
        form += added
    return form


def forms() -> Iterator[str]:
    for stem, number, (owner, case) in product(NOUNS, NUMBERS, POSSESSED):
        yield join(stem, number + owner + case)
    for stem, voice, mood in product(VERBS, VOICES, MOODS):
        yield join(stem, voice + mood)
        yield join(stem, voice + "MA" + mood)


FORMS = sorted(set(forms()))


def fragments(form: str) -> list[str]:
    """The parts of a form, with w for у that is no vowel: after a vowel, or before one at the start of the word."""
    heard = re.sub(f"(?<=[{VOWELS}])у|^у(?=[{VOWELS}])", "w", form)
    return [heard[a:b] for a, b in pairwise((0, *break_points(form), len(form)))]


def syllables(fragment: str) -> list[str]:
    """One vowel each; of the consonants before a vowel the last is its own."""
    vowel, other = f"[{VOWELS}]", f"[^{VOWELS}]"
    return re.findall(f"{other}*?{vowel}(?:{other}*(?={other}{vowel})|{other}*$|)", fragment)


def test_there_are_forms_enough_and_they_are_kazakh() -> None:
    assert len(FORMS) >= 5000
    assert {
        "балаларымызда",
        "кітабыңыздан",
        "шаңырағында",
        "мектептеріңізден",
        "кітаптарымнан",
        "зерттегендіктен",
    } <= set(FORMS)


@pytest.mark.parametrize("first", sorted({form[0] for form in FORMS}))
def test_a_fragment_is_one_syllable_with_those_of_one_letter_beside_it(first: str) -> None:
    """Each fragment has two letters or more and one vowel sound. It has more of them only where syllables of one letter
    stand beside a longer one or each other: а-ла in ала-қан, я-си in са-яси, ги-я in биоло-гия."""
    for form in (form for form in FORMS if form.startswith(first)):
        for fragment in fragments(form) if break_points(form) else ():
            parts = syllables(fragment)
            assert len(fragment) >= 2 and parts, (form, fragment)
            assert "".join(parts) == fragment, (form, fragment)
            assert sum(len(part) > 1 for part in parts) <= 1, (form, fragment)


def test_only_words_that_would_leave_one_letter_stay_whole() -> None:
    for form in FORMS:
        if not break_points(form):
            parts = syllables("".join(fragments(form)))
            assert len(parts) < 2 or 1 in {len(parts[0]), len(parts[-1])}, form
