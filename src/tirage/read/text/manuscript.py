"""What the readers of one article's text share: its lines, its targets, its list, its findings."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

from tirage.model.references import Reference
from tirage.read.remarks import Position, Remarks
from tirage.read.source import Shelf

TargetKind: TypeAlias = Literal["tbl", "fig", "eq", "sec"]


@dataclass(frozen=True, slots=True)
class Target:
    """Something that a cross-reference may mention."""

    kind: TargetKind
    anchor: str
    number: int = 0
    """0: it is not numbered."""
    title: str = ""
    """The text of a heading."""


@dataclass(frozen=True)
class Spot:
    """A piece of inline text, and where it stands in the file."""

    lines: tuple[str, ...]
    """All lines of the file."""
    line: int
    """Line of its first character, from 1."""
    content: str
    hint: int = 0
    """Not before this character of that line, from 0."""

    def at(self, offset: int) -> Position:
        """Line and column of the character at `offset` of the content."""
        row = bisect.bisect_right(self._starts, offset) - 1
        column = self._columns[row]
        return (self.line + row, column + offset - self._starts[row] if column else 0)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where the lines of the content begin in it."""
        return (0, *(match.end() for match in re.finditer("\n", self.content)))

    @cached_property
    def _columns(self) -> tuple[int, ...]:
        """In which column of the file each line of the content begins, from 1; 0: it is not found."""
        columns = []
        for row, piece in enumerate(self.content.split("\n")):
            here = self.line - 1 + row
            source = self.lines[here] if here < len(self.lines) else ""
            columns.append(source.find(piece, 0 if row else self.hint) + 1)
        return tuple(columns)

    def part(self, offset: int, content: str) -> Spot:
        """The spot of a piece that begins at `offset` of this one."""
        line, column = self.at(offset)
        return Spot(self.lines, line, content, max(0, column - 1))


@dataclass(slots=True)
class Manuscript:
    """One article's text while it is read."""

    remarks: Remarks
    shelf: Shelf
    folder: str
    """The article's folder, relative to the journal's."""
    lines: tuple[str, ...]
    references: tuple[Reference, ...] | None = ()
    """None: the list could not be read, so nothing can be said about citations."""
    targets: Mapping[str, Target] = field(default_factory=dict)
    """By name: "tbl:spread"."""
    unlisted: list[Position] = field(default_factory=list)
    """Citations by number in an article that has no list."""
    removed: dict[str, list[Position]] = field(default_factory=dict)
    """HTML tags that were taken out, and where."""
    language: str = ""
    """The article's; "" where it is not known."""

    def spot(self, line: int, content: str, hint: int = 0) -> Spot:
        """The spot of `content`, which begins on `line`."""
        return Spot(self.lines, line, content, hint)
