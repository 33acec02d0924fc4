"""Who wrote a contribution and how they are reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tirage.findings import Severity
from tirage.preflight.check import Fault, check
from tirage.preflight.manuscripts import Manuscript

SCHOLARLY = ("research", "review", "short")
"""Contributions that registries and indexes take."""

_MISTYPED = re.compile(
    r"@(gmail\.ru|gmail\.con?|gmai\.com|gmial\.com|gmail\.co|mail\.con|mail\.r|yandex\.con|yandex\.r|yahoo\.con|.*\.)$",
    re.IGNORECASE,
)


@check(
    "people.corresponding",
    codes=("none", "email", "several"),
    rationale="Readers, registries and the publisher write to one author, who must be named and reachable.",
    source="GOST 7.5-98 and author guidelines of journals; Crossref's good practice.",
    severity=Severity.WARN,
)
def corresponding(manuscript: Manuscript) -> Iterator[Fault]:
    """One author is named for letters and can be reached."""
    article, sheet = manuscript.article, manuscript.sheet
    if article.kind not in SCHOLARLY or not article.authors:
        return
    named = [i for i, author in enumerate(article.authors) if author.corresponding]
    if not named and len(article.authors) > 1:
        yield Fault(
            "none",
            "No author is the corresponding one.",
            advice="Write `corresponding: true` under one of them.",
            at=sheet.where("authors"),
        )
    for i in named[1:]:
        yield Fault(
            "several",
            f"Author no {i + 1} is a second corresponding author.",
            advice="Leave `corresponding: true` with one of them.",
            at=sheet.where("authors", i, "corresponding"),
        )
    for i in named or ([0] if len(article.authors) == 1 else []):
        if not article.authors[i].email:
            yield Fault(
                "email",
                "The corresponding author has no e-mail address.",
                advice="Write `email: name@example.org` under that author.",
                at=sheet.where("authors", i),
            )


@check(
    "people.orcid",
    codes=("missing", "twice"),
    rationale="Without an ORCID iD works of namesakes are mixed up in every index.",
    source="ORCID's guidance for publishers; Crossref takes the iD with each contributor.",
    severity=Severity.WARN,
)
def orcid(manuscript: Manuscript) -> Iterator[Fault]:
    """Every author has an ORCID iD of their own."""
    article, sheet = manuscript.article, manuscript.sheet
    seen: dict[str, int] = {}
    for i, author in enumerate(article.authors):
        at = sheet.where("authors", i, "orcid")
        if not author.orcid and article.kind in SCHOLARLY and not _says(manuscript, i):
            yield Fault(
                "missing",
                f"Author no {i + 1} has no ORCID iD.",
                advice="Write `orcid: 0000-0002-1825-0097` with the author's own, or ask the author to register.",
                at=at,
            )
        elif author.orcid in seen:
            yield Fault(
                "twice",
                f"Authors no {seen[author.orcid] + 1} and no {i + 1} have the same ORCID iD.",
                advice="Ask both: an iD belongs to one person.",
                at=at,
            )
        elif author.orcid:
            seen[author.orcid] = i


def _says(manuscript: Manuscript, author: int) -> bool:
    """Whether something is written, though it was no ORCID iD: reading has told that."""
    return ("authors", author, "orcid") in dict(manuscript.sheet.places)


@check(
    "people.mail",
    codes=("mistyped",),
    rationale="A letter to an address that does not exist is lost, and it stays in print.",
    source="Mistakes counted in author data: gmail.ru, mail.con.",
    severity=Severity.WARN,
)
def mail(manuscript: Manuscript) -> Iterator[Fault]:
    """E-mail addresses end in a domain that exists."""
    for i, author in enumerate(manuscript.article.authors):
        if _MISTYPED.search(author.email):
            yield Fault(
                "mistyped",
                f"The address {author.email} is probably mistyped.",
                advice="Compare it with the author's letter.",
                at=manuscript.sheet.where("authors", i, "email"),
            )


@check(
    "people.twice",
    codes=("twice",),
    rationale="An author who is listed twice is counted twice by indexes.",
    source="GOST 7.5-98: authors' names are given once.",
    severity=Severity.WARN,
)
def twice(manuscript: Manuscript) -> Iterator[Fault]:
    """No author is listed twice."""
    seen: set[tuple[str, str]] = set()
    for i, author in enumerate(manuscript.article.authors):
        names = {(name.given.casefold(), name.family.casefold()) for name in author.names}
        if names & seen:
            yield Fault(
                "twice",
                f"Author no {i + 1} is listed already.",
                advice="Take one of the two entries out.",
                at=manuscript.sheet.where("authors", i),
            )
        seen |= names
