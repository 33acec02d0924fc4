"""What each galley will be, before any PDF is opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from urllib.parse import quote

from tirage.bind.archive.sources import Attachment, article_sources, issue_sources
from tirage.bind.job import Job
from tirage.bind.labels import Label, labels
from tirage.bind.outline import Entry, issue_outline, offprint_outline
from tirage.bind.press.plan import PressPlan, print_jobs
from tirage.bind.record import Record, article_record, issue_record
from tirage.errors import TypesetError
from tirage.model.issue import Issue
from tirage.model.layout import Printing
from tirage.model.press import Edition, Folios, Galley, Gathering, Leaf, Paging

_PRINTED = {"block": "issue-print", "cover": "cover-print", "booklet": "issue-booklet"}
"""Names of the printer's files."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One galley to be bound."""

    name: str
    """ "issue" or the article's name."""
    file: PurePath
    """In the output folder."""
    gatherings: tuple[Gathering, ...]
    labels: tuple[tuple[Label, ...], ...]
    """The labels of the pages of each gathering."""
    outline: tuple[Entry, ...]
    record: Record
    addresses: tuple[tuple[str, str, str], ...]
    """Articles that have a DOI: name, address and title."""
    whole: bool
    """It is the issue, not an offprint."""
    edition: Edition = "screen"
    press: PressPlan | None = None
    """How it is printed; None for what is read."""
    attachments: tuple[Attachment, ...] = ()

    def galley(self, out: Path) -> Galley:
        """The galley as it lies in the folder `out`."""
        return Galley(
            self.name,
            self.edition,
            out / self.file,
            self.record.title.first(self.record.language),
            tuple(self._leaves()),
            self.record.moment.date(),
            self.press.work if self.press else None,
            tuple(attachment.name for attachment in self.attachments),
        )

    def _leaves(self) -> Iterator[Leaf]:
        rows = list(zip(self.gatherings, self.labels, strict=True))
        if self.press is None:
            for gathering, row in rows:
                yield from (
                    Leaf(gathering.piece, page, str(label)) for page, label in enumerate(row)
                )
            return
        for face in self.press.faces:
            if face is None:
                yield Leaf("", 0, "")
            else:
                gathering, row = rows[face[0]]
                yield Leaf(gathering.piece, face[1], str(row[face[1]]))


def plan_galleys(job: Job) -> tuple[Plan, ...]:
    """What is bound in each edition of `job`; where it is for one article, this one offprint and nothing for the press.

    To be read: the issue and an offprint for each contribution. To be printed: the block of the issue, its cover and,
    where it is asked for, a booklet.

    Raises TypesetError when the gatherings do not fit the paging or each other.
    """
    _check(job.gatherings, job.paging, job.only)
    plans: list[Plan] = []
    reading = _reading_plans(job)
    if "screen" in job.editions:
        plans += reading
    if "print" in job.editions and not job.only:
        plans += _print_plans(reading[0], job)
    if "archive" in job.editions:
        plans += [_archived(plan, job.issue) for plan in reading]
    return tuple(plans)


def _print_plans(issue_plan: Plan, job: Job) -> list[Plan]:
    printing = job.printing or Printing()
    return [
        replace(
            issue_plan,
            name=_PRINTED[one.kind],
            file=PurePath(f"{_PRINTED[one.kind]}.pdf"),
            gatherings=tuple(issue_plan.gatherings[number] for number in one.gatherings),
            labels=tuple(issue_plan.labels[number] for number in one.gatherings),
            outline=(),
            edition="print",
            press=one.plan,
        )
        for one in print_jobs(issue_plan.gatherings, job.issue, printing, job.booklet)
    ]


def _archived(plan: Plan, issue: Issue) -> Plan:
    articles = {article.name: article for article in issue.articles}
    sources = issue_sources(issue) if plan.whole else article_sources(articles[plan.name], issue)
    file = plan.file.with_stem(f"{plan.file.stem}-archive")
    return replace(plan, file=file, edition="archive", attachments=sources)


def _reading_plans(job: Job) -> list[Plan]:
    """The issue and an offprint for each contribution, for the screen; for one article, this one offprint."""
    issue, dois = job.issue, dict(job.dois)
    numbers = labels(job.gatherings)
    addresses = tuple(_addresses(issue, dois))
    plans: list[Plan] = []
    if not job.only:
        file = PurePath("issue.pdf")
        outline = issue_outline(job.gatherings, issue)
        record = issue_record(issue, _contributed(job.paging, issue))
        bound = job.gatherings
        plans.append(Plan("issue", file, bound, numbers, outline, record, addresses, whole=True))
    articles = {article.name: article for article in issue.articles}
    for gathering, row in zip(job.gatherings, numbers, strict=True):
        name = gathering.piece
        if gathering.kind in ("article", "editorial") and job.only in ("", name):
            file = PurePath("offprints", f"{name}.pdf")
            outline = offprint_outline(gathering)
            record = article_record(articles[name], issue, dois.get(name, ""), gathering.folios)
            bound = (gathering,)
            plans.append(Plan(name, file, bound, (row,), outline, record, addresses, whole=False))
    return plans


def _contributed(paging: Paging, issue: Issue) -> Folios | None:
    """The folios from the first contribution to the last."""
    names = {article.name for article in issue.articles}
    folios = [one for name, one in paging.pieces if name in names]
    return Folios(folios[0].first, folios[-1].last) if folios else None


def _check(gatherings: Sequence[Gathering], paging: Paging, only: str) -> None:
    folios = dict(paging.pieces)
    for gathering in gatherings:
        name = gathering.piece
        if name != PurePath(name).name or name in ("", "..") or "#" in name:
            raise TypesetError(f"“{name}” cannot be the name of a piece: it has a / or # in it.")
        if folios.get(name) != gathering.folios:
            raise TypesetError(f"The pages of “{name}” were typeset with other page numbers.")
    pieces = [gathering.piece for gathering in gatherings]
    if len(set(pieces)) < len(pieces):
        twice = next(piece for piece in pieces if pieces.count(piece) > 1)
        raise TypesetError(f"“{twice}” comes twice among the pieces of the issue.")
    if not pieces:
        raise TypesetError("There are no typeset pages to bind.")
    articles = [one.piece for one in gatherings if one.kind in ("article", "editorial")]
    if only and only not in articles:
        raise TypesetError(f"There are no typeset pages of an article “{only}”.")


def _addresses(issue: Issue, dois: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for article in issue.articles:
        if doi := dois.get(article.name):
            address = "https://doi.org/" + quote(doi, safe="/:;()._-")
            yield article.name, address, article.title.first(article.language)
