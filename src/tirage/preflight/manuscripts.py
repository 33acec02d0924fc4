"""What checks of the copy look at, beside a passage: one contribution's files, and the whole issue's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tirage.model.copy import Copy, Object, ObjectKind, Passage, Sheet
from tirage.model.issue import Article, Issue


@dataclass(frozen=True, slots=True)
class Manuscript:
    """One contribution: what was read of it, and its files."""

    article: Article
    issue: Issue
    sheets: tuple[Sheet, ...]
    """Its text first, then its list of references, where that is a YAML file of its own."""

    @property
    def sheet(self) -> Sheet:
        """The file with front matter and text."""
        return self.sheets[0]

    @property
    def prose(self) -> tuple[Passage, ...]:
        """The passages of the text, without those of front matter and list of references."""
        return tuple(passage for passage in self.sheet.passages if not passage.path)

    def objects(self, kind: ObjectKind) -> Iterator[tuple[Passage, Object]]:
        """The objects of `kind` in the text, in order, each with its passage."""
        for passage in self.prose:
            for one in passage.objects:
                if one.kind == kind:
                    yield passage, one


@dataclass(frozen=True, slots=True)
class Desk:
    """The whole issue and all its files."""

    issue: Issue
    copy: Copy

    @property
    def sheet(self) -> Sheet:
        """The file issue.yaml."""
        return next(one for one in self.copy.sheets if one.file.endswith("issue.yaml"))
