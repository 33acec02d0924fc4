"""Languages whose words the engine cannot break by itself, lent to Pyphen, which it asks."""

from __future__ import annotations

from pathlib import Path

import pyphen

from tirage.languages import kazakh


class _Kazakh(pyphen.HyphDict):
    """Break points from the orthography's rules, where Pyphen expects patterns from a file."""

    def __init__(self) -> None:
        """Nothing is read."""

    def positions(self, word: str) -> list[pyphen.DataInt]:
        """The points before which `word` may be broken, as Pyphen wants them."""
        return [pyphen.DataInt(point) for point in kazakh.break_points(word)]


def install() -> None:
    """Make Pyphen answer for Kazakh, in this process.

    Pyphen keeps dictionaries by the path of their file, and languages in two tables of which WeasyPrint's
    look-up needs both (WeasyPrint #1945).
    """
    path = Path("kazakh")
    pyphen.LANGUAGES["kk"] = path
    pyphen.LANGUAGES_LOWERCASE["kk"] = "kk"
    pyphen.hdcache[path] = _Kazakh()
