"""Where a Turkish word may be broken at the end of a line.

The rule of the Turkish Language Association (TDK, Yazım Kılavuzu, "Hece yapısı ve satır sonunda kelimelerin bölünmesi"): a word is broken
between syllables; every syllable has one vowel; the last of the consonants between two vowels goes with the second
(ara-ba, al-dı, Türk-çe, port-re, prog-ram). No single letter is left or carried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, pairwise

from tirage.languages.traits import small

_VOWELS = frozenset("aâeıîioöuûü")
_APOSTROPHE = re.compile("['’]")
_LETTERS = frozenset("abcçdefgğhıijklmnoöprsştuüvyzâîûqwx")


@lru_cache(maxsize=65536)
def break_points(word: str, own: tuple[str, ...] = ()) -> tuple[int, ...]:
    """The places in `word` before which it may be broken: 3 for "kitap" would be wrong, 2 is right (ki-tap).

    A word with other letters than Turkish ones, or with capitals past its first letter, has none. `own` are stems that
    are broken as written ("Star-bucks"); their endings are broken by rule.
    """
    if apostrophe := _APOSTROPHE.search(word):
        return _around(word, apostrophe.start(), own)
    letters = small(word[:1], "tr") + word[1:]
    if not _LETTERS.issuperset(letters):
        return ()
    stem = _stem(letters, own)
    points = [point for point in _ruled(letters) if point >= len(stem.replace("-", ""))]
    points += accumulate(len(part) for part in stem.split("-")[:-1])
    return tuple(point for point in sorted(points) if 2 <= point <= len(word) - 2)


def _around(word: str, apostrophe: int, own: tuple[str, ...]) -> tuple[int, ...]:
    """The points of a name and of its ending: at the apostrophe itself a line ends without a hyphen, so there is none."""
    name, behind = word[:apostrophe], apostrophe + 1
    ending = (behind + point for point in break_points(word[behind:], own))
    return (*break_points(name, own), *ending)


def _ruled(letters: str) -> Iterator[int]:
    """Where the syllables of a word end."""
    vowels = [place for place, letter in enumerate(letters) if letter in _VOWELS]
    for first, second in pairwise(vowels):
        yield second - 1 if second - first > 1 else second


def _stem(letters: str, own: tuple[str, ...]) -> str:
    """The longest of `own` with which a word begins, with its hyphens, or ""."""
    stems = (small(stem, "tr") for stem in own)
    fitting = [stem for stem in stems if letters.startswith(stem.replace("-", ""))]
    return max(fitting, key=len, default="")
