"""Where a Kazakh word may be broken at the end of a line.

The rules are those of the orthography as school grammars give them: a word is broken between syllables; of two
consonants between vowels one goes, of three or more the last goes; й and у between vowels open the next syllable; и and у
that stand for a vowel sound end theirs; no single letter is left or carried (a syllable of one letter goes with the next:
са-яси, and the last one with the one before: пар-тия); abbreviations are not broken.

Where school grammars are silent: of three or more consonants in a loan a stop and р or л go together (кон-траст); ъ ends
its syllable (объ-ект); words of `kk/stems.toml` are broken as written there.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, pairwise

from tirage.languages.folders import part

_VOWELS = frozenset("аәеёиоөуұүыіэюя")
_SIGNS = frozenset("ъь")
_LETTERS = frozenset("абвгғдежзйкқлмнңпрстфхһцчшщ") | _VOWELS | _SIGNS

_ONSETS = frozenset(("бл", "бр", "вр", "гл", "гр", "др", "кл", "кр", "пл", "пр", "тр", "фл", "фр"))
"""Pairs that begin a syllable in loans; no Kazakh ending makes them after another consonant."""


@lru_cache(maxsize=65536)
def break_points(word: str, own: tuple[str, ...] = ()) -> tuple[int, ...]:
    """The places in `word` before which it may be broken: 2 and 4 for "балалар" (ба-ла-лар).

    A word with other letters than Kazakh ones, or with capitals past its first letter, has none. `own` are stems that
    are broken as written ("қазақ-стан"), before those of the table.
    """
    letters = word.lower()
    if len(letters) < 4 or len(letters) != len(word) or not _LETTERS.issuperset(letters):
        return ()
    if word[1:] != letters[1:]:
        return ()
    points = [0]
    for point in _borders(letters, _stems(own)):
        if points[-1] + 2 <= point <= len(letters) - 2:
            points.append(point)
    return tuple(points[1:])


def _borders(letters: str, stems: dict[str, tuple[int, ...]]) -> tuple[int, ...]:
    """Where the syllables of a word end: as `stems` have it for its stem, by rule behind the stem's last vowel."""
    vowels = [place for place in range(len(letters)) if _is_vowel(letters, place)]
    stem = _stem(letters, stems)
    last = max((place for place in vowels if place < len(stem)), default=0)
    ruled = (_border(letters, a, b) for a, b in pairwise(vowels) if not stem or a >= last)
    return (*stems.get(stem, ()), *ruled)


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
    if not consonants or letters[second - 1] == "ъ":
        return second
    if len(consonants) > 2 and letters[second - 2 : second] in _ONSETS:
        return consonants[-2]
    return consonants[-1]


def _stem(letters: str, stems: dict[str, tuple[int, ...]]) -> str:
    """The longest of `stems` with which a word begins, or ""."""
    heads = (letters[:length] for length in range(len(letters), 3, -1))
    return next((head for head in heads if head in stems), "")


@lru_cache(maxsize=8)
def _stems(own: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    """The stems of the table and `own` ones, without hyphens, and where they are broken."""
    stems = [stem for group in part("kk", "stems")["group"] for stem in group["stems"]]
    stems += [stem.lower() for stem in own]
    return {
        stem.replace("-", ""): tuple(accumulate(len(part) for part in stem.split("-")[:-1]))
        for stem in stems
    }
