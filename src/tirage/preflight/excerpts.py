"""Lines of source files, to be shown beside what was found in them. In comes a place, out goes its line or nothing.

A file is read only where it lies in the journal's folder, is of a size that an editor writes, and is UTF-8.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tirage.findings import Place

BEFORE, AFTER = 60, 100
"""Characters that are shown of a long line, before the place and from it on."""

_LARGEST = 5_000_000
_AT = re.compile(r"\w+|\S|\s", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line, cut where it is long, in three parts."""

    before: str
    at: str
    """The word or sign at the place; "" where the place is the whole line."""
    after: str


class Excerpts:
    """Finds lines below one folder."""

    def __init__(self, journal: Path | None) -> None:
        """`journal` is the folder that source files are named from; None: there is none, and no line."""
        self._journal = journal.resolve() if journal else None
        self._lines = cache(self._read)

    def of(self, place: Place) -> Excerpt | None:
        """The line of `place`; None when it has none, or the file cannot be shown."""
        if not (place.file and place.line):
            return None
        lines = self._lines(place.file)
        if place.line > len(lines):
            return None
        line = lines[place.line - 1]
        return _cut(line, place.column) if line.strip() else None

    def _read(self, name: str) -> list[str]:
        try:
            if self._journal is None or not (path := self._journal / name).is_file():
                return []
            if not path.resolve().is_relative_to(self._journal) or path.stat().st_size > _LARGEST:
                return []
            return path.read_text("utf-8-sig").split("\n")
        except (OSError, ValueError):  # not UTF-8, or a name that no file can have
            return []


def _cut(line: str, column: int) -> Excerpt:
    start = column - 1
    found = _AT.match(line, start) if 0 < column <= len(line) else None
    if found is None:
        shown = line.strip()
        return Excerpt("", "", shown if len(shown) <= AFTER else f"{shown[:AFTER]}…")
    before, at, after = (
        line[:start].lstrip(),
        found[0][:AFTER],
        line[start + len(found[0][:AFTER]) :],
    )
    room = AFTER - len(at)
    return Excerpt(
        before if len(before) <= BEFORE else f"…{before[-BEFORE:]}",
        at,
        after.rstrip() if len(after) <= room else f"{after[:room]}…",
    )
