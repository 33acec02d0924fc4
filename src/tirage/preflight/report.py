"""The report, written down. In comes a Report, out goes JSON for programs.

`report.schema.json` describes it: what is always there, and what only where it is known.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from tirage import whole
from tirage.errors import TypesetError
from tirage.findings import Finding, Report
from tirage.records import to_record

_SCHEMA = Path(__file__).with_name("report.schema.json")


def json_schema() -> str:
    """The JSON Schema (draft 2020-12) of the report as text, a line end last."""
    return _SCHEMA.read_text("utf-8")


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


def by_gravity(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, gravest first, else in the order in which they were found."""
    return sorted(findings, key=lambda finding: -finding.severity)


def by_file(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings of each file, the file with the gravest first; in a file the gravest first, then from top to bottom."""
    files: dict[str, list[Finding]] = {}
    for finding in by_gravity(findings):
        files.setdefault(finding.place.file, []).append(finding)
    for told in files.values():
        told.sort(key=lambda one: (-one.severity, one.place.line, one.place.column))
    return files
