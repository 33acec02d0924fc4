"""Findings while they gather: one list for the whole issue, shared by every reader."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from tirage.findings import Finding, Place, Severity

Position: TypeAlias = tuple[int, int]
"""Line and column, both from 1; 0 where there is none."""

NOWHERE: Position = (0, 0)
"""The file as a whole."""

MOST = 50
"""Findings of one kind in one file; nobody reads more."""


@dataclass(frozen=True, slots=True)
class Remarks:
    """Takes down what is wrong with one file."""

    file: str = ""
    """The file, relative to the journal's folder."""
    findings: list[Finding] = field(default_factory=list)
    """Everything taken down so far, about any file."""
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many there are of each kind in each file, those included that are not kept."""

    def about(self, file: str) -> Remarks:
        """The same list, for findings about another file."""
        return Remarks(file, self.findings, self.counts)

    def is_full(self, name: str) -> bool:
        """Whether no more findings `name` ("check/code") about this file are kept: none needs advice any more."""
        return self.counts[(name, self.file)] >= MOST

    def fail(self, name: str, message: str, advice: str = "", at: Position = NOWHERE) -> None:
        """Take down a mistake that must be mended; `name` is "check/code"."""
        self._add(Severity.FAIL, name, message, advice, at)

    def warn(self, name: str, message: str, advice: str = "", at: Position = NOWHERE) -> None:
        """Take down something that a draft may have and a publication may not."""
        self._add(Severity.WARN, name, message, advice, at)

    def inform(self, name: str, message: str, advice: str = "", at: Position = NOWHERE) -> None:
        """Take down something that an editor should know."""
        self._add(Severity.INFO, name, message, advice, at)

    def _add(self, severity: Severity, name: str, message: str, advice: str, at: Position) -> None:
        kept = not self.is_full(name)
        self.counts[(name, self.file)] += 1
        if kept:
            check, code = name.split("/")
            place = Place(self.file, *at)
            self.findings.append(Finding(severity, check, code, message, place, advice))

    def sorted(self) -> tuple[Finding, ...]:
        """All findings: files in the order in which they were read, each from top to bottom.

        Of one kind in one file only MOST are told; the last says how many others there are.
        """
        files: dict[str, int] = {}
        for finding in self.findings:
            files.setdefault(finding.place.file, len(files))
        told = sorted(
            self.findings, key=lambda f: (files[f.place.file], f.place.line, f.place.column)
        )
        for kind, count in self.counts.items():
            if count > MOST:
                last = max(i for i, f in enumerate(told) if (f.id, f.place.file) == kind)
                more = "is one" if count == MOST + 1 else f"are {count - MOST}"
                message = f"{told[last].message} There {more} more like this."
                told[last] = replace(told[last], message=message)
        return tuple(told)
