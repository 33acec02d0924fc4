"""Forty defects planted into a copy of the sample issue: lint finds all of them and nothing else."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from tirage import copydesk

ROOT = Path(__file__).parents[2]
DEFECTS: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests" / "cases" / "planted.yaml").read_text("utf-8")
)


def plant(journal: Path, defect: dict[str, Any]) -> str:
    """Make one thing wrong; the file in which it is."""
    name = defect["in"]
    file = name if "/" in name else f"2026-1/{name}/article.md"
    text = (journal / file).read_text("utf-8")
    if "add" in defect:
        text = f"{text.rstrip()}\n\n{defect['add']}\n"
    else:
        pattern, new = defect["change"]
        text, count = re.subn(pattern, new, text, count=1)
        assert count, f"there is no {pattern} in {file}"
    (journal / file).write_text(text, "utf-8")
    return file


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A copy of the sample journal, of which only what is read is needed."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path / "content"


def test_there_are_forty_kinds() -> None:
    assert len({defect["finds"] for defect in DEFECTS}) == len(DEFECTS) == 40


def test_all_are_found_and_nothing_else(journal: Path) -> None:
    assert copydesk.lint(journal / "2026-1", "draft").findings == ()
    planted: Counter[tuple[str, str]] = Counter()
    for defect in DEFECTS:
        planted[defect["finds"], plant(journal, defect)] += defect.get("times", 1)
    report = copydesk.lint(journal / "2026-1", "draft")
    assert Counter((one.id, one.place.file) for one in report.findings) == planted


def test_fixing_mends_those_that_are_beyond_doubt(journal: Path) -> None:
    for defect in DEFECTS:
        plant(journal, defect)
    before = copydesk.lint(journal / "2026-1", "draft").findings
    for change in copydesk.fix(journal / "2026-1"):
        copydesk.write(change)
    left = copydesk.lint(journal / "2026-1", "draft").findings
    assert {one.id for one in left} < {one.id for one in before}
    assert len(left) < len(before) - 15
    assert copydesk.fix(journal / "2026-1") == ()
