"""What a language wants of its marks (`<language>/marks.toml`). A language without a folder has the marks of `und`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tirage.languages.folders import part


@dataclass(frozen=True, slots=True)
class Words:
    """Words as written, and stems that take any ending ("жыл*")."""

    whole: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()

    def __contains__(self, word: str) -> bool:
        return word in self.whole or bool(self.stems and word.startswith(self.stems))


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """The marks of one language. There is one for each language, so they are told apart by identity."""

    quotes: str
    """Outer pair and inner pair, four characters; "": quotes stay as typed."""
    dash: str
    """The dash between parts of a sentence with its spaces, as " — "; "": as typed."""
    comma: str
    """Between parts of an entry in a list of references."""
    closed_dash: bool
    """A dash between two letters without spaces is such a dash too."""
    apart: bool
    """Abbreviations and initials typed without a space get one: т.д., А.Ә.Әуезов, № before figures, г. after a year."""
    together: frozenset[tuple[str, str]]
    """Neighbours that stay on one line."""
    before_number: Words
    """Abbreviations, small letters, that stay with the number after them."""
    after_number: Words
    """Units and words that stay with the number before them."""
    after_year: Words
    before_name: Words
    short: Words
    """Words, small letters, that stay with the word after them."""
    opening: Words
    """Words that do so at the beginning of a sentence."""
    clinging: Words
    """Words that stay with the word before them."""
    centuries: Words
    """What follows a Roman numeral and stays with it."""
    months: Words
    month_first: bool
    before_minus: Words
    """Words after which a hyphen before figures is a minus."""
    codes: Words
    """What announces figures that are no amount, small letters: ISBN, тел."""


@lru_cache(maxsize=64)
def rules_of(language: str, quotes: str = "", dash: str = "") -> Rules:
    """The marks of `language` (BCP 47); `quotes` and `dash`, where given, go before the language's own."""
    data = part(language, "marks")
    words = {name: _words(values) for name, values in data["words"].items()}
    return Rules(
        quotes=quotes or data["quotes"],
        dash=dash or data["dash"],
        comma=data["comma"],
        closed_dash=data["closed-dash"],
        apart=data["apart"],
        month_first=data["month-first"],
        together=frozenset(_neighbours(data["together"])),
        **{name.replace("-", "_"): value for name, value in words.items()},
    )


def _words(values: list[str]) -> Words:
    return Words(
        frozenset(value for value in values if not value.endswith("*")),
        tuple(value[:-1] for value in values if value.endswith("*")),
    )


def _neighbours(phrases: list[str]) -> list[tuple[str, str]]:
    parts = [phrase.split() for phrase in phrases]
    return [pair for words in parts for pair in pairwise(words)]
