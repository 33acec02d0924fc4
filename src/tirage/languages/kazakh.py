"""Where a Kazakh word may be broken at the end of a line.

The rules are those of the orthography as school grammars give them: a word is broken between syllables; of two
consonants between vowels one goes, of three or more the last goes; й and у between vowels open the next syllable; и and у
that stand for a vowel sound end theirs; no single letter is left or carried (a syllable of one letter goes with the next:
са-яси); abbreviations are not broken.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

_VOWELS = frozenset("аәеёиоөуұүыіэюя")
_SIGNS = frozenset("ъь")
_LETTERS = frozenset("абвгғдежзйкқлмнңпрстфхһцчшщ") | _VOWELS | _SIGNS


@lru_cache(maxsize=65536)
def break_points(word: str) -> tuple[int, ...]:
    """The places in `word` before which it may be broken: 2 and 4 for "балалар" (ба-ла-лар).

    A word with other letters than Kazakh ones, or with capitals past its first letter, has none.
    """
    letters = word.lower()
    if len(letters) < 4 or len(letters) != len(word) or not _LETTERS.issuperset(letters):
        return ()
    if word[1:] != letters[1:]:
        return ()
    vowels = [place for place in range(len(letters)) if _is_vowel(letters, place)]
    points = [0]
    for first, second in pairwise(vowels):
        point = _border(letters, first, second)
        if points[-1] + 2 <= point <= len(letters) - 2:
            points.append(point)
    return tuple(points[1:])


def _is_vowel(letters: str, place: int) -> bool:
    """Whether a letter sounds as a vowel: у after a vowel, or before one at the start of a word, does not."""
    if letters[place] not in _VOWELS:
        return False
    if letters[place] != "у":
        return True
    if place == 0:
        return letters[1:2] not in _VOWELS
    return not _is_vowel(letters, place - 1)


def _border(letters: str, first: int, second: int) -> int:
    """Where the syllable of the vowel at `first` ends, when the next vowel stands at `second`."""
    consonants = [place for place in range(first + 1, second) if letters[place] not in _SIGNS]
    return consonants[-1] if consonants else second
