"""What tirage tells people: findings, each with a place and advice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """How much a finding weighs, lightest first."""

    SKIP = 0
    """A check could not be made, and why."""
    PASS = 1
    INFO = 2
    WARN = 3
    FAIL = 4
    ERROR = 5
    """The check itself broke."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something is: in a source file, or on a page."""

    file: str = ""
    """A source file relative to the journal's folder, or a galley or piece."""
    line: int = 0
    """From 1; 0: the whole file."""
    column: int = 0
    """From 1; 0: the whole line."""
    page: str = ""
    """The folio, for a place on a page."""

    def __str__(self) -> str:
        parts = [self.file]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        text = ":".join(parts)
        return f"{text}, p. {self.page}" if self.page else text


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that someone should know."""

    severity: Severity
    check: str
    """Id of the check, as "content.keys"; chosen once."""
    code: str
    """What was found, as "unknown-key"; tests and profiles name it."""
    message: str
    """A full sentence: what is wrong."""
    place: Place = Place()
    advice: str = ""
    """A full sentence: what to write or do instead."""

    @property
    def id(self) -> str:
        """The name that a profile uses, "check/code"."""
        return f"{self.check}/{self.code}"


def worst(findings: Iterable[Finding]) -> Severity:
    """The gravest severity among `findings`; PASS when there are none."""
    return max((finding.severity for finding in findings), default=Severity.PASS)
