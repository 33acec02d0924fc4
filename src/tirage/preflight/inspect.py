"""The last stage: in come galleys and all that the build has found, out goes the Report.

Of galleys structure only is read; text was read on the gatherings, once. What was found on a galley is kept in the
cache until the file, or what it was bound from, changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from hashlib import file_digest
from itertools import chain
from pathlib import Path

from tirage.findings import Finding, Report
from tirage.model.errand import Errand, Look, do
from tirage.model.issue import Issue, Section
from tirage.model.language import Localized
from tirage.model.matter import Matter
from tirage.model.press import Galley, Gathering, Paging
from tirage.preflight.anatomy import page_prints
from tirage.preflight.catalogue import ALOUD, ARCHIVE, FILES, GALLEYS, ISSUE, PRESS, TAGGED, TAGS
from tirage.preflight.check import Check
from tirage.preflight.checks import galley as galleys_own
from tirage.preflight.checks import metadata
from tirage.preflight.checks.file import readable
from tirage.preflight.drawn import shelf
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
    look: Look = do,
) -> Report:
    """The report on `galleys`, bound from `gatherings` of `issue` with the folios of `paging`.

    `earlier` is what the stages before have found, page checks included; all of it is judged by `profile`
    and the overrides of journal and issue. With `cache`, a folder, nothing is read that has been read before. `look`
    has galleys looked at, the largest of them excepted, which this process sees to meanwhile.

    Raises UsageError when there is no such profile.
    """
    judging = load(profile)
    recall = opened(cache / "preflight" if cache else None)
    sources = Sources(gatherings, recall, galleys)
    asked = [_asked(galley, issue, profile, sources, recall) for galley in galleys]
    seen = recall.looked(asked, lambda errands: _share(errands, look))
    found = [*earlier, *chain.from_iterable(seen)]
    for gathering in gatherings:
        if gathering.kind == "contents":
            found += _contents(gathering, issue, paging, recall)
    recall.prune()
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


def _share(errands: Sequence[Errand], look: Look) -> tuple[tuple[Finding, ...], ...]:
    """What `errands` find, in their order: the largest of them is done here while `look` has the others done."""
    first = max(range(len(errands)), key=lambda number: errands[number].size)
    with ThreadPoolExecutor(1) as helper:  # who waits for workers can be interrupted
        own = helper.submit(errands[first].find)
        others = look([*errands[:first], *errands[first + 1 :]])
    return (*others[:first], own.result(), *others[first:])


def _asked(
    galley: Galley, issue: Issue, profile: str, sources: Sources, recall: Recall
) -> tuple[tuple[object, ...], Errand]:
    """What is looked for in `galley`, and the key of all that findings on it depend on."""
    slim = _slim(issue, galley)
    find = partial(_find, galley, slim, profile, sources, recall)
    key = (
        "galley",
        _digest(galley.path),
        replace(galley, path=Path(galley.path.name)),
        sources.origins(dict.fromkeys(leaf.piece for leaf in galley.leaves)),
        replace(slim, folder=Path()),
        b"" if slim.articles else _kept(issue),
        [check.id for check in _checks(galley, profile)],
        sources.recited if galley.presswork else "",
    )
    return key, Errand(galley.path.name, len(galley.leaves), find)


def _digest(path: Path) -> str:
    """The SHA-256 of a file, or why it cannot be read."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return str(error.strerror)


def _slim(issue: Issue, galley: Galley) -> Issue:
    """What of `issue` findings on `galley` depend on: what it says of itself, and of the article whose offprint it is."""
    own = tuple(
        replace(article, body=Matter(), references=(), folder=Path())
        for article in issue.articles
        if article.name == galley.name
    )
    return replace(issue, sections=(Section(Localized(), own),))


def _kept(issue: Issue) -> bytes:
    """What is kept of the pages of `issue`."""
    pages = issue.folder / "pages.yaml"
    return pages.read_bytes() if pages.is_file() else b""


def _find(
    galley: Galley, issue: Issue, profile: str, sources: Sources, recall: Recall
) -> tuple[Finding, ...]:
    """What the checks of `profile` find in `galley`."""
    name = galley.path.name
    labels = tuple(leaf.label for leaf in galley.leaves)
    try:
        with sound(), shelf(recall, issue.name, name) as look:
            pdf = galley.path.read_bytes()
            reader = open_pdf(pdf)
            prints = page_prints(reader, galley.presswork, look)
    except UnreadableError as error:
        return readable.findings(error, name)
    bound = Bound(reader, galley.edition, labels, prints, galley, sources, issue, pdf)
    return tuple(
        finding for check in _checks(galley, profile) for finding in check.findings(bound, name)
    )


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
