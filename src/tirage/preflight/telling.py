"""A report in the form that was asked for. In comes a Report, or what stopped the work, out goes text to print."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from tirage.errors import TirageError
from tirage.findings import Report

Form: TypeAlias = Literal["text", "json", "junit", "github"]
"""How findings are printed."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads what is printed, and from where."""

    form: Form
    journal: Path
    """The journal's folder, as it is seen from where the command runs."""
    colour: bool
    width: int
    """Characters of a line; 0: as long as it is."""


def tell(report: Report, reader: Reader) -> str:
    """The report for `reader`."""
    # Each form has a module of its own, and only one is wanted.
    match reader.form:
        case "json":
            from tirage.preflight.report import to_json  # noqa: PLC0415

            return to_json(report)
        case "junit":
            from tirage.preflight.junit import to_junit  # noqa: PLC0415

            return to_junit(report)
        case "github":
            from tirage.preflight.annotations import to_github  # noqa: PLC0415

            lines = to_github(report.findings, reader.journal, dict(report.reasons))
            return f"{lines}{report.summary}\n"
        case "text":
            from tirage.preflight.terminal import to_text  # noqa: PLC0415

            return to_text(report, reader.colour, reader.width)


def tell_stop(error: TirageError, profile: str, reader: Reader) -> str:
    """What stopped the work, for a program that is `reader`; "" for people, who read it on the standard error."""
    if reader.form == "text" or not error.findings:
        return ""
    if reader.form == "github":
        from tirage.preflight.annotations import to_github  # noqa: PLC0415

        return to_github(error.findings, reader.journal)
    from tirage.preflight.profile import judge, load  # noqa: PLC0415

    return tell(judge(error.findings, load(profile), ()), reader)
