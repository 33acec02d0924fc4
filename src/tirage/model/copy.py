"""The copy: what was handed in to be set, as its authors typed it, with the place of every character.

Checks of text read it and fixes mend it, so that a finding names line and column and nothing else is touched.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

OBJECT = "\ufffc"
"""Stands in a passage's text for what is not text (Unicode: object replacement character)."""

ObjectKind: TypeAlias = Literal[
    "citation", "note", "maths", "code", "mention", "foreign", "picture"
]

Role: TypeAlias = Literal[
    "paragraph", "heading", "item", "term", "cell", "caption", "note", "alt",
    "title", "abstract", "keyword", "name", "reference", "fact",
]  # fmt: skip
"""What a passage is; "fact": any other text of a YAML file, as an affiliation's name or a funding line."""

Position: TypeAlias = tuple[int, int]
"""Line and column, both from 1."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that stand side by side in passage and file."""

    start: int
    """Where it begins in the passage, from 0."""
    line: int
    """Where it begins in the file, from 1."""
    column: int
    """From 1."""
    exact: bool = True
    """False: only its beginning is known, so nothing in it can be mended."""


@dataclass(frozen=True, slots=True)
class Object:
    """What stands in a passage where its text has OBJECT."""

    offset: int
    kind: ObjectKind
    source: str = ""
    """As it is written: the keys of a citation, the name of a note, the target of a mention."""


@dataclass(frozen=True)
class Passage:
    """A run of text in one language, without the marks of Markdown and YAML."""

    file: str
    """Relative to the journal's folder."""
    language: str
    role: Role
    text: str
    """As typed: a line of the file ends in a line feed."""
    stretches: tuple[Stretch, ...]
    """In order; the first begins at 0."""
    objects: tuple[Object, ...] = ()
    path: tuple[str | int, ...] = ()
    """In a YAML file: the keys that lead to it, as ("abstract", "kk")."""

    def at(self, offset: int) -> Position:
        """Line and column of the character at `offset`."""
        stretch = self._stretch(offset)
        return stretch.line, stretch.column + (offset - stretch.start if stretch.exact else 0)

    def mendable(self, start: int, end: int) -> bool:
        """Whether the characters from `start` to `end` stand side by side in the file."""
        stretch = self._stretch(start)
        return stretch.exact and stretch == self._stretch(max(start, end - 1))

    def object_at(self, offset: int) -> Object | None:
        """What stands at `offset`, if it is not text."""
        return self._objects.get(offset)

    def _stretch(self, offset: int) -> Stretch:
        return self.stretches[max(0, bisect_right(self._starts, offset) - 1)]

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(stretch.start for stretch in self.stretches)

    @cached_property
    def _objects(self) -> Mapping[int, Object]:
        return {one.offset: one for one in self.objects}


@dataclass(frozen=True)
class Sheet:
    """One file of the copy."""

    file: str
    """Relative to the journal's folder."""
    lines: tuple[str, ...]
    """All of it, without line ends."""
    body: int = 0
    """The line on which Markdown begins, from 1; 0: the file is YAML."""
    article: str = ""
    """The contribution to which it belongs; "" for the issue's and the journal's own files."""
    language: str = ""
    """The contribution's, as written."""
    passages: tuple[Passage, ...] = ()
    """In the order of the file."""
    places: tuple[tuple[tuple[str | int, ...], Position], ...] = field(default=(), repr=False)
    """Where every key of the YAML stands, by the path that leads to it."""

    def where(self, *path: str | int) -> Position:
        """Line and column of the key at `path`, as near as there is something; (1, 1) for an empty file."""
        for length in range(len(path), -1, -1):
            if found := self._places.get(path[:length]):
                return found
        return (1, 1)

    @cached_property
    def _places(self) -> Mapping[tuple[str | int, ...], Position]:
        return dict(self.places)


@dataclass(frozen=True, slots=True)
class Copy:
    """All files that an issue is set from, those of articles in running order."""

    sheets: tuple[Sheet, ...] = ()

    def of(self, article: str) -> tuple[Sheet, ...]:
        """The files of one contribution: its text first, then its list of references."""
        return tuple(sheet for sheet in self.sheets if sheet.article == article)


@dataclass(frozen=True, slots=True)
class Edit:
    """One mend: characters of one line to be replaced by others."""

    line: int
    column: int
    old: str
    """What must stand there; otherwise nothing is done."""
    new: str
