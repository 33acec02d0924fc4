"""An issue that stands as it was built is not built again; whatever changes, it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tirage import standing
from tirage.findings import Finding, Place, Report, Severity
from tirage.model.press import Edition
from tirage.settings import Settings

PROGRAMS = ("engine 1.0",)
REPORT = Report(
    "draft",
    (Finding(Severity.WARN, "facts.missing", "issn", "The journal has no ISSN.", Place("journal.yaml", 2, 1), "Write it."),),
    ("issue", "one"),
    (("facts.missing/issn", "A draft may have holes."),),
)  # fmt: skip


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A built issue, and what it was built with."""
    issue = tmp_path / "journal" / "2026-1"
    out = tmp_path / "build"
    for path, text in (
        (issue / "issue.yaml", "year: 2026"),
        (issue / "pages.yaml", "one: {first: 5, last: 9}"),
        (issue / "one" / "article.md", "Text"),
        (issue.parent / "journal.yaml", "title: J"),
        (issue.parent / "2025-4" / "pages.yaml", "x: {first: 1, last: 4}"),
        (out / "2026-1" / "issue.pdf", "%PDF issue"),
        (out / "2026-1" / "offprints" / "one.pdf", "%PDF one"),
        (out / "2026-1" / "report.json", "{}"),
        (out / "2026-1" / "report.html", "<p>"),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    made = Settings(issue, out=out, cache=tmp_path / ".tirage")
    standing.keep(made, standing.key(made, PROGRAMS), REPORT)
    return made


def found(settings: Settings, programs: tuple[str, ...] = PROGRAMS) -> Report | None:
    return standing.find(settings, standing.key(settings, programs))


def test_what_stands_has_the_report_of_its_build(settings: Settings) -> None:
    assert found(settings) == REPORT


def link(folder: Path) -> None:
    article = folder / "journal/2026-1/one/article.md"
    article.unlink()
    article.symlink_to("/etc/hostname")


def write(path: str) -> Callable[[Path], object]:
    return lambda folder: (folder / path).write_text("changed")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a word": write("journal/2026-1/one/article.md"),
    "a new file": write("journal/2026-1/one/map.svg"),
    "the journal": write("journal/journal.yaml"),
    "the folios": write("journal/2026-1/pages.yaml"),
    "the issue before": write("journal/2025-4/pages.yaml"),
    "the issue's galley": write("build/2026-1/issue.pdf"),
    "an offprint": write("build/2026-1/offprints/one.pdf"),
    "an offprint is gone": lambda folder: (folder / "build/2026-1/offprints/one.pdf").unlink(),
    "the report is gone": lambda folder: (folder / "build/2026-1/report.json").unlink(),
    "the report's page is gone": lambda folder: (folder / "build/2026-1/report.html").unlink(),
    "a file is gone": lambda folder: (folder / "journal/2026-1/one/article.md").unlink(),
    "a link instead of a file": link,
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_built_again(settings: Settings, tmp_path: Path, change: str) -> None:
    CHANGES[change](tmp_path)
    assert found(settings) is None


def test_a_layout_of_the_journals_own_counts(settings: Settings) -> None:
    own = settings.issue.parent / "layouts" / "bulletin"
    own.mkdir(parents=True)
    (own / "layout.yaml").write_text("trim: B5")
    assert found(settings) is None


@pytest.mark.parametrize("change", [{"profile": "publish"}, {"only": "one"}, {"frozen": True}])
def test_another_call_is_another_build(settings: Settings, change: dict[str, str]) -> None:
    assert found(replace(settings, **change)) is None  # type: ignore[arg-type]


EDITIONS: dict[Edition, tuple[str, ...]] = {
    "print": ("issue-print.pdf", "cover-print.pdf"),
    "archive": ("issue-archive.pdf", "offprints/one-archive.pdf"),
}


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_edition_stands_by_itself(settings: Settings, edition: Edition) -> None:
    out = settings.out / "2026-1"
    for name in EDITIONS[edition]:
        (out / name).write_text(f"%PDF {name}")
    assert found(settings) == REPORT, "the screen's galleys are as they were"
    asked = replace(settings, editions=(edition,), cache=settings.cache / edition)
    assert found(asked) is None
    standing.keep(asked, standing.key(asked, PROGRAMS), REPORT)
    assert found(asked) == REPORT
    (out / EDITIONS[edition][0]).write_text("changed")
    assert found(asked) is None
    assert found(settings) == REPORT


def test_a_printers_profile_counts(settings: Settings) -> None:
    (settings.issue.parent / "press.icc").write_text("profile")
    assert found(settings) is None


def test_another_engine_builds_again(settings: Settings) -> None:
    assert found(settings, ("engine 1.1",)) is None


def test_the_number_of_processes_does_not_matter(settings: Settings) -> None:
    assert found(replace(settings, jobs=1)) == REPORT


def test_the_clock_of_the_build_counts(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert found(settings) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"key": 1}', "null"])
def test_a_damaged_record_is_no_record(settings: Settings, text: str) -> None:
    (record,) = (settings.cache / "standing").iterdir()
    record.write_text(text)
    assert found(settings) is None


def test_a_link_is_never_followed_out_of_the_issue(settings: Settings, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    os.mkfifo(outside)  # reading it would wait for ever
    (settings.issue / "one" / "link.svg").symlink_to(outside)
    assert found(settings) is None
