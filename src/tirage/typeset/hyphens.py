"""Languages whose words the engine cannot break by itself, lent to Pyphen, which it asks; and words broken otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path

import pyphen

from tirage.languages import kazakh, turkish
from tirage.model.language import Breaks

_KAZAKH, _TURKISH = Path("kazakh"), Path("turkish")


class _Kazakh(pyphen.HyphDict):
    """Break points from the orthography's rules, where Pyphen expects patterns from a file."""

    def __init__(self, own: tuple[str, ...] = ()) -> None:
        """Nothing is read; `own` are stems that go before the rules."""
        self.own = own

    def positions(self, word: str) -> list[pyphen.DataInt]:
        """The points before which `word` may be broken, as Pyphen wants them."""
        return [pyphen.DataInt(point) for point in kazakh.break_points(word, self.own)]


class _Turkish(pyphen.HyphDict):
    """As for Kazakh: Pyphen has no Turkish patterns."""

    def __init__(self) -> None:
        """Nothing is read."""

    def positions(self, word: str) -> list[pyphen.DataInt]:
        """The points before which `word` may be broken, as Pyphen wants them."""
        return [pyphen.DataInt(point) for point in turkish.break_points(word)]


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
    """Make Pyphen answer for Kazakh and Turkish, in this process.

    Pyphen keeps dictionaries by the path of their file, and languages in two tables of which WeasyPrint's
    look-up needs both (WeasyPrint #1945).
    """
    for language, path, dictionary in (("kk", _KAZAKH, _Kazakh()), ("tr", _TURKISH, _Turkish())):
        pyphen.LANGUAGES[language] = path
        pyphen.LANGUAGES_LOWERCASE[language] = language
        pyphen.hdcache[path] = dictionary


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
    return _Kazakh(words) if isinstance(usual, _Kazakh) else _Excepted(usual, words)
