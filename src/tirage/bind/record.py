"""What a galley says of itself: title, authors, keywords, identifier, rights, date."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime, time

from tirage.errors import UsageError
from tirage.model.issue import Article, Contributor, Issue
from tirage.model.language import Localized
from tirage.model.press import Folios


@dataclass(frozen=True, slots=True)
class Published:
    """Where the galley stands in the journal; "" for what it does not have."""

    journal: str = ""
    issn: str = ""
    eissn: str = ""
    volume: str = ""
    number: str = ""
    first_page: str = ""
    last_page: str = ""
    doi: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """The metadata of one galley."""

    language: str
    title: Localized
    authors: tuple[str, ...]
    abstract: Localized
    keywords: tuple[str, ...]
    languages: tuple[str, ...]
    publisher: str
    identifier: str
    """As a URI: "doi:…" or "urn:issn:…"; "" where there is none."""
    source: str
    """The issue that an offprint comes from."""
    rights: Localized
    date: str
    """Day of publication, ISO."""
    moment: datetime
    """When the file was made: the clock of the build."""
    license: str = ""
    """Where the licence can be read; "" where it has no known address."""
    published: Published = Published()


def issue_record(issue: Issue, folios: Folios | None = None) -> Record:
    """What the issue's galley says of itself; `folios` are those of its contributions."""
    journal = issue.journal
    spoken = (journal.main_language, *(article.language for article in issue.articles))
    issn = journal.eissn or journal.issn
    return Record(
        language=journal.main_language,
        title=_issue_title(issue),
        authors=(),
        abstract=Localized(),
        keywords=(),
        languages=tuple(dict.fromkeys(spoken)),
        publisher=journal.publisher.first(journal.main_language),
        identifier=f"urn:issn:{issn}" if issn else "",
        source="",
        rights=_rights(issue),
        date=issue.date.isoformat(),
        moment=_moment(issue),
        license=_license_address(journal.license),
        published=_published(issue, folios, ""),
    )


def article_record(
    article: Article, issue: Issue, doi: str, folios: Folios | None = None
) -> Record:
    """What the offprint of `article` says of itself; `doi` is "" where it has none."""
    journal, language = issue.journal, article.language
    return Record(
        language=language,
        title=article.title,
        authors=tuple(_name(author, language) for author in article.authors),
        abstract=article.abstract,
        keywords=article.words(language),
        languages=(language,),
        publisher=journal.publisher.first(language, journal.main_language),
        identifier=f"doi:{doi}" if doi else "",
        source=_issue_title(issue).first(language, journal.main_language),
        rights=_rights(issue),
        date=issue.date.isoformat(),
        moment=_moment(issue),
        license=_license_address(journal.license),
        published=_published(issue, folios, doi),
    )


def _published(issue: Issue, folios: Folios | None, doi: str) -> Published:
    journal = issue.journal
    return Published(
        journal=journal.title.first(journal.main_language),
        issn=journal.issn,
        eissn=journal.eissn,
        volume=issue.volume,
        number=issue.number,
        first_page=folios.label(0) if folios else "",
        last_page=folios.label(len(folios) - 1) if folios else "",
        doi=doi,
    )


def _license_address(license_: str) -> str:
    """The address of a licence of Creative Commons by its SPDX identifier, as "CC-BY-NC-4.0"."""
    found = re.fullmatch(r"CC-(BY(?:-NC)?(?:-SA|-ND)?)-(\d\.\d)", license_)
    if found:
        return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/"
    return "https://creativecommons.org/publicdomain/zero/1.0/" if license_ == "CC0-1.0" else ""


def _name(author: Contributor, language: str) -> str:
    name = author.name(language)
    return f"{name.given} {name.family}".strip()


def _issue_title(issue: Issue) -> Localized:
    """The journal's title in each language, with year and number: "…, 2026, № 1 (131)"."""
    whole = f" ({issue.whole_number})" if issue.whole_number else ""
    return Localized(
        tuple(
            (language, f"{title}, {issue.year}, № {issue.number}{whole}")
            for language, title in issue.journal.title
        )
    )


def _rights(issue: Issue) -> Localized:
    """Copyright in each language, and the licence."""
    license_ = issue.journal.license
    if not issue.journal.copyright:
        return Localized((("", license_),)) if license_ else Localized()
    return Localized(
        tuple(
            (language, f"{text.rstrip('.')}. {license_}" if license_ else text)
            for language, text in issue.journal.copyright
        )
    )


def _moment(issue: Issue) -> datetime:
    """Midnight of the issue's date, UTC; SOURCE_DATE_EPOCH wins (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.combine(issue.date, time(), UTC)
    if not epoch.isdecimal():
        raise UsageError(
            f"The environment's SOURCE_DATE_EPOCH is “{epoch}”. It has to be a number of seconds since 1970."
        )
    return datetime.fromtimestamp(int(epoch), UTC)
