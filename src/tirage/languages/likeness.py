"""Whether an author's romanised entry says what the entry says.

The author's text in Latin letters and the text that it romanises come in; what is amiss goes out. Words that an author may well
translate or leave out (places, publishers, words of two or three letters) make no entry wrong by themselves: look at `share`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from typing import get_args

from tirage.languages.latin import System
from tirage.languages.romanisation import holds_cyrillic, romanise

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f’ʹʺ”'`·])*")
_SIGNS = re.compile("[’ʹʺ”'`·ʼ]")
_SHORTEST = 4
"""Letters. Shorter words are mostly terms: Т., б., с., жыл."""
_NEAR = 0.7
"""How alike (0 to 1) two words are that mean the same."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What was found."""

    cyrillic: tuple[str, ...]
    """Words of the author's text in which a Cyrillic letter is left."""
    missing: tuple[tuple[str, str], ...]
    """Words, as they are romanised, that the author's text lacks, each with the word there that is most like it, or ""."""
    share: float
    """How many of the words were found, 0 to 1; 1 where there are none to be found."""
    system: System
    """The system by which the author seems to have written: the one by which most words are found."""


def compare(given: str, written: str, language: str, system: System) -> Likeness:
    """How `given`, an author's romanised text, is like `written` in `language`, romanised by `system`.

    Capitals, marks and signs over and beside letters are not looked at, so `system` matters only where letters differ.
    """
    have = {_fold(word): word for word in _WORD.findall(given)}
    left = tuple(word for word in _WORD.findall(given) if holds_cyrillic(word))
    wanted = [word for word in _WORD.findall(written) if _is_wanted(word)]
    found = {way: sum(_fold(romanise(w, language, way)) in have for w in wanted) for way in get_args(System)}  # fmt: skip
    missing = []
    for word in dict.fromkeys(wanted):
        made = romanise(word, language, system)
        if _fold(made) not in have:
            near = get_close_matches(_fold(made), have, 1, _NEAR)
            missing.append((made, have[near[0]] if near else ""))
    best = max(found, key=lambda way: (found[way], way == system))
    share = found[system] / len(wanted) if wanted else 1.0
    return Likeness(left, tuple(missing), share, best)


def _is_wanted(word: str) -> bool:
    return len(word) >= _SHORTEST and all(map(holds_cyrillic, _letters(word)))


def _letters(word: str) -> str:
    return "".join(char for char in word if char.isalpha() and not _SIGNS.match(char))


def _fold(word: str) -> str:
    """`word` in small letters, without marks and signs."""
    apart = unicodedata.normalize("NFKD", _SIGNS.sub("", word.lower()))
    return "".join(char for char in apart if not unicodedata.combining(char))
