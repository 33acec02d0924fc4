"""The report as a page for a browser. In come a Report and its galleys, out goes one HTML file that needs no other.

It holds pictures of the pages that have findings, and loads nothing. Without JavaScript everything can be read; with
it, findings can be filtered.
"""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import quote

from tirage.findings import Finding, Report, Severity
from tirage.model.press import Galley
from tirage.preflight.markup import EMPTY, Markup, fill, fill_page, joined
from tirage.preflight.pictures import Picture, Pictures, Sheet, draw
from tirage.preflight.register import ALL
from tirage.preflight.report import by_gravity, write_whole

WHOLE = "The issue"
"""What is written where a finding names no file."""

_CODE = re.compile(r"`([^`]+)`")

_EXPLAINED = frozenset(check.id for check in ALL)


def write_page(report: Report, galleys: tuple[Galley, ...], path: Path) -> None:
    """Write the report as HTML at `path`, whole or not at all, with pictures from `galleys`.

    Raises TypesetError when it cannot be written.
    """
    title = galleys[0].title if galleys else "Report"
    pictures = draw(by_gravity(report.findings), galleys)
    write_whole(to_html(report, title, pictures, path.parent), path)


def to_html(report: Report, title: str, pictures: Pictures, folder: Path) -> str:
    """The report as a page called `title`, which will lie in `folder`; the same text for the same report."""
    findings = by_gravity(report.findings)
    left_out = {"count": str(pictures.left_out), "shown": str(len(pictures.drawn))}
    return fill_page(
        title=title,
        profile=report.profile,
        verdict="allowed" if report.allowed else "refused",
        summary=report.summary,
        counts=_counts(report),
        severities=_severities(report),
        files=_options(Counter(one.place.file or WHOLE for one in findings)),
        checks=_options(Counter(sorted(one.check for one in findings))),
        nothing=EMPTY if findings else fill("nothing"),
        sections=_sections(findings, dict(report.reasons), pictures, folder),
        left_out=fill("left-out", **left_out) if pictures.left_out else EMPTY,
        galleys=", ".join(report.galleys) or "no galley",
    )


def _counts(report: Report) -> Markup:
    rows = [
        fill("count", severity=_key(severity), count=str(count), word=severity.told(count))
        for severity, count in reversed(report.counts)
        if count
    ]
    return fill("counts", rows=joined(rows)) if rows else EMPTY


def _severities(report: Report) -> Markup:
    return joined(
        fill("severity", severity=_key(severity), count=str(count), word=_word(severity))
        for severity, count in reversed(report.counts)
        if count
    )


def _options(counts: Mapping[str, int]) -> Markup:
    return joined(
        fill("option", value=value, text=f"{value} ({count})") for value, count in counts.items()
    )


def _sections(
    findings: Iterable[Finding], reasons: Mapping[str, str], pictures: Pictures, folder: Path
) -> Markup:
    """The findings, file by file; within a file those of one page stand beside its picture."""
    drawn = {(one.file, one.folio): _picture(one, folder) for one in pictures.drawn}
    files: dict[str, dict[str, list[Finding]]] = {}
    for one in findings:
        groups = files.setdefault(one.place.file, {})
        page = one.place.page if (one.place.file, one.place.page) in drawn else ""
        groups.setdefault(page, []).append(one)
    return joined(
        fill(
            "section",
            number=str(number),
            name=file or WHOLE,
            count=str(sum(map(len, groups.values()))),
            groups=joined(
                _group(group, drawn, (file, page), reasons) for page, group in groups.items()
            ),
        )
        for number, (file, groups) in enumerate(files.items(), 1)
    )


def _group(
    findings: Iterable[Finding],
    drawn: Mapping[Sheet, Markup],
    sheet: Sheet,
    reasons: Mapping[str, str],
) -> Markup:
    listed = joined(_finding(one, reasons) for one in findings)
    return fill("group", picture=drawn.get(sheet, EMPTY), findings=listed)


def _picture(picture: Picture, folder: Path) -> Markup:
    address = quote(Path(os.path.relpath(picture.galley, folder)).as_posix())
    data = b64encode(picture.jpeg).decode()
    return fill(
        "picture",
        address=f"{address}#page={picture.page + 1}",
        data=f"data:image/jpeg;base64,{data}",
        width=str(picture.width),
        height=str(picture.height),
        folio=picture.folio,
        galley=picture.galley.name,
    )


def _finding(finding: Finding, reasons: Mapping[str, str]) -> Markup:
    reason = reasons.get(finding.id, "")
    where = finding.place.within
    return fill(
        "finding",
        severity=_key(finding.severity),
        word=_word(finding.severity),
        file=finding.place.file or WHOLE,
        check=finding.check,
        place=fill("place", place=where) if where else EMPTY,
        message=_prose(finding.message),
        advice=fill("advice", text=_prose(finding.advice)) if finding.advice else EMPTY,
        reason=fill("reason", text=reason) if reason else EMPTY,
        id=finding.id,
        command=fill("command", check=finding.check) if finding.check in _EXPLAINED else EMPTY,
    )


def _prose(text: str) -> Markup:
    """A sentence in which what stands between two backticks is code."""
    parts = enumerate(_CODE.split(text))
    return Markup("".join(fill("code" if odd % 2 else "prose", text=part) for odd, part in parts))


def _key(severity: Severity) -> str:
    return severity.name.lower()


def _word(severity: Severity) -> str:
    """What one finding of it is called, as "Warning"."""
    return severity.told(1).capitalize()
