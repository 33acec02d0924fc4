"""The report, written down. In comes a Report, out goes text for people or JSON for programs.

The JSON of schema 1, all keys always there but those marked with a question mark:

    schema     1; raised when a key changes its meaning or goes, not when one is added
    profile    the name of the profile
    allowed    whether the profile allows all that was found
    counts     how many findings there are of each severity: skip, info, warn, fail, error
    galleys    the names of the files that were inspected
    findings   a list, gravest first, of
        severity   skip, info, warn, fail or error, after the profile
        check      id of the check, as "text.complete"
        code       what it found, as "lost"
        message    what is wrong
        file?      a source file, a galley or a piece
        line?, column?   in the source file, from 1
        page?      the folio
        box?       the part of the page: left, bottom, right, top, in pt from its left and bottom
        advice?    what to do
        reason?    why the profile has changed the severity
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from tirage import whole
from tirage.errors import TypesetError
from tirage.findings import Finding, Report, Severity, worst
from tirage.records import to_record

ALIKE = 5
"""Findings of one name in one file that are told one by one; the rest is counted."""

_COLOURS = {Severity.ERROR: 35, Severity.FAIL: 31, Severity.WARN: 33, Severity.INFO: 36}
"""Codes of ANSI X3.64 (ISO 6429): magenta, red, yellow, cyan."""


def to_json(report: Report) -> str:
    """The report as JSON, the same text for the same report."""
    reasons = dict(report.reasons)
    findings = []
    for finding in by_gravity(report.findings):
        record = to_record(finding)
        if finding.id in reasons:
            record["reason"] = reasons[finding.id]
        findings.append(record)
    table = {
        "schema": 1,
        "profile": report.profile,
        "allowed": report.allowed,
        "counts": {severity.name.lower(): count for severity, count in report.counts},
        "galleys": list(report.galleys),
        "findings": findings,
    }
    return json.dumps(table, ensure_ascii=False, indent=2) + "\n"


def write_report(report: Report, path: Path) -> None:
    """Write the report as JSON at `path`, whole or not at all.

    Raises TypesetError when it cannot be written.
    """
    write_whole(to_json(report), path)


def write_whole(text: str, path: Path) -> None:
    """Write `text` at `path`, whole or not at all.

    Raises TypesetError when it cannot be written.
    """
    try:
        whole.write(path, text)
    except OSError as error:
        raise TypesetError(f"{path.name} could not be written: {error.strerror}.") from error


def to_text(report: Report, colour: bool) -> str:
    """The report for people: findings by file, the gravest file and finding first, then one line that sums up."""
    reasons = dict(report.reasons)
    files: dict[str, list[Finding]] = {}
    for finding in by_gravity(report.findings):
        files.setdefault(finding.place.file, []).append(finding)
    lines: list[str] = []
    for file, findings in files.items():
        lines += [file or "The issue", *_file(findings, reasons, colour), ""]
    lines.append(_painted(report.summary, worst(report.findings), colour))
    return "\n".join(lines) + "\n"


def by_gravity(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, gravest first, else in the order in which they were found."""
    return sorted(findings, key=lambda finding: -finding.severity)


def _file(findings: list[Finding], reasons: dict[str, str], colour: bool) -> Iterator[str]:
    """The findings of one file."""
    told: dict[str, int] = {}
    for finding in findings:
        told[finding.id] = told.get(finding.id, 0) + 1
        if told[finding.id] > ALIKE:
            continue
        severity = _painted(f"{finding.severity.name.lower():<5}", finding.severity, colour)
        where = f"{finding.place.within}: " if finding.place.within else ""
        yield f"  {severity} {where}{finding.message} [{finding.id}]"
        if finding.advice:
            yield f"        {finding.advice}"
        if finding.id in reasons and told[finding.id] == 1:
            yield f"        {reasons[finding.id]}"
    for name, count in told.items():
        if count > ALIKE:
            yield f"  and {count - ALIKE} more [{name}]"


def _painted(text: str, severity: Severity, colour: bool) -> str:
    if not colour or severity not in _COLOURS:
        return text
    return f"\x1b[{_COLOURS[severity]}m{text}\x1b[0m"
