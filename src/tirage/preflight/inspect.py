"""The last stage: in come galleys and all that the build has found, out goes the Report.

Of galleys structure only is read; text was read on the gatherings, once. What was found on a galley is kept in the
cache until the file, or what it was bound from, changes.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from tirage.findings import Finding, Report
from tirage.model.issue import Issue
from tirage.model.matter import Matter
from tirage.model.press import Galley, Gathering, Paging
from tirage.preflight.anatomy import page_prints
from tirage.preflight.catalogue import ALOUD, ARCHIVE, FILES, GALLEYS, ISSUE, PRESS, TAGGED, TAGS
from tirage.preflight.check import Check
from tirage.preflight.checks import galley as galleys_own
from tirage.preflight.checks import metadata
from tirage.preflight.checks.file import readable
from tirage.preflight.drawn import Drawings
from tirage.preflight.opening import UnreadableError, open_pdf, sound
from tirage.preflight.order import reading_order
from tirage.preflight.overriding import strays
from tirage.preflight.profile import judge, load
from tirage.preflight.recall import Recall, opened
from tirage.preflight.sheets import read_sheets
from tirage.preflight.sources import Sources
from tirage.preflight.subjects import Bound, Contents


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

    `earlier` is what the stages before have found, page checks included; all of it is judged by `profile`
    and the overrides of journal and issue. With `cache`, a folder, nothing is read that has been read before.

    Raises UsageError when there is no such profile.
    """
    judging = load(profile)
    recall = opened(cache / "preflight" if cache else None)
    sources = Sources(gatherings, recall, galleys)
    drawings = Drawings(recall)
    found = list(earlier)
    for galley in galleys:
        found += _inspect(galley, _checks(galley, profile), issue, sources, drawings, recall)
    for gathering in gatherings:
        if gathering.kind == "contents":
            found += _contents(gathering, issue, paging, recall)
    overrides = issue.every_override
    whole = any(galley.name == "issue" for galley in galleys)
    found += strays(overrides, found, complete=whole)
    return judge(found, judging, tuple(galley.path.name for galley in galleys), overrides)


def _checks(galley: Galley, profile: str) -> tuple[Check[Bound], ...]:
    """What is looked for in `galley`. A draft's issue has the tags of its offprints, and nobody prints a draft."""
    if galley.edition == "print":
        own = (galleys_own.pages, galleys_own.metadata, galleys_own.fonts)
        read = ALOUD if profile != "draft" else ()
        return (*own, metadata.title, metadata.language, *PRESS, *read)
    whole = galley.name != "issue" or profile != "draft"
    kept = ARCHIVE if galley.edition == "archive" else ()
    return (*GALLEYS, *FILES, *TAGGED, *(TAGS if whole else ()), *kept)


def _inspect(
    galley: Galley,
    checks: tuple[Check[Bound], ...],
    issue: Issue,
    sources: Sources,
    drawings: Drawings,
    recall: Recall,
) -> tuple[Finding, ...]:
    """What `checks` find in `galley`."""
    name = galley.path.name
    try:
        pdf = galley.path.read_bytes()
    except OSError as error:
        return readable.findings(UnreadableError("damaged", str(error.strerror)), name)
    origins = sources.origins(dict.fromkeys(leaf.piece for leaf in galley.leaves))
    ids = [check.id for check in checks]
    key = (
        sha256(pdf).hexdigest(),
        replace(galley, path=Path(name)),
        origins,
        _told(issue, galley),
        ids,
        sources.recited if galley.presswork else "",
    )

    def find() -> tuple[Finding, ...]:
        try:
            with sound(), drawings.shelf(issue.name, name) as look:
                reader = open_pdf(pdf)
                labels = tuple(leaf.label for leaf in galley.leaves)
                prints = page_prints(reader, galley.presswork, look)
        except UnreadableError as error:
            return readable.findings(error, name)
        bound = Bound(reader, galley.edition, labels, prints, galley, sources, issue, pdf)
        return tuple(finding for check in checks for finding in check.findings(bound, name))

    return recall.findings(find, "galley", *key)


def _told(issue: Issue, galley: Galley) -> object:
    """What of `issue` findings on `galley` depend on: what it says of itself, and what is kept of its pages."""
    own = (one for one in issue.articles if one.name == galley.name)
    article = next((replace(one, body=Matter(), references=(), folder=Path()) for one in own), None)
    pages = issue.folder / "pages.yaml"
    kept = pages.read_bytes() if pages.is_file() and article is None else b""
    return replace(issue, sections=(), folder=Path()), article, kept


def _contents(
    gathering: Gathering, issue: Issue, paging: Paging, recall: Recall
) -> tuple[Finding, ...]:
    """What the checks of the contents find."""
    told = tuple((a.name, a.title, a.language, a.doi) for a in issue.articles)

    def find() -> tuple[Finding, ...]:
        try:
            with sound():
                pdf = gathering.pdf.read_bytes()
                sheets = read_sheets(pdf, gathering.folios.label, reading_order(open_pdf(pdf)))
        except UnreadableError as error:
            return readable.findings(error, gathering.piece)
        contents = Contents(sheets, issue, paging)
        return tuple(
            finding for check in ISSUE for finding in check.findings(contents, gathering.piece)
        )

    return recall.findings(
        find,
        "contents",
        gathering.digest,
        gathering.folios,
        paging,
        told,
        issue.journal.doi_pattern,
    )
