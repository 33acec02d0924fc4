"""Entries of a list on their way to the page: quotation marks and spaces of their language, dashes of their style."""

from __future__ import annotations

from typing import Any

import pytest

from tests.compose.bibliography_cases import make
from tirage.compose.bibliography.entries import entry
from tirage.compose.bibliography.style import bundled_style
from tirage.compose.spacing import set_reference
from tirage.model.matter import plain


def printed(written: dict[str, Any]) -> str:
    made = make(written)
    set_ = set_reference(entry(made, bundled_style("gost-7.1")), made, made.language)
    return plain(set_).replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("lang", "title", "expected"),
    [
        ("kk", 'Л.Н.Гумилев және "дала"', "Л.~Н.~Гумилев және «дала».~– 2001."),
        ("ru", 'О "Слове" и др.', "О~«Слове» и~др.~– 2001."),
        ("en", 'A reader\'s "guide"', "A~reader’s “guide”.~– 2001."),
        ("ar", "تاريخ, 1900", "تاريخ، 1900.~– 2001."),
        ("tr", 'Türkiye\'de "söz"', "Türkiye’de “söz”.~– 2001."),
    ],
)
def test_an_entry_has_the_marks_of_its_language(lang: str, title: str, expected: str) -> None:
    assert printed({"type": "book", "lang": lang, "title": title, "issued": "2001"}) == expected


def test_what_the_author_wrote_stays_but_for_its_spaces() -> None:
    line = 'Ахметов А.А. "Тіл" - Алматы, 2001. - 5 б.'
    assert printed({"lang": "kk", "text": line}).replace("~", " ") == line
