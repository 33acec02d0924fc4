from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.bind.helpers import make_article, make_issue
from tirage.bind.record import article_record, issue_record
from tirage.errors import UsageError
from tirage.model.issue import Contributor, PersonName, Section
from tirage.model.language import Localized

RUSSIAN = make_article("r", language="ru", title=Localized((("kk", "Тақырып"), ("ru", "Заглавие"))))
ISSUE = make_issue(Section(Localized(), (make_article("a"), RUSSIAN)))


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def test_an_issue_is_titled_by_journal_year_and_number() -> None:
    title = issue_record(ISSUE).title
    assert title.get("kk") == "Хабаршы, 2026, № 1 (131)"
    assert title.get("en") == "Bulletin, 2026, № 1 (131)"
    assert issue_record(replace(ISSUE, whole_number=None)).title.get("ru") == "Вестник, 2026, № 1"


def test_an_issue_speaks_the_languages_of_its_articles() -> None:
    assert issue_record(ISSUE).languages == ("kk", "ru")


def test_an_issue_is_known_by_its_electronic_issn_first() -> None:
    assert issue_record(ISSUE).identifier == "urn:issn:2616-6887"
    journal = replace(ISSUE.journal, eissn="2617-605X")
    assert issue_record(replace(ISSUE, journal=journal)).identifier == "urn:issn:2617-605X"
    journal = replace(ISSUE.journal, issn="")
    assert issue_record(replace(ISSUE, journal=journal)).identifier == ""


def test_an_article_says_what_it_is_in_its_language() -> None:
    record = article_record(RUSSIAN, ISSUE, "10.5555/r")
    assert record.title.first(record.language) == "Заглавие"
    assert record.identifier == "doi:10.5555/r"
    assert record.languages == ("ru",)
    assert record.source == "Вестник, 2026, № 1 (131)"
    assert record.keywords == ()
    assert article_record(make_article("a"), ISSUE, "").keywords == ("саясат", "қоғам")


def test_authors_are_named_in_the_language_of_the_article() -> None:
    names = (PersonName("kk", "Абай", "Құнанбаев"), PersonName("en", "Abai", "Kunanbaev"))
    article = make_article("a", language="en", authors=(Contributor(names),))
    assert article_record(article, ISSUE, "").authors == ("Abai Kunanbaev",)


def test_rights_name_the_licence() -> None:
    assert issue_record(ISSUE).rights.get("en") == "© The University. CC-BY-4.0"
    bare = replace(ISSUE.journal, copyright=Localized())
    assert issue_record(replace(ISSUE, journal=bare)).rights.get("") == "CC-BY-4.0"
    none = replace(bare, license="")
    assert not issue_record(replace(ISSUE, journal=none)).rights


def test_the_clock_is_the_date_of_the_issue() -> None:
    assert issue_record(ISSUE).moment == datetime(2026, 3, 31, tzinfo=UTC)


def test_the_epoch_of_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert issue_record(ISSUE).moment == datetime(1970, 1, 2, tzinfo=UTC)
    assert issue_record(ISSUE).date == "2026-03-31"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(UsageError, match="“yesterday”"):
        issue_record(ISSUE)
