"""The report as a page for a browser. In come a Report and its galleys, out goes one HTML file that needs no other.

It holds pictures of the pages that have findings, with the places marked, and the lines of source files, and loads
nothing. Without JavaScript everything can be read; with it, findings can be filtered and searched.
"""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from tirage.findings import Finding, Place, Report, Severity
from tirage.model.press import Galley
from tirage.preflight.excerpts import Excerpt, Excerpts
from tirage.preflight.marks import Marked, marks
from tirage.preflight.markup import EMPTY, Markup, fill, fill_page, joined
from tirage.preflight.notices import rule
from tirage.preflight.pictures import Picture, Pictures, Sheet, draw
from tirage.preflight.report import by_file, by_gravity, write_whole

WHOLE = "The issue"
"""What is written where a finding names no file."""

_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A finding and what stands beside it."""

    number: int
    """From 1, in the order of the page."""
    finding: Finding
    reason: str
    excerpt: Excerpt | None


def write_page(
    report: Report, galleys: tuple[Galley, ...], path: Path, journal: Path | None = None
) -> None:
    """Write the report as HTML at `path`, whole or not at all, with pictures from `galleys`.

    `journal` is the folder that source files are named from; lines of them are shown.

    Raises TypesetError when it cannot be written.
    """
    title = galleys[0].title if galleys else "Report"
    pictures = draw(by_gravity(report.findings), galleys)
    write_whole(to_html(report, title, pictures, path.parent, Excerpts(journal)), path)


def to_html(
    report: Report,
    title: str,
    pictures: Pictures,
    folder: Path,
    excerpts: Excerpts | None = None,
) -> str:
    """The report as a page called `title`, which will lie in `folder`; the same text for the same report."""
    findings = by_gravity(report.findings)
    reasons, lines = dict(report.reasons), excerpts or Excerpts(None)
    in_order = chain.from_iterable(by_file(findings).values())
    entries = [
        _Entry(number, one, reasons.get(one.id, ""), lines.of(one.place))
        for number, one in enumerate(in_order, 1)
    ]
    left_out = {"count": str(pictures.left_out), "shown": str(len(pictures.drawn))}
    return fill_page(
        title=title,
        profile=report.profile,
        verdict="allowed" if report.allowed else "refused",
        summary=report.summary,
        counts=_counts(report),
        severities=_severities(report),
        pieces=_options(Counter(_piece(one.place.file) for one in findings)),
        checks=_options(Counter(sorted(one.check for one in findings))),
        nothing=EMPTY if findings else fill("nothing"),
        sections=_sections(entries, pictures, folder),
        left_out=fill("left-out", **left_out) if pictures.left_out else EMPTY,
        galleys=", ".join(report.galleys) or "no galley",
    )


def _piece(file: str) -> str:
    """What a file belongs to, for the filter: an article's sources, its pages and its offprint are one piece."""
    path = PurePosixPath(file)
    if len(path.parts) > 2:
        return path.parts[1]
    if path.name == "article.md" and len(path.parts) > 1:
        return path.parts[0]
    return (path.stem if path.suffix in (".md", ".pdf") else file) or WHOLE


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


def _sections(entries: Iterable[_Entry], pictures: Pictures, folder: Path) -> Markup:
    """The findings, file by file; within a file those of one page stand beside its picture."""
    drawn = {(one.file, one.folio): one for one in pictures.drawn}
    files: dict[str, dict[Sheet, list[_Entry]]] = {}
    for one in entries:
        place = one.finding.place
        groups = files.setdefault(place.file, {})
        page = place.page if (place.file, place.page) in drawn else ""
        groups.setdefault((place.file, page), []).append(one)
    return joined(
        fill(
            "section",
            number=str(number),
            name=file or WHOLE,
            count=str(sum(map(len, groups.values()))),
            groups=joined(
                _group(group, drawn.get(sheet), folder) for sheet, group in groups.items()
            ),
        )
        for number, (file, groups) in enumerate(files.items(), 1)
    )


def _group(entries: Sequence[_Entry], picture: Picture | None, folder: Path) -> Markup:
    """Findings of one page beside its picture, or of one file."""
    placed = [one for one in entries if picture and one.finding.place.box]
    badges = {one.number: str(badge) for badge, one in enumerate(placed, 1)}
    marked = [Marked(one.number, badges[one.number], one.finding) for one in placed]
    listed = joined(_finding(one, badges.get(one.number, "")) for one in entries)
    shown = _picture(picture, marked, folder) if picture else EMPTY
    return fill("group", picture=shown, findings=listed)


def _picture(picture: Picture, marked: list[Marked], folder: Path) -> Markup:
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
        marks=marks(picture, marked),
    )


def _finding(entry: _Entry, badge: str) -> Markup:
    finding, excerpt = entry.finding, entry.excerpt
    return fill(
        "finding",
        number=str(entry.number),
        severity=_key(finding.severity),
        word=_word(finding.severity),
        piece=_piece(finding.place.file),
        check=finding.check,
        place=_place(finding.place, str(entry.number), badge),
        message=_prose(finding.message),
        excerpt=fill("excerpt", line=str(finding.place.line), before=excerpt.before, at=excerpt.at, after=excerpt.after) if excerpt else EMPTY,
        advice=fill("advice", text=_prose(finding.advice)) if finding.advice else EMPTY,
        reason=fill("reason", text=entry.reason) if entry.reason else EMPTY,
        id=finding.id,
        command=fill("command", check=finding.check) if rule(finding.check) else EMPTY,
    )  # fmt: skip


def _place(place: Place, number: str, badge: str) -> Markup:
    """Where it is: in a source file as editors jump to it, on a page as its folio, linked to the mark there."""
    if badge:
        return fill("marked-place", number=number, badge=badge, place=place.within)
    where = str(place) if place.line else place.within
    return fill("place", place=where) if where else EMPTY


def _prose(text: str) -> Markup:
    """A sentence in which what stands between two backticks is code."""
    parts = enumerate(_CODE.split(text))
    return Markup("".join(fill("code" if odd % 2 else "prose", text=part) for odd, part in parts))


def _key(severity: Severity) -> str:
    return severity.name.lower()


def _word(severity: Severity) -> str:
    """What one finding of it is called, as "Warning"."""
    return severity.told(1).capitalize()
