"""Names, dates and labels in the language of the text around them."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_date

from tirage.languages.marks.signs import plain_spaces
from tirage.model.issue import Contributor, PersonName

_LOCALES = {"en": "en_GB"}
"""Babel's plain English is American."""
_HYPHENATED = re.compile(r"-\s*")


def full_name(author: Contributor, language: str) -> str:
    """The author's name as it stands over an article: given name, then family name."""
    name = author.name(language)
    return f"{name.given} {name.family}".strip()


def short_name(author: Contributor, language: str) -> str:
    """The author's name as lists have it: family name, then initials ("Үлгібаев С. А.")."""
    name = author.name(language)
    return f"{name.family} {initials(name)}".strip()


def initials(name: PersonName) -> str:
    """The initials of a given name: "Донъя Мария" gives "Д. М.", "Жан-Поль" "Ж.-П."; what is initials stays."""
    words = []
    for word in name.given.split():
        parts = [part[0].upper() + "." for part in _HYPHENATED.split(word) if part]
        if word.endswith(".") and len(word) <= 3:
            parts = [word]
        words.append("-".join(parts))
    return " ".join(words)


def long_date(day: date, language: str) -> str:
    """`day` written out: "31 марта 2026 г."."""
    written = format_date(day, "long", locale=_LOCALES.get(language, language))
    return plain_spaces(written)
