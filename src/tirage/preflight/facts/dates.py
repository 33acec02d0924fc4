"""Days on which something happened to a manuscript or an issue."""

from __future__ import annotations

from collections.abc import Iterator

from tirage.findings import Severity
from tirage.preflight.check import Fault, check
from tirage.preflight.manuscripts import Desk, Manuscript


@check(
    "dates.order",
    codes=("accepted", "published"),
    rationale="Dates that run backwards make readers doubt the review, and registries refuse them.",
    source="GOST R 7.0.7-2021: dates of receipt and acceptance; Crossref and JATS: `history`.",
    severity=Severity.WARN,
)
def order(manuscript: Manuscript) -> Iterator[Fault]:
    """A manuscript is received, then accepted, then published."""
    article, issue = manuscript.article, manuscript.issue
    if article.received and article.accepted and article.accepted < article.received:
        yield Fault(
            "accepted",
            f"The manuscript was accepted on {article.accepted}, before it was received on {article.received}.",
            advice="Correct one of the two dates.",
            at=manuscript.sheet.where("accepted"),
        )
    for key, day in (("received", article.received), ("accepted", article.accepted)):
        if day and day > issue.date:
            yield Fault(
                "published",
                f"The manuscript was {key} on {day}, after the issue's date, {issue.date}.",
                advice=f"Correct `{key}`, or `date` in issue.yaml.",
                at=manuscript.sheet.where(key),
            )


@check(
    "dates.issue",
    codes=("year", "signed"),
    rationale="The year is in every citation and every DOI of the issue.",
    source="GOST 7.4-95: the imprint states year and date of signing to print.",
    severity=Severity.WARN,
)
def issue(desk: Desk) -> Iterator[Fault]:
    """The issue's date lies in its year, and it is signed to print before it appears."""
    one = desk.issue
    if abs(one.date.year - one.year) > 1:
        yield Fault(
            "year",
            f"The issue of the year {one.year} is dated {one.date}.",
            advice="Correct `year` or `date`.",
            at=desk.sheet.where("date"),
        )
    if one.print.signed and one.print.signed > one.date:
        yield Fault(
            "signed",
            f"The issue was signed to print on {one.print.signed}, after its date, {one.date}.",
            advice="Correct `signed` or `date`.",
            at=desk.sheet.where("print", "signed"),
        )
