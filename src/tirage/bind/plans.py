"""What each galley will be, before any PDF is opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from urllib.parse import quote

from tirage.bind.labels import Label, labels
from tirage.bind.outline import Entry, issue_outline, offprint_outline
from tirage.bind.record import Record, article_record, issue_record
from tirage.errors import TypesetError
from tirage.model.issue import Issue
from tirage.model.press import Galley, Gathering, Leaf, Paging


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

    def galley(self, out: Path) -> Galley:
        """The galley as it lies in the folder `out`."""
        leaves = tuple(
            Leaf(gathering.piece, page, str(label))
            for gathering, row in zip(self.gatherings, self.labels, strict=True)
            for page, label in enumerate(row)
        )
        title = self.record.title.first(self.record.language)
        return Galley(self.name, "screen", out / self.file, title, leaves)


def plan_galleys(
    gatherings: Sequence[Gathering],
    issue: Issue,
    paging: Paging,
    dois: Sequence[tuple[str, str]],
    only: str,
) -> tuple[Plan, ...]:
    """The issue and an offprint for each contribution; with `only`, this one offprint.

    Raises TypesetError when the gatherings do not fit the paging or each other.
    """
    _check(gatherings, paging, only)
    numbers = labels(gatherings)
    addresses = tuple(_addresses(issue, dict(dois)))
    plans = []
    if not only:
        outline, record = issue_outline(gatherings, issue), issue_record(issue)
        file = PurePath("issue.pdf")
        bound = tuple(gatherings)
        plans.append(Plan("issue", file, bound, numbers, outline, record, addresses, whole=True))
    articles = {article.name: article for article in issue.articles}
    for gathering, row in zip(gatherings, numbers, strict=True):
        name = gathering.piece
        if gathering.kind in ("article", "editorial") and only in ("", name):
            file = PurePath("offprints", f"{name}.pdf")
            outline = offprint_outline(gathering)
            record = article_record(articles[name], issue, dict(dois).get(name, ""))
            bound = (gathering,)
            plans.append(Plan(name, file, bound, (row,), outline, record, addresses, whole=False))
    return tuple(plans)


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
