"""Turkish words at the ends of lines, after the examples of the Turkish Language Association."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tirage.languages.letters import MOST, part_letter
from tirage.languages.traits import traits
from tirage.languages.turkish import break_points


@pytest.mark.parametrize(
    "word",
    [
        "ara-ba", "ki-tap", "al-dı", "alt-lık", "Türk-çe", "kork-mak", "port-re", "prog-ram", "sant-ral", "kont-rol",
        "band-rol", "sürp-riz", "ba-şöğ-ret-men", "il-ko-kul", "de-ğer-len-di-ri-le-bi-le-cek",
        "An-ka-ra'nın", "Tür-ki-ye’de-ki-ler", "İs-tan-bul", "Iğ-dır", "sa-at", "ol", "şa-ir",
    ],
)  # fmt: skip
def test_words(word: str) -> None:
    whole = word.replace("-", "")
    points = (0, *break_points(whole), len(whole))
    parts = "-".join(whole[a:b] for a, b in pairwise(points))
    assert parts == word


@pytest.mark.parametrize("word", ["ABD", "AB'nin", "қазақ", "x2", "TÜBİTAK"])
def test_what_is_not_a_turkish_word_is_not_broken(word: str) -> None:
    assert break_points(word) == ()


def test_words_of_the_journal_take_endings() -> None:
    """A foreign name is broken as the journal writes it, what is hung on it by rule."""
    own = ("Star-bucks", "Mün-chen")
    assert [break_points(word, own) for word in ("Starbucks", "Münchenlilerden")] == [
        (4,),
        (3, 7, 9, 12),
    ]
    assert break_points("kitap", own) == break_points("kitap")


def test_letters_of_parts() -> None:
    assert [part_letter(n, "kk") for n in (1, 2, 3)] == ["а", "ә", "б"]
    assert [part_letter(n, "ru") for n in (1, 7, 8)] == ["а", "ж", "и"]
    assert part_letter(3, "en-GB") == "c"
    assert part_letter(2, "ar") == "ب"
    for language in ("kk", "ru", "en", "tr", "ar"):
        letters = {part_letter(n, language) for n in range(1, MOST + 1)}
        assert len(letters) == MOST


def test_directions() -> None:
    assert [traits(language).direction for language in ("ar", "fa-IR", "he", "kk", "tr", "en")] == [
        "rtl", "rtl", "rtl", "ltr", "ltr", "ltr",
    ]  # fmt: skip
