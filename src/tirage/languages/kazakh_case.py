"""Kazakh endings of a word or number, as formulas read aloud need them: икстің, аның, 2-нің, 0-ге.

Rules of the orthography. Genitive: -ның, -нің after vowels and м, н, ң; -дың, -дің after other voiced consonants, й, и, у, ю;
-тың, -тің after voiceless ones and б, в, г, д. Dative: -қа, -ке after voiceless ones and б, в, г, д, else -ға, -ге. The vowel
follows the last vowel of the word; a number is taken as it is read.
"""

from __future__ import annotations

_BACK = frozenset("аоұыуюяё")
_FRONT = frozenset("әеөүіиэ")
_NASAL = frozenset("мнң")
_VOICED = frozenset("рлзжйиую")
_ONES = ("нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
_TENS = ("", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
_NOUGHTS = ("", "", "жүз", "мың", "мың", "мың", "миллион")
"""What a number ends in that ends in so many noughts."""


def inflect(text: str, case: str) -> str:
    """`text` with an ending on its last word: `case` is "of" (genitive) or "to" (dative).

    What does not end in a letter or figure stays.
    """
    word = text.rsplit(" ", 1)[-1].lower()
    if word[-1:].isdigit():
        return f"{text}-{_ending(_number(word), case)}"
    if not word[-1:].isalpha() or not any(letter in _BACK | _FRONT for letter in word):
        return text
    return text + _ending(word, case)


def _ending(sound: str, case: str) -> str:
    """The ending of what sounds as `sound`."""
    vowels = [letter for letter in sound if letter in _BACK | _FRONT]
    if vowels[-1] in "ую" and len(vowels) > 1:
        vowels.pop()  # у and ю sound as the vowel before them: елу, but су
    back = vowels[-1] in _BACK
    last = sound[-1]
    soft = last in _VOICED | _NASAL | _BACK | _FRONT
    if case == "to":
        return ("ға" if back else "ге") if soft else ("қа" if back else "ке")
    first = "д" if last in _VOICED else "н" if soft else "т"
    return f"{first}{'ы' if back else 'і'}ң"


def _number(word: str) -> str:
    """The last word of a number as it is read."""
    figures = word.rsplit(".", maxsplit=1)[-1].rsplit(",", maxsplit=1)[-1]
    noughts = len(figures) - len(figures.rstrip("0"))
    if noughts == len(figures):
        return _ONES[0]
    if noughts > 1:
        return _NOUGHTS[min(noughts, len(_NOUGHTS) - 1)]
    return _TENS[int(figures[-2])] if noughts else _ONES[int(figures[-1])]
