"""The program: an issue's folder to its galleys and a report of what is wrong with them.

This is the only module that knows the order of the stages.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Protocol, TypeAlias

from tirage import folios
from tirage.bind.bench import Bench
from tirage.bind.galleys import bind, load_binder
from tirage.bind.job import Job
from tirage.bind.press.offer import offer
from tirage.bind.sweeping import sweep
from tirage.compose.pieces import compose
from tirage.compose.running_order import Place, number, running_order
from tirage.errors import ContentError, TypesetError, UsageError
from tirage.findings import Finding, Report, counted
from tirage.model.identifiers import article_doi
from tirage.model.issue import Issue
from tirage.model.layout import Layout, Trim
from tirage.model.press import Galley, Gathering, Paging, Piece
from tirage.preflight.inspect import inspect
from tirage.preflight.lint import lint
from tirage.preflight.opening import load_readers
from tirage.preflight.proof import proofs
from tirage.preflight.report import write_report
from tirage.preflight.webpage import write_page
from tirage.read.issue import Reading, read_issue
from tirage.read.layout import read_layout
from tirage.read.pages import read_paging
from tirage.resources import bundled
from tirage.settings import Settings
from tirage.typeset.press import Press, Pressroom

Typeset: TypeAlias = Callable[[tuple[Piece, ...], Callable[[str], None]], tuple[Gathering, ...]]
"""Sets pieces, and tells of each when it is finished."""

ROUNDS = 6
"""How often the pages may move before they are said not to come to rest."""

CHARACTERS_A_PAGE = 3000
"""For a first guess at the pages of an article that no build has counted."""


class Progress(Protocol):
    """Whoever watches the build."""

    def stage(self, number: int, name: str, total: int) -> None:
        """Stage `number` of 5 begins; it has `total` steps."""

    def step(self, what: str) -> None:
        """One step of the stage is done: `what`."""


def build(settings: Settings, progress: Progress) -> Report:
    """Build the issue, or one offprint, that `settings` ask for, and say what was found.

    The issue is read; its pieces are composed and typeset until no page moves; these are bound into galleys while
    their pages are looked at; the galleys are inspected. Writes the galleys, report.json and report.html into the issue's
    output folder, and pages.yaml beside the issue.

    Raises a TirageError when the work cannot go on.
    """
    with Pressroom(_press(settings)) as room:
        room.warm()
        bound = _make(settings, room, progress)
        progress.stage(5, "inspect", 1)
        kept = () if settings.only else _record(bound.paging, bound.issue)
        report = inspect(
            bound.galleys,
            bound.gatherings,
            bound.issue,
            bound.paging,
            settings.profile,
            (*bound.found, *kept),
            settings.cache,
            room.look,
        )
    out = settings.out / bound.issue.name
    write_report(report, out / "report.json")
    write_page(report, bound.galleys, out / "report.html", bound.issue.folder.parent)
    progress.step(report.summary)
    return report


@dataclass(frozen=True, slots=True)
class _Bound:
    """Galleys, and what is known of them before they are inspected."""

    issue: Issue
    paging: Paging
    gatherings: tuple[Gathering, ...]
    galleys: tuple[Galley, ...]
    found: tuple[Finding, ...]


def _make(settings: Settings, room: Pressroom, progress: Progress) -> _Bound:
    """Read the issue, compose and typeset it, and bind it while its copy and its pages are looked at."""
    reading, issue, layout = _read(settings, progress)
    recorded = read_paging(issue.folder / "pages.yaml")
    linted = cache(partial(lint, reading.copy, issue, settings.cache))
    with Bench() as bench, ThreadPoolExecutor(1) as aside:

        def meanwhile(unchanged: tuple[Gathering, ...]) -> None:
            """What can be done while the press works."""
            linted()
            bench.lay_out(unchanged)
            load_binder()
            load_readers()

        typeset = partial(room.gatherings, meanwhile=meanwhile)
        paging, pieces, gatherings = _settle(issue, layout, typeset, recorded, settings, progress)
        moved = _moved(recorded, paging, settings)
        job = _job(gatherings, issue, paging, layout, settings)
        binding = aside.submit(_bind, job, layout.trim, bench, settings, progress)
        proved = proofs(pieces, gatherings, room.look, settings.cache)
        galleys, told = binding.result()
    pairs = zip(gatherings, proved, strict=True)
    seen = (finding for one, found in pairs for finding in (*one.findings, *found))
    found = (*reading.findings, *linted(), *moved, *told, *seen)
    return _Bound(issue, paging, gatherings, galleys, found)


def _read(settings: Settings, progress: Progress) -> tuple[Reading, Issue, Layout]:
    """What stands in the issue's folder, the issue in it, and its layout.

    Raises ContentError when there is no issue in it that could be typeset.
    """
    progress.stage(1, "read", 1)
    reading = read_issue(settings.issue)
    if reading.issue is None:
        message = "The issue cannot be typeset before its files are mended."
        raise ContentError(message, reading.findings)
    layout = read_layout(reading.issue.journal.layout, _layouts(reading.issue))
    progress.step(reading.issue.name)
    return reading, reading.issue, layout


def _settle(
    issue: Issue,
    layout: Layout,
    typeset: Typeset,
    recorded: Paging,
    settings: Settings,
    progress: Progress,
) -> tuple[Paging, tuple[Piece, ...], tuple[Gathering, ...]]:
    """Compose and typeset until every folio is what it was composed with: the folios, the pieces, their gatherings.

    Contents, DOIs and running pages are composed from folios, which follow from the pages that these take. A first
    guess at them are the folios `recorded` by an earlier build.
    """
    places = running_order(issue, layout)
    _check_only(settings.only, places)
    counts = {place.name: _guess(place) for place in places}
    counts |= {name: len(pages) for name, pages in recorded.pieces if name in counts}
    for _ in range(ROUNDS):
        paging = number(places, counts.__getitem__, issue.first_page, layout)
        progress.stage(2, "compose", 1)
        pieces = compose(issue, layout, paging, settings.cache)
        progress.step(counted(len(pieces), "piece"))
        if settings.only:
            pieces = tuple(piece for piece in pieces if piece.name == settings.only)
        progress.stage(3, "typeset", len(pieces))
        gatherings = typeset(pieces, progress.step)
        counts |= {one.piece: len(one.folios) for one in gatherings if one.piece in counts}
        if number(places, counts.__getitem__, issue.first_page, layout) == paging:
            return paging, pieces, gatherings
    raise TypesetError(
        f"The pages did not come to rest after {ROUNDS} rounds of typesetting: an article grows when its page "
        "numbers change and shrinks when they change back. Give it a word more or less."
    )


def _moved(recorded: Paging, paging: Paging, settings: Settings) -> tuple[Finding, ...]:
    """What is to be told of articles that stand on other pages than were `recorded`.

    Raises TypesetError when there are any and the issue is frozen.
    """
    moved = tuple(folios.moved(move, settings.frozen) for move in folios.moves(recorded, paging))
    if moved and settings.frozen:
        raise TypesetError("Pages would move in an issue that is frozen.", moved)
    return moved


def _job(
    gatherings: tuple[Gathering, ...],
    issue: Issue,
    paging: Paging,
    layout: Layout,
    settings: Settings,
) -> Job:
    """What is to be bound: `gatherings`, in the editions asked for, with the DOIs that follow from `paging`."""
    folios_of = ((article, paging.of(article.name)) for article in issue.articles)
    return Job(
        gatherings,
        issue,
        paging,
        dois=tuple((a.name, article_doi(issue, a, own.first, own.last)) for a, own in folios_of),
        only=settings.only,
        editions=settings.editions,
        printing=layout.printing,
        booklet=settings.booklet,
    )


def _bind(
    job: Job, trim: Trim, bench: Bench, settings: Settings, progress: Progress
) -> tuple[tuple[Galley, ...], tuple[Finding, ...]]:
    """Bind `job` into the issue's output folder, where nothing older stays that it makes wrong.

    Returns the galleys, and what is to be told of them, of those that lay there, and to the printer of the format
    `trim`.
    """
    progress.stage(4, "bind", 1)
    out = settings.out / job.issue.name
    galleys = bind(job, out, settings.cache, bench)
    swept = sweep(galleys, job, out, settings.cache)
    progress.step(counted(len(galleys), "galley"))
    return galleys, (*swept, *offer(galleys, trim))


def _guess(place: Place) -> int:
    """Pages that a piece may take, before any build has counted them."""
    match place.kind:
        case "cover" | "back" | "board":
            return 2
        case "article" | "editorial" if place.article:
            return 1 + len(str(place.article.body)) // (2 * CHARACTERS_A_PAGE)
        case _:
            return 1


def _check_only(only: str, places: tuple[Place, ...]) -> None:
    names = [place.name for place in places if place.article]
    if only and only not in names:
        raise UsageError(
            f"There is no article «{only}» in this issue. Its articles: {', '.join(names)}."
        )


def _layouts(issue: Issue) -> tuple[Path, ...]:
    """Folders of layouts: the journal's own first."""
    return (issue.folder.parent / "layouts", bundled("layouts"))


def _press(settings: Settings) -> Press:
    own = settings.issue.resolve().parent / "fonts"
    fonts = (own, bundled("fonts")) if own.is_dir() else (bundled("fonts"),)
    return Press(settings.jobs, settings.cache, fonts)


def _record(paging: Paging, issue: Issue) -> tuple[Finding, ...]:
    """Write pages.yaml; a finding when it cannot be written, for the galleys are sound all the same."""
    try:
        folios.record(paging, issue.folder / "pages.yaml")
    except OSError as error:
        return (folios.unrecorded(error.strerror or str(error)),)
    return ()
