"""The last stage: in come galleys and all that the build has found, out goes the Report.

Of galleys structure only is read; text was read on the gatherings, once. What was found on a galley is kept in the
cache until the file, or what it was bound from, changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from tirage.findings import Finding, Report
from tirage.model.issue import Issue
from tirage.model.press import Galley, Gathering, Paging
from tirage.preflight.profile import judge, load
from tirage.preflight.recall import Recall, digest_of
from tirage.preflight.record import from_record, to_record
from tirage.preflight.sources import Sources

_MODULES = (
    "anatomy.py",
    "catalogue.py",
    "check.py",
    "inspect.py",
    "letters.py",
    "numerals.py",
    "objects.py",
    "opening.py",
    "sheets.py",
    "sources.py",
    "checks/contents.py",
    "checks/file.py",
    "checks/galley.py",
    "checks/tags.py",
)


def inspect(
    galleys: tuple[Galley, ...],
    gatherings: tuple[Gathering, ...],
    issue: Issue,
    paging: Paging,
    profile: str,
    earlier: tuple[Finding, ...],
    cache: Path | None = None,
) -> Report:
    """The report on `galleys`, bound from `gatherings` of `issue` with the folios of `paging`.

    `earlier` is what the stages before have found, page checks included; all of it is judged by `profile`. With
    `cache`, a folder, nothing is read that has been read before.

    Raises UsageError when there is no such profile.
    """
    judging = load(profile)
    recall = Recall(cache / "preflight" if cache else None, digest_of(_MODULES))
    sources = Sources(gatherings, recall)
    found = list(earlier)
    for galley in galleys:
        found += _inspect(galley, sources, recall)
    for gathering in gatherings:
        if gathering.kind == "contents":
            found += _contents(gathering, issue, paging, recall)
    return judge(found, judging, tuple(galley.path.name for galley in galleys))
