"""Checks of the copy, before anything is typeset. In come the files as they were handed in, out go findings and mends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from tirage.findings import Finding
from tirage.model.copy import Copy, Edit, Passage, Sheet
from tirage.model.issue import Issue
from tirage.preflight.check import Check
from tirage.preflight.copychecks import DESKS, MANUSCRIPTS, PASSAGES, SHEETS
from tirage.preflight.manuscripts import Desk, Manuscript
from tirage.preflight.recall import opened


class Mend(NamedTuple):
    """An edit and where it belongs."""

    file: str
    edit: Edit


class _Look(NamedTuple):
    """A check and something for it to look at."""

    check: Check[Any]
    subject: Sheet | Passage | Manuscript | Desk
    file: str


def lint(copy: Copy, issue: Issue | None, cache: Path | None = None) -> tuple[Finding, ...]:
    """What checks find in `copy`, file by file from top to bottom.

    Where the issue could not be read (None), only the texts themselves are checked. With `cache`, a folder, a file
    that has not changed is not looked at again.
    """
    recall = opened(cache / "lint" if cache else None)
    found: list[Finding] = []
    for sheet in copy.sheets:
        looks = _at_sheet(sheet)
        found += recall.findings(partial(_all, looks), sheet.lines, sheet.file, sheet.language)
    if issue:
        for manuscript in _manuscripts(copy, issue):
            lines = tuple(sheet.lines for sheet in manuscript.sheets)
            looks = _at_manuscript(manuscript)
            found += recall.findings(partial(_all, looks), lines, _surroundings(issue))
        found += _all(_at_desk(Desk(issue, copy)))
    recall.prune()
    order = {sheet.file: number for number, sheet in enumerate(copy.sheets)}
    return tuple(
        sorted(found, key=lambda f: (order.get(f.place.file, -1), f.place.line, f.place.column))
    )


def mends(copy: Copy, issue: Issue | None, only: Iterable[str] = ()) -> tuple[Mend, ...]:
    """What would mend `copy`, as far as that is beyond doubt; with `only`, ids in which `*` stands for anything."""
    wanted = tuple(only)
    looks = [look for sheet in copy.sheets for look in _at_sheet(sheet)]
    if issue:
        looks += [look for one in _manuscripts(copy, issue) for look in _at_manuscript(one)]
        looks += _at_desk(Desk(issue, copy))
    return tuple(
        Mend(fault.file or look.file, edit)
        for look in looks
        if look.check.fixable
        for fault in look.check.find(look.subject)
        if not wanted or any(_fits(look.check.id, fault.code, one) for one in wanted)
        for edit in fault.edits
    )


def _fits(check: str, code: str, wanted: str) -> bool:
    return fnmatchcase(f"{check}/{code}", wanted) or fnmatchcase(check, wanted)


def _at_sheet(sheet: Sheet) -> Iterator[_Look]:
    for check in SHEETS:
        yield _Look(check, sheet, sheet.file)
    for passage in sheet.passages:
        for one in PASSAGES:
            yield _Look(one, passage, sheet.file)


def _at_manuscript(manuscript: Manuscript) -> Iterator[_Look]:
    for check in MANUSCRIPTS:
        yield _Look(check, manuscript, manuscript.sheet.file)


def _at_desk(desk: Desk) -> Iterator[_Look]:
    for check in DESKS:
        yield _Look(check, desk, desk.sheet.file)


def _manuscripts(copy: Copy, issue: Issue) -> Iterator[Manuscript]:
    for article in issue.articles:
        yield Manuscript(article, issue, copy.of(article.name))


def _surroundings(issue: Issue) -> tuple[object, ...]:
    """What of journal and issue an article's findings depend on."""
    names = tuple(article.name for article in issue.articles)
    return (
        issue.journal,
        issue.year,
        issue.number,
        issue.volume,
        issue.whole_number,
        issue.date,
        names,
    )


def _findings(look: _Look) -> tuple[Finding, ...]:
    return look.check.findings(look.subject, look.file)


def _all(looks: Iterable[_Look]) -> tuple[Finding, ...]:
    return tuple(finding for look in looks for finding in _findings(look))
