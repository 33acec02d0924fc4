"""Kazakh and Russian text in Latin letters, by a named system.

Text, its language and a system come in; the same text without a Cyrillic letter goes out. Every other character stays. The
tables are in `latin.py`.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from tirage.languages.latin import System, Table, strangers, table_of

_BLOCKS = "Ѐ-ԯ\u1c80-\u1c8f\u1d2b\u1d78\u2de0-\u2dff\ua640-\ua69f\ufe2e\ufe2f\U0001e030-\U0001e08f"
"""The blocks that Unicode 16 gives to Cyrillic."""
_CYRILLIC = re.compile(f"[{_BLOCKS}]")
_MARKED = re.compile(f"[{_BLOCKS}][\u0300-\u036f]+")
_SOFTENING = frozenset("аәеёиоөуұүыіэюяйъь")
"""Letters after which a letter of `Table.opening` opens a syllable."""


def holds_cyrillic(text: str) -> bool:
    """Whether `text` has a character of a Cyrillic block."""
    return bool(_CYRILLIC.search(text))


def romanise(text: str, language: str, system: System) -> str:
    """`text` with its Cyrillic letters written in Latin ones by `system`; all other characters stay.

    `language` is BCP 47; one without tables is read as Russian, whose tables know the Kazakh letters. Letters of
    other languages are written as their nearest Russian or Kazakh one. A capital that becomes several letters follows
    its neighbours: ЩУКА, SHCHUKA; Щука, Shchuka.
    """
    if not holds_cyrillic(text):
        return text
    text = _MARKED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    table = table_of(language, system)
    visible = [place for place, char in enumerate(text) if not _is_mark(char)]
    before = {after: text[place] for place, after in pairwise(visible)}
    behind = {place: text[after] for place, after in pairwise(visible)}
    return "".join(
        _write(char, before.get(place, ""), behind.get(place, ""), table)
        for place, char in enumerate(text)
    )


def _write(char: str, before: str, behind: str, table: Table) -> str:
    """One character in Latin; `before` and `behind` are its neighbours, "" where there is none."""
    if not holds_cyrillic(char):
        return char
    small = char.lower()
    latin = _small(small, before.lower(), table)
    if small == char:
        return latin
    if behind.isupper() or (before.isupper() and not behind.isalpha()):
        return latin.upper()
    first = next((place for place, letter in enumerate(latin) if letter.isalpha()), 0)
    return latin[:first] + latin[first : first + 1].upper() + latin[first + 1 :]


def _small(letter: str, before: str, table: Table) -> str:
    if before + letter in table.pairs:
        return table.pairs[before + letter]
    if letter in table.opening and (not before.isalpha() or before in _SOFTENING):
        return table.opening[letter]
    if letter in table.letters:
        return table.letters[letter]
    return _stranger(letter, table)


def _stranger(letter: str, table: Table) -> str:
    """A letter that the table lacks: taken apart into letter and mark, known by itself, or by its Unicode name."""
    parts = unicodedata.normalize("NFD", letter)
    if len(parts) > 1:
        return unicodedata.normalize("NFC", _small(parts[0], "", table) + parts[1:])
    if letter in strangers():
        return strangers()[letter]
    if not (name := unicodedata.name(letter, "").split(" WITH ")[0]):
        return ""
    for words in (2, 1):
        kin = _find(" ".join(name.split()[-words:]))
        if found := table.letters.get(kin) or strangers().get(kin):
            return found
    sound = name.split()[-1].lower()
    return (sound.rstrip("aeiou") or sound) if letter.isalpha() else ""


def _find(name: str) -> str:
    """The small letter of a name: "к" for "KA"; "" where there is none."""
    try:
        return unicodedata.lookup(f"CYRILLIC SMALL LETTER {name}")
    except KeyError:
        return ""


def _is_mark(char: str) -> bool:
    """Whether a character is drawn onto the letter before it or not at all: an accent, a soft hyphen."""
    return char == "\u00ad" or unicodedata.combining(char) != 0
