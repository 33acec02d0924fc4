"""A change of a text, and texts that lie side by side and are read as one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

_ADDRESS = re.compile(
    r"(?:https?://|www\.|mailto:|doi:)\S+|[^\s@]+@[^\s@]+\.\w+|(?<![\w.])10\.\d{4,9}/\S+"
)
"""An address of the web, of a person or of a document: nothing in it is a mark of language."""
_HINTS = ("://", "www.", "@", "10.", "mailto:", "doi:")


class Edit(NamedTuple):
    """Characters from `start` to before `end` become `text`."""

    start: int
    end: int
    text: str


@dataclass
class Run:
    """The running text of a block, in leaves: a mark may begin in one and end in another."""

    leaves: list[str]
    fixed: frozenset[int] = frozenset()
    """Numbers of leaves that stand for something else and are never changed."""

    @property
    def text(self) -> str:
        """All leaves together."""
        return "".join(self.leaves)

    def apply(self, edits: Iterable[Edit]) -> None:
        """Make `edits`, in order and without overlap, but those that touch a fixed leaf or an address."""
        text = self.text
        wanted = [e for e in edits if text[e.start : e.end] != e.text]
        if not wanted:
            return
        kept = _addresses(text)
        ends = list(accumulate(map(len, self.leaves)))
        for edit in reversed(wanted):
            if not any(edit.start < end and start < edit.end for start, end in kept):
                self._make(edit, ends)

    def _make(self, edit: Edit, ends: list[int]) -> None:
        """Change one place; `ends` are those of the leaves before any change, as later places are changed first."""
        first = min(bisect_right(ends, edit.start), len(self.leaves) - 1)
        last = first if edit.start == edit.end else bisect_right(ends, edit.end - 1)
        if any(number in self.fixed for number in range(first, last + 1)):
            return
        for number in range(last, first - 1, -1):
            begin = ends[number] - self._length(number, ends)
            start, end = max(edit.start - begin, 0), min(edit.end - begin, ends[number] - begin)
            leaf = self.leaves[number]
            self.leaves[number] = leaf[:start] + (edit.text if number == first else "") + leaf[end:]

    @staticmethod
    def _length(number: int, ends: list[int]) -> int:
        return ends[number] - (ends[number - 1] if number else 0)


def _addresses(text: str) -> list[tuple[int, int]]:
    if not any(hint in text for hint in _HINTS):
        return []
    return [found.span() for found in _ADDRESS.finditer(text)]
