"""What a language is: its direction, alphabet, numerals and how its words are broken (`<language>/language.toml`).

The name of a language (BCP 47) comes in, its Traits go out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from tirage.languages.folders import part


@dataclass(frozen=True, slots=True)
class Breaks:
    """Where words may be broken at the end of a line."""

    rule: str
    """The name of a rule in Python, as "kazakh"; "": patterns."""
    shortest: int
    """Letters of the shortest word that is broken."""
    before: int
    """The fewest letters before the hyphen."""
    behind: int
    """The fewest letters behind it."""

    @property
    def limits(self) -> str:
        """The three lengths as CSS writes them: "5 2 2"."""
        return f"{self.shortest} {self.before} {self.behind}"


@dataclass(frozen=True, slots=True)
class Traits:
    """One language."""

    direction: Literal["ltr", "rtl"]
    decimal: Literal[",", "."]
    """The decimal sign."""
    thousands: str
    """The sign that may part groups of figures beside a space; "" where none is usual."""
    locale: str
    """The language in Unicode's CLDR, where that is another name than its own: dates and numbers."""
    alphabet: tuple[str, ...]
    """Its letters in their order; letters that count as the same stand together: "её"."""
    cyrillic: tuple[str, ...]
    """The order of Cyrillic letters in a list of a language that is written otherwise."""
    capitals: tuple[tuple[str, str], ...]
    """Capitals whose small letters are others than usual: İ and i, I and ı."""
    counting: str
    """The letters that number things, as the parts of a figure."""
    known_by: str
    """Letters by which a text that does not say its language is known to be in this one."""
    breaks: Breaks


@cache
def traits(language: str) -> Traits:
    """What is known of `language`; what its folder does not say is as in `und`."""
    data = part(language, "language")
    broken: dict[str, Any] = data["hyphenation"]
    return Traits(
        direction=data["direction"],
        decimal=data["decimal"],
        thousands=data["thousands"],
        locale=data["locale"],
        alphabet=_letters(data["alphabet"]),
        cyrillic=_letters(data["cyrillic"]),
        capitals=tuple((pair[0], pair[1]) for pair in data["capitals"].split()),
        counting=data["counting"],
        known_by=data["known-by"],
        breaks=Breaks(broken["rule"], broken["shortest"], broken["before"], broken["behind"]),
    )


def cldr_name(language: str) -> str:
    """What `language` is called in Unicode's CLDR: "en_GB" for "en", "en_US" for "en-US"."""
    known = "" if "-" in language else traits(language).locale
    return known or language.replace("-", "_")


def small(text: str, language: str) -> str:
    """`text` in small letters, as `language` has them: I is ı in Turkish."""
    for capital, letter in traits(language).capitals:
        text = text.replace(capital, letter)
    return text.lower()


def _letters(alphabet: str) -> tuple[str, ...]:
    return tuple(letters.replace("/", "") for letters in alphabet.split())
