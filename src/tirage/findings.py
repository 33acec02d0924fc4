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

    def told(self, count: int) -> str:
        """What `count` findings of it are called, as "warnings"."""
        return _WORDS[self][count != 1]


_WORDS = {
    Severity.ERROR: ("broken check", "broken checks"),
    Severity.FAIL: ("failure", "failures"),
    Severity.WARN: ("warning", "warnings"),
    Severity.PASS: ("passed check", "passed checks"),
    Severity.INFO: ("note", "notes"),
    Severity.SKIP: ("skipped check", "skipped checks"),
}


def counted(count: int, one: str, many: str = "") -> str:
    """`count` things in words, as "one line" or "3 lines"; `many` is what several are called, by default `one` + s."""
    return f"one {one}" if count == 1 else f"{count} {many or f'{one}s'}"


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
    box: tuple[float, float, float, float] | None = None
    """The part of the page: left, bottom, right, top in pt from the page's left and bottom."""

    @property
    def within(self) -> str:
        """Where in the file, as "line 3:7" or "p. 57"; "" for the whole file."""
        if self.line:
            return f"line {self.line}:{self.column}" if self.column else f"line {self.line}"
        return f"p. {self.page}" if self.page else ""

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


@dataclass(frozen=True, slots=True)
class Report:
    """What a build has found, judged by a profile."""

    profile: str
    """Name of the profile, as "draft"."""
    findings: tuple[Finding, ...]
    """With the severities that the profile gives them."""
    galleys: tuple[str, ...]
    """Names of the files that were inspected."""
    reasons: tuple[tuple[str, str], ...] = ()
    """Pairs of a finding's id and the profile's reason for having changed its severity."""

    @property
    def counts(self) -> tuple[tuple[Severity, int], ...]:
        """How many findings there are of each severity, lightest first."""
        return tuple(
            (severity, sum(finding.severity == severity for finding in self.findings))
            for severity in Severity
            if severity is not Severity.PASS
        )

    @property
    def allowed(self) -> bool:
        """Whether the profile allows what was found: no failure, and no check that broke."""
        return worst(self.findings) < Severity.FAIL

    @property
    def summary(self) -> str:
        """One line: how many galleys, what was found, and whether the profile allows it."""
        told = [
            f"{count} {severity.told(count)}" for severity, count in reversed(self.counts) if count
        ]
        galleys = f"{len(self.galleys)} {'galley' if len(self.galleys) == 1 else 'galleys'}, "
        verdict = "allowed" if self.allowed else "not allowed"
        said = f"{galleys if self.galleys else ''}{', '.join(told) or 'nothing found'}"
        return f"{said}: {verdict} by the profile {self.profile}."
