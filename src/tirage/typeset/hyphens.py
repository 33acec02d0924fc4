"""Languages whose words the engine cannot break by itself, lent to Pyphen, which it asks; and words broken otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import wraps
from itertools import accumulate
from pathlib import Path
from typing import TypeAlias

import pyphen

from tirage.languages import kazakh, turkish
from tirage.languages.folders import languages, own_file
from tirage.languages.traits import traits
from tirage.model.language import Breaks

Rule: TypeAlias = Callable[[str, tuple[str, ...]], tuple[int, ...]]
"""Where a word may be broken; the second are stems that go before the rule."""

_RULES: Mapping[str, Rule] = {"kazakh": kazakh.break_points, "turkish": turkish.break_points}
"""The rules that folders of languages name."""
_PATTERNS = "hyphenation.dic"
"""The file of a language's folder with patterns that Pyphen lacks."""


class _Ruled(pyphen.HyphDict):
    """Break points from an orthography's rule, where Pyphen expects patterns from a file."""

    def __init__(self, rule: Rule, own: tuple[str, ...] = ()) -> None:
        """Nothing is read; `own` are stems that go before the rule."""
        self.rule = rule
        self.own = own

    def positions(self, word: str) -> list[pyphen.DataInt]:
        """The points before which `word` may be broken, as Pyphen wants them."""
        return [pyphen.DataInt(point) for point in self.rule(word, self.own)]


class _Excepted(pyphen.HyphDict):
    """Patterns from a file, and words that go before them."""

    def __init__(self, patterns: pyphen.HyphDict, words: Sequence[str]) -> None:
        """`words` have a hyphen at each place where they may be broken."""
        self.patterns_of_file = patterns
        self.words = {
            word.replace("-", "").lower(): tuple(
                accumulate(len(part) for part in word.split("-")[:-1])
            )
            for word in words
        }

    def positions(self, word: str) -> list[pyphen.DataInt]:
        """The points before which `word` may be broken, as Pyphen wants them."""
        points = self.words.get(word.lower())
        if points is None:
            return list(self.patterns_of_file.positions(word))
        return [pyphen.DataInt(point) for point in points]


def install() -> None:
    """Make Pyphen answer for languages that have a rule or patterns of ours, and leave what is no word whole, in this process.

    Pyphen keeps dictionaries by the path of their file, and languages in two tables of which WeasyPrint's
    look-up needs both (WeasyPrint #1945).
    """
    for language in languages():
        rule = _RULES.get(traits(language).breaks.rule)
        path = Path(language) if rule else own_file(language, _PATTERNS)
        if path is None:
            continue
        name = language.replace("-", "_")
        pyphen.LANGUAGES[name] = path
        pyphen.LANGUAGES_LOWERCASE[name.lower()] = name
        if rule:
            pyphen.hdcache[path] = _Ruled(rule)
    if not hasattr(pyphen.HyphDict.positions, "__wrapped__"):
        setattr(pyphen.HyphDict, "positions", _of_words(pyphen.HyphDict.positions))  # noqa: B010


def _of_words(
    positions: Callable[..., list[pyphen.DataInt]],
) -> Callable[..., list[pyphen.DataInt]]:
    """`positions` by patterns, which are made for words: an abbreviation (ЕАЭС, COVID), a name with a capital inside and
    anything with a figure in it (490человек) is not broken.
    """

    @wraps(positions)
    def find(dictionary: pyphen.HyphDict, word: str) -> list[pyphen.DataInt]:
        is_word = word[1:] == word[1:].lower() and not any(map(str.isdigit, word))
        return positions(dictionary, word) if is_word else []

    return find


@contextmanager
def excepted(exceptions: Sequence[Breaks]) -> Iterator[None]:
    """Within it, Pyphen breaks the words of `exceptions` as they are written; afterwards as before."""
    usual: dict[Path, pyphen.HyphDict] = {}
    try:
        for breaks in exceptions:
            for path in _paths(breaks.language):
                usual[path] = pyphen.hdcache.get(path) or pyphen.HyphDict(path)
                pyphen.hdcache[path] = _otherwise(usual[path], breaks.words)
        yield
    finally:
        pyphen.hdcache.update(usual)


def _paths(language: str) -> list[Path]:
    """The dictionaries of a language and its regions (en, en_US), each once."""
    files = [str(file) for name, file in pyphen.LANGUAGES.items() if name.split("_")[0] == language]
    return [Path(file) for file in dict.fromkeys(files)]


def _otherwise(usual: pyphen.HyphDict, words: tuple[str, ...]) -> pyphen.HyphDict:
    return _Ruled(usual.rule, words) if isinstance(usual, _Ruled) else _Excepted(usual, words)
