"""`first_page: continue`: the folio after the last one of the volume's previous number."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read.helpers import ISSUE, issue_of, tell, write, write_journal
from tirage.read.issue import read_issue

PAGES = "board: {first: 1, last: 4}\none: {first: 5, last: 96}\n"


def volume(folder: Path, number: str, before: str, pages: str = PAGES) -> Path:
    """A journal with the issue `number`, whose pages continue, and the issue `before` beside it."""
    issue = ISSUE.replace("number: 1", f"number: {number}").replace(": 5", ": continue")
    previous = ISSUE.replace("number: 1", f"number: {before}")
    files = {"2026-1/issue.yaml": issue, "before/issue.yaml": previous, "before/pages.yaml": pages}
    return write_journal(folder, files=files)


@pytest.mark.parametrize(
    ("number", "before"), [("2", "1"), ("3", "1-2"), ("2-3", "1"), ("12", "11")]
)
def test_it_takes_the_next_folio(tmp_path: Path, number: str, before: str) -> None:
    assert issue_of(read_issue(volume(tmp_path, number, before))).first_page == 97


def test_roman_folios_do_not_count(tmp_path: Path) -> None:
    pages = "board: {first: 1, last: 120, style: roman}\none: {first: 1, last: 80}\n"
    assert issue_of(read_issue(volume(tmp_path, "2", "1", pages))).first_page == 81


@pytest.mark.parametrize(
    ("number", "before"), [("3", "1"), ("1", "0"), ("2", "2"), ("осенний", "1")]
)
def test_there_is_no_number_before(tmp_path: Path, number: str, before: str) -> None:
    assert tell(read_issue(volume(tmp_path, number, before)).findings) == [
        "FAIL content.pages/no-previous issue.yaml:4:13"
    ]


def test_another_year_does_not_count(tmp_path: Path) -> None:
    folder = volume(tmp_path, "2", "1")
    write(tmp_path, {"before/issue.yaml": ISSUE.replace("2026\n", "2025\n")})
    assert tell(read_issue(folder).findings) == ["FAIL content.pages/no-previous issue.yaml:4:13"]


@pytest.mark.parametrize(
    "pages", ["", "one: {first: 1}\n", "[", "one: {first: 1, last: 2, style: x}\n"]
)
def test_the_number_before_is_not_built(tmp_path: Path, pages: str) -> None:
    reading = read_issue(volume(tmp_path, "2", "1", pages))
    assert tell(reading.findings) == ["FAIL content.pages/not-built issue.yaml:4:13"]
    assert reading.findings[0].advice == "Build the issue `before` first."


def test_mistakes_of_the_number_before_are_not_told(tmp_path: Path) -> None:
    folder = volume(tmp_path, "2", "1")
    write(tmp_path, {"other/issue.yaml": "a: [\n", "third/issue.yaml": "- a\n"})
    assert read_issue(folder).findings == ()
