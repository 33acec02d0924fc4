"""The Kazakh genitive of a word or number, as formulas read aloud need it: икстің, аның, 2-нің.

Rules of the orthography: -ның, -нің after vowels and м, н, ң; -дың, -дің after other voiced consonants, й, и, у;
-тың, -тің after voiceless ones and б, в, г, д. The vowel follows the last vowel of the word.
"""

from __future__ import annotations

_BACK = frozenset("аоұыуюяё")
_FRONT = frozenset("әеөүіиэ")
_NASAL = frozenset("мнң")
_VOICED = frozenset("рлзжйиу")
_NUMBERS = {
    "0": "дің", "1": "дің", "2": "нің", "3": "тің", "4": "тің", "5": "тің", "6": "ның", "7": "нің", "8": "дің",
    "9": "дың", "10": "ның", "20": "ның", "30": "дың", "40": "тың", "50": "нің", "60": "тың", "70": "тің",
    "80": "нің", "90": "ның",
}  # fmt: skip
"""Endings of the numbers by how they are read: бірдің, екінің, үштің … сексеннің, тоқсанның."""


def inflect(text: str, case: str) -> str:
    """`text` with its last word in the genitive, the only `case` ("of") that formulas need."""
    if case != "of":
        raise ValueError(case)
    word = text.rsplit(" ", 1)[-1].lower()
    if word[-1:].isdigit():
        return f"{text}-{_NUMBERS.get(word[-2:] if word[-1] == '0' and len(word) > 1 else word[-1], 'дің')}"
    vowels = [letter for letter in word if letter in _BACK | _FRONT]
    if not vowels or not word[-1].isalpha():
        return text
    vowel = "ы" if vowels[-1] in _BACK else "і"
    last = word[-1]
    if last in _VOICED:
        first = "д"
    elif last in _NASAL or last in _BACK | _FRONT:
        first = "н"
    else:
        first = "т"
    return f"{text}{first}{vowel}ң"
