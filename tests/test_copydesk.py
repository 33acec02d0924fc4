"""The copy desk: which issue is meant, and what is written to its files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tirage import copydesk
from tirage.errors import UsageError

SAMPLE = Path(__file__).parents[1] / "content"


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """A copy of the sample with a double space in an article."""
    shutil.copytree(SAMPLE, tmp_path / "journal")
    folder = tmp_path / "journal" / "2026-1"
    article = next(folder.rglob("*-en.md"), None) or next(folder.rglob("*.md"))
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace(". ", ".  ", 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", [".", "even-paragraphs/..", "../2026-1"])
def test_an_issue_is_found_by_any_name_of_its_folder(
    issue: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(issue)
    named = [change.path for change in copydesk.fix(Path(name))]
    assert named == [change.path for change in copydesk.fix(issue)]
    assert all(path.is_relative_to(issue) for path in named)


def test_what_changes_is_told_before_it_is_written(issue: Path) -> None:
    (change,) = copydesk.fix(issue, ("spaces.double",))
    assert change.path.read_text(encoding="utf-8") == change.before
    assert copydesk.counted(change) == "1 line mended"
    copydesk.write(change)
    assert copydesk.fix(issue, ("spaces.double",)) == ()


def test_a_folder_without_an_issue_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"There is no issue\.yaml"):
        copydesk.fix(tmp_path)
