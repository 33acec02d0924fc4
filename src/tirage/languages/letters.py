"""Letters that number things, as the parts of a figure: the first ones of an alphabet that are used so.

Russian leaves out ё, з, й, о, ч, ъ, ы, ь (GOST R 2.105-2019, 6.3.5); Kazakh counts with its own letters, without those of
loans; Turkish and Arabic with theirs, Arabic in the order of abjad.
"""

from __future__ import annotations

MOST = 10
"""Letters known of each alphabet."""

_LETTERS = {"kk": "аәбвгғдежз", "ru": "абвгдежикл", "tr": "abcçdefghı", "ar": "أبجدهوزحطي"}
_LATIN = "abcdefghij"


def part_letter(number: int, language: str) -> str:
    """The letter of part `number`, from 1 to MOST, in an article in `language`.

    Raises IndexError for more parts than there are letters.
    """
    return _LETTERS.get(language.split("-", maxsplit=1)[0], _LATIN)[number - 1]
