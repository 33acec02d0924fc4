"""Where a Turkish word may be broken at the end of a line.

The rule of the Turkish Language Association (TDK, Yazım Kılavuzu, "Hece yapısı ve satır sonunda kelimelerin bölünmesi"): a word is broken
between syllables; every syllable has one vowel; the last of the consonants between two vowels goes with the second
(ara-ba, al-dı, Türk-çe, port-re, prog-ram). No single letter is left or carried.
"""

from __future__ import annotations

from itertools import pairwise

_VOWELS = frozenset("aâeıîioöuûü")
_LETTERS = frozenset("abcçdefgğhıijklmnoöprsştuüvyzâîûqwx")


def break_points(word: str) -> tuple[int, ...]:
    """The places in `word` before which it may be broken: 3 for "kitap" would be wrong, 2 is right (ki-tap).

    A word with other letters than Turkish ones, or with capitals past its first letter, has none.
    """
    letters = word[:1].translate(_SMALL).lower() + word[1:]
    if not _LETTERS.issuperset(letters):
        return ()
    vowels = [place for place, letter in enumerate(letters) if letter in _VOWELS]
    points = (second - 1 if second - first > 1 else second for first, second in pairwise(vowels))
    return tuple(point for point in points if 2 <= point <= len(word) - 2)


_SMALL = str.maketrans("İI", "iı")
"""Turkish capitals of which Python's `lower` knows nothing."""
