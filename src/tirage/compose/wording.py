"""Names, dates and numbers in the language of the text around them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal

from tirage.languages.marks.signs import plain_spaces
from tirage.languages.traits import cldr_name
from tirage.model.issue import Contributor

_NUMBER = re.compile(r"\d{1,15}(?:[.,]\d{1,9})?")
"""A number that is nothing else: neither grouped nor with a unit."""


def full_name(author: Contributor, language: str) -> str:
    """The author's name as it stands over an article: given name, then family name."""
    name = author.name(language)
    return f"{name.given} {name.family}".strip()


def long_date(day: date, language: str) -> str:
    """`day` written out: "31 марта 2026 г."."""
    written = format_date(day, "long", locale=_locale(language))
    return plain_spaces(written)


def number(value: str | int, language: str) -> str:
    """`value` with the decimal sign of `language`; a text that is not just a number stays: "7.5" is "7,5" in Russian.

    Groups of figures are parted by the rules of marks, as in any text.
    """
    if not _NUMBER.fullmatch(str(value)):
        return str(value)
    amount = Decimal(str(value).replace(",", "."))
    pattern = re.sub(r"\d", "0", str(amount))  # as many decimals as were typed
    return format_decimal(amount, pattern, locale=_locale(language), numbering_system="latn")


def _locale(language: str) -> Locale:
    """What Babel knows of `language` (BCP 47); British English for a language that it does not know."""
    try:
        return Locale.parse(cldr_name(language))
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")
