"""Turkish endings of a letter, number or word, as formulas read aloud need them: x'in, n'ye, 1'den, k'li, piye.

Rules of the orthography (Türk Dil Kurumu, "Yazım Kılavuzu"): an ending follows the sound of what it stands behind, the last vowel by
vowel harmony, -den after voiced sounds and -ten after f, s, t, k, ç, ş, h, p; letters and figures have an apostrophe before it, and are
taken as they are read.
"""

from __future__ import annotations

import re

_VOWELS = "aıoueiöü"
_CLOSE = dict(zip(_VOWELS, "ııuuiiüü", strict=True))
"""The vowel of endings with ı, i, u, ü, by the last vowel of the word."""
_VOICELESS = frozenset("fstkçşhp")
_LETTERS = {"x": "iks", "q": "kü", "w": "çift ve"}
_ONES = ("sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
_TENS = ("", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")
_NOUGHTS = ("", "", "yüz", "bin", "bin", "bin", "milyon")
"""What a number ends in that ends in so many noughts."""


def inflect(text: str, case: str) -> str:
    """`text` with an ending on its last word: `case` is "of" (-in), "to" (-e), "from" (-den) or "with" (-li).

    What does not end in a letter or figure stays.
    """
    word = text.rsplit(" ", 1)[-1]
    if not word[-1:].isalnum():
        return text
    sound = _sound(word)
    vowels = [letter for letter in sound if letter in _CLOSE]
    if not vowels:
        return text
    apostrophe = "’" if len(word) == 1 or word[-1].isdigit() else ""
    return text + apostrophe + _ending(sound, vowels[-1], case)


def _ending(sound: str, vowel: str, case: str) -> str:
    """The ending of what sounds as `sound` and has `vowel` last."""
    close, ends_in_vowel = _CLOSE[vowel], sound[-1] in _CLOSE
    if case == "of":
        return ("n" if ends_in_vowel else "") + close + "n"
    if case == "with":
        return "l" + close
    open_ = "a" if close in "ıu" else "e"
    if case == "to":
        return ("y" if ends_in_vowel else "") + open_
    return ("t" if sound[-1] in _VOICELESS else "d") + open_ + "n"


def _sound(word: str) -> str:
    """How the end of a word is read: "iks" for "x", "ne" for "n", "üç" for "23"."""
    if word[-1].isdigit():
        return _number(re.findall(r"\d+", word)[-1])
    small = word.replace("İ", "i").replace("I", "ı").lower()
    if len(small) > 1 or small in _CLOSE:
        return small
    return _LETTERS.get(small, small + "e")


def _number(figures: str) -> str:
    """The last word of a number as it is read."""
    noughts = len(figures) - len(figures.rstrip("0"))
    if noughts == len(figures):
        return _ONES[0]
    if noughts > 1:
        return _NOUGHTS[min(noughts, len(_NOUGHTS) - 1)]
    return _TENS[int(figures[-2])] if noughts else _ONES[int(figures[-1])]
