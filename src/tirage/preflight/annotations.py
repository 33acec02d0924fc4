"""Findings as GitHub Actions shows them beside the files. In come findings, out go workflow commands.

The form, and what is escaped in it, is that of GitHub's documentation, "Workflow commands for GitHub Actions", and of
`@actions/core`, the library that writes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from tirage.findings import Finding, Severity
from tirage.preflight.report import by_gravity

_NONE: Mapping[str, str] = MappingProxyType({})
_COMMANDS = {Severity.ERROR: "error", Severity.FAIL: "error", Severity.WARN: "warning"}


def to_github(
    findings: Iterable[Finding], journal: Path, reasons: Mapping[str, str] = _NONE
) -> str:
    """A line a finding, gravest first; `journal` is the folder that source files are named from, as seen from here.

    What is no source file, a piece or a galley, is named in the message. `reasons` tell, by the name of a finding, why
    its severity was changed.
    """
    return "".join(
        f"{_line(finding, journal, reasons.get(finding.id, ''))}\n"
        for finding in by_gravity(findings)
    )


def _line(finding: Finding, journal: Path, reason: str) -> str:
    place = finding.place
    source = bool(place.file) and (journal / place.file).is_file()
    values: dict[str, str | int] = {
        "file": (journal / place.file).as_posix() if source else "",
        "line": place.line if source else 0,
        "col": place.column if source else 0,
        "title": finding.id,
    }
    kept = ",".join(f"{key}={_value(str(value))}" for key, value in values.items() if value)
    where = "" if source or not place.file else f"{place}: "
    text = "\n".join(part for part in (where + finding.message, finding.advice, reason) if part)
    return f"::{_COMMANDS.get(finding.severity, 'notice')} {kept}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
