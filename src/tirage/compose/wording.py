"""Names, dates and labels in the language of the text around them."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from tirage.languages.marks.signs import plain_spaces
from tirage.model.issue import Contributor

_LOCALES = {"en": "en_GB"}
"""Babel's plain English is American."""


def full_name(author: Contributor, language: str) -> str:
    """The author's name as it stands over an article: given name, then family name."""
    name = author.name(language)
    return f"{name.given} {name.family}".strip()


def long_date(day: date, language: str) -> str:
    """`day` written out: "31 марта 2026 г."."""
    written = format_date(day, "long", locale=_LOCALES.get(language, language))
    return plain_spaces(written)
