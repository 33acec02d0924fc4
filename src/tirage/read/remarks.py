"""Findings while they gather: one list for the whole issue, shared by every reader."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from tirage.findings import Finding, Place, Severity

Position: TypeAlias = tuple[int, int]
"""Line and column, both from 1; 0 where there is none."""

NOWHERE: Position = (0, 0)
"""The file as a whole."""


@dataclass(frozen=True, slots=True)
class Remarks:
    """Takes down what is wrong with one file."""

    file: str = ""
    """The file, relative to the journal's folder."""
    findings: list[Finding] = field(default_factory=list)
    """Everything taken down so far, about any file."""

    def about(self, file: str) -> Remarks:
        """The same list, for findings about another file."""
        return Remarks(file, self.findings)

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
        check, code = name.split("/")
        place = Place(self.file, *at)
        self.findings.append(Finding(severity, check, code, message, place, advice))

    def sorted(self) -> tuple[Finding, ...]:
        """All findings: files in the order in which they were read, each from top to bottom."""
        order: dict[str, int] = {}
        for finding in self.findings:
            order.setdefault(finding.place.file, len(order))
        return tuple(
            sorted(
                self.findings,
                key=lambda f: (order[f.place.file], f.place.line, f.place.column),
            )
        )
