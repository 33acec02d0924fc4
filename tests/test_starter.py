"""`tirage new`: what it writes can be built as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tirage.errors import UsageError
from tirage.findings import Severity, worst
from tirage.read.issue import read_issue
from tirage.starter import new_article, new_issue, new_journal


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    new_journal(tmp_path / "journal")
    return tmp_path / "journal"


def test_a_new_journal_reads_without_mistakes(journal: Path) -> None:
    reading = read_issue(journal / "2026-1")
    assert reading.issue is not None
    assert worst(reading.findings) <= Severity.WARN
    assert [article.name for article in reading.issue.articles] == ["editorial", "first-article"]


def test_it_says_how_to_build_it(tmp_path: Path) -> None:
    lines = new_journal(tmp_path / "j")
    assert lines[-1] == f"Build it:  tirage build {tmp_path / 'j' / '2026-1'}"


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear editor")
    with pytest.raises(UsageError, match="not empty"):
        new_journal(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


def test_a_second_issue_and_article(journal: Path) -> None:
    new_issue(journal, "2026-2")
    new_article(journal / "2026-2", "price-of-print", "ru")
    text = (journal / "2026-2" / "price-of-print" / "article.md").read_text("utf-8")
    assert "lang: ru\n" in text
    assert read_issue(journal / "2026-2").issue is not None


def test_the_article_takes_the_journals_main_language(journal: Path) -> None:
    new_article(journal / "2026-1", "second", "")
    assert "lang: kk\n" in (journal / "2026-1" / "second" / "article.md").read_text("utf-8")


@pytest.mark.parametrize("name", ["2026", "spring", "2026-x", "../2026-1"])
def test_an_issues_name_is_year_and_number(journal: Path, name: str) -> None:
    with pytest.raises(UsageError, match="year and number"):
        new_issue(journal, name)


@pytest.mark.parametrize("name", ["Price of print", "цена", "../x", "a--b", ""])
def test_an_articles_name_fits_an_address(journal: Path, name: str) -> None:
    with pytest.raises(UsageError, match="small Latin letters"):
        new_article(journal / "2026-1", name, "")


def test_nothing_is_overwritten(journal: Path) -> None:
    with pytest.raises(UsageError, match="there already"):
        new_issue(journal, "2026-1")
    with pytest.raises(UsageError, match="there already"):
        new_article(journal / "2026-1", "first-article", "")
