"""The order of the alphabet: names, titles and keywords sorted as readers of a language expect.

A text and the language of the list come in; a key for `sorted` goes out. After the Unicode Collation Algorithm, much shortened:
letters first, then their marks, then capitals; spaces come before letters, so that short words come before long ones; other signs
do not count. The alphabets stand in the languages' folders.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Literal, TypeAlias

from tirage.languages.folders import COMMON
from tirage.languages.romanisation import holds_cyrillic, romanise
from tirage.languages.traits import small, traits

Scripts: TypeAlias = Literal["cyrillic-first", "latin-first", "mixed"]
"""Which letters come first in a list; `mixed`: Cyrillic stands among Latin, as it is romanised."""

Key: TypeAlias = tuple[tuple[tuple[int, int, str], ...], str, str]
"""Letters without their marks; the text with its marks; the text."""

_SPACE, _DIGIT, _FIRST, _SECOND, _OTHER = range(5)
_SAME = {"ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "ð": "d"}  # fmt: skip
"""Latin letters that no alphabet of a list knows and that cannot be taken apart."""


def sort_key(text: str, language: str, scripts: Scripts | None = None) -> Key:
    """The place of `text` in a list in `language` (BCP 47).

    Without `scripts`, the letters of the language's own script come first.
    """
    if scripts is None:
        scripts = "cyrillic-first" if is_cyrillic(language) else "latin-first"
    read = romanise(text, language, "bgn-pcgn") if scripts == "mixed" else text
    read = small(unicodedata.normalize("NFC", read), language)
    cyrillic_first = scripts == "cyrillic-first"
    weights = [w for char in read for w in _weights(char, language, cyrillic_first)]
    return tuple(weights), read, text.swapcase()


def in_order(
    texts: Iterable[str], language: str, scripts: Scripts | None = None
) -> tuple[str, ...]:
    """`texts` in the order of the alphabet of `language`."""
    return tuple(sorted(texts, key=lambda text: sort_key(text, language, scripts)))


@cache
def _weights(char: str, language: str, cyrillic_first: bool) -> tuple[tuple[int, int, str], ...]:
    """What `char` (small) counts as: kind, place in the alphabet, and itself where no alphabet has it."""
    if char.isspace():
        return ((_SPACE, 0, ""),)
    if char.isdigit():
        return ((_DIGIT, unicodedata.digit(char, 0), ""),)
    if not char.isalpha():
        return ()
    cyrillic = holds_cyrillic(char)
    places = _places(language, cyrillic)
    kind = _FIRST if cyrillic == cyrillic_first else _SECOND
    if char in places:
        return ((kind, places[char], ""),)
    plain = _SAME.get(char) or unicodedata.normalize("NFD", char)
    if plain != char:
        return tuple(w for part in plain for w in _weights(part, language, cyrillic_first))
    latin = unicodedata.name(char, "").startswith("LATIN")
    return ((kind if cyrillic or latin else _OTHER, len(places), char),)


@cache
def _places(language: str, cyrillic: bool) -> dict[str, int]:
    """The places of the letters of one script in a list in `language`."""
    own = traits(language)
    if cyrillic == is_cyrillic(language):
        alphabet = own.alphabet
    else:
        alphabet = own.cyrillic if cyrillic else traits(COMMON).alphabet
    return {letter: place for place, same in enumerate(alphabet) for letter in same}


@cache
def is_cyrillic(language: str) -> bool:
    """Whether `language` is written in Cyrillic."""
    return any(map(holds_cyrillic, traits(language).alphabet))
