"""The report on a terminal. In comes a Report, out goes text that is short, in colour if wanted, and as wide as asked.

Findings stand by file, the gravest file first; where there are many, by check, as one cause has many places.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from tirage.findings import Finding, Report, Severity, worst
from tirage.preflight.notices import rule
from tirage.preflight.report import by_file, by_gravity

ALIKE = 5
"""Findings of one name in one group that are told one by one; the rest is counted."""

PLACES = 4
"""Places of one sentence that are named; the rest is counted."""

MANY = 40
"""With more sentences than these the report is told by check."""

_COLOURS = {Severity.ERROR: 35, Severity.FAIL: 31, Severity.WARN: 33, Severity.INFO: 36}
"""Codes of ANSI X3.64 (ISO 6429): magenta, red, yellow, cyan."""
_BOLD, _FAINT = 1, 2
_INDENT = " " * 8
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class _Told:
    """One sentence and all the places of which it is true."""

    finding: Finding
    """The first of those that say the same."""
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Paper:
    """How lines are written."""

    colour: bool
    width: int
    """Characters of a line; 0: as long as it is."""

    def paint(self, text: str, code: int | None) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code and text else text

    def wrap(self, text: str) -> str:
        """The text without signs that steer terminals, every line but the first indented."""
        text = _STEERING.sub("\ufffd", " ".join(text.split()))
        if not self.width:
            return text
        return textwrap.fill(
            text,
            max(self.width - len(_INDENT), 20),
            subsequent_indent=_INDENT,
            break_long_words=False,
            break_on_hyphens=False,
        )


def to_text(report: Report, colour: bool, width: int = 0) -> str:
    """The report for people: its findings, how a check is explained, and a line that sums up.

    `width` is that of the terminal, in characters; 0: lines are not broken.
    """
    paper = _Paper(colour, width)
    reasons = dict(report.reasons)
    findings = [one for one in by_gravity(report.findings) if one.severity > Severity.SKIP]
    files = {one.place.file for one in findings}
    by_check = len(_folded(findings, whole=True)) > MANY
    whole = by_check and len(files) > 1
    lines = [paper.paint(paper.wrap(*files), _BOLD), ""] if by_check and not whole else []
    for name, group in (_by_check(findings) if by_check else by_file(findings)).items():
        head = _titled(name) if by_check else name or "The issue"
        lines += [paper.paint(paper.wrap(head), _BOLD)]
        lines += [*_group(_folded(group, whole), reasons, paper), ""]
    if skipped := [one for one in report.findings if one.severity is Severity.SKIP]:
        lines += [paper.paint("Checks that were not made", _BOLD), *_skipped(skipped, paper), ""]
    if explained := next((one.check for one in findings if rule(one.check)), ""):
        lines += [f"`tirage checks {explained}` explains a check: why, and what to do.", ""]
    lines.append(paper.paint(report.summary, _COLOURS.get(worst(report.findings))))
    return "\n".join(lines) + "\n"


def _skipped(findings: Iterable[Finding], paper: _Paper) -> Iterator[str]:
    """Why checks were not made, each reason once, and which."""
    checks: dict[str, dict[str, None]] = {}
    for one in findings:
        checks.setdefault(one.advice, {})[one.check] = None
    for reason, names in checks.items():
        yield f"  {'skip':<5} {paper.wrap(reason)}"
        yield from _more(", ".join(names), paper)


def _by_check(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    checks: dict[str, list[Finding]] = {}
    for finding in findings:
        checks.setdefault(finding.check, []).append(finding)
    return checks


def _titled(check: str) -> str:
    """The check and what should be true."""
    found = rule(check)
    return f"{check}: {found.title}" if found else check


def _folded(findings: Iterable[Finding], whole: bool) -> list[_Told]:
    """The findings, those that say the same in one; their places with the file when `whole`."""
    alike: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        file = "" if whole else finding.place.file
        alike.setdefault((finding.id, finding.message, file), []).append(finding)
    return [
        _Told(same[0], tuple(filter(None, dict.fromkeys(_where(one, whole) for one in same))))
        for same in alike.values()
    ]


def _where(finding: Finding, whole: bool) -> str:
    return str(finding.place) if whole else finding.place.within


def _group(told: list[_Told], reasons: dict[str, str], paper: _Paper) -> Iterator[str]:
    """The sentences of one group, each advice of a name and each reason once."""
    shown: dict[str, int] = {}
    explained: set[str] = set()
    advised: set[tuple[str, str]] = set()
    for one in told:
        name = one.finding.id
        shown[name] = shown.get(name, 0) + 1
        if shown[name] > ALIKE:
            continue
        yield _line(one, paper)
        if (name, one.finding.advice) not in advised:
            advised.add((name, one.finding.advice))
            yield from _more(one.finding.advice, paper)
        reason = reasons.get(name, "")
        yield from _more("" if reason in explained else reason, paper)
        explained.add(reason)
    for name, count in shown.items():
        if count > ALIKE:
            yield f"  and {count - ALIKE} more {paper.paint(f'[{name}]', _FAINT)}"


def _line(told: _Told, paper: _Paper) -> str:
    finding, places = told.finding, told.places
    word = paper.paint(f"{finding.severity.name.lower():<5}", _COLOURS.get(finding.severity))
    where = ", ".join(_short(places[:PLACES]))
    if len(places) > PLACES:
        where += f" and {len(places) - PLACES} more"
    name = f"[{finding.id}]"
    text = paper.wrap(
        f"{where}: {finding.message} {name}" if where else f"{finding.message} {name}"
    )
    return f"  {word} {text.removesuffix(name)}{paper.paint(name, _FAINT)}"


def _short(places: tuple[str, ...]) -> Iterator[str]:
    """The places, what they begin with alike ("p. ", "line ") said once for neighbours."""
    for head, group in groupby(places, key=lambda place: place.rpartition(" ")[0]):
        first, *others = group
        yield first
        yield from (other.removeprefix(head).strip() if head else other for other in others)


def _more(text: str, paper: _Paper) -> Iterator[str]:
    if text:
        yield _INDENT + paper.wrap(text)
