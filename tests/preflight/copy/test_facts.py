"""Checks of facts, by the cases of tests/cases/facts: a sound issue with one thing made wrong in it."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.wording import counts_well
from tirage import copydesk
from tirage.findings import Finding
from tirage.preflight.check import Check
from tirage.preflight.copychecks import DESKS, MANUSCRIPTS
from tirage.preflight.facts import identifiers
from tirage.preflight.lint import lint
from tirage.read.issue import read_issue

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests" / "cases" / "facts" / "facts.yaml"
ARTICLES = ("even-paragraphs", "kazakh-letters")
CHECKS: tuple[Check[Any], ...] = (*MANUSCRIPTS, *DESKS, identifiers.address)


@dataclass(frozen=True, slots=True)
class Case:
    """One way to be wrong."""

    check: str
    change: tuple[tuple[str, str], ...]
    file: str = f"2026-1/{ARTICLES[0]}/article.md"
    finds: tuple[str, ...] = ()
    times: int = 1
    every: bool = False
    """Whether each match is changed, not the first only."""
    both: bool = False
    """Whether the other article is changed too."""
    journal: tuple[tuple[str, str], ...] = ()
    """What is changed in journal.yaml besides."""
    fixed: str = ""
    """What fixing must leave in the file; "" where it can mend nothing."""


def load() -> list[Case]:
    raws: list[dict[str, Any]] = yaml.safe_load(CASES.read_text("utf-8"))
    return [Case(**{key: _frozen(value) for key, value in raw.items()}) for raw in raws]


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """The journal's folder."""
    shutil.copy(ROOT / "content" / "journal.yaml", tmp_path)
    for name in ARTICLES:
        shutil.copytree(ROOT / "content" / "2026-1" / name, tmp_path / "2026-1" / name)
    issue = (ROOT / "content" / "2026-1" / "issue.yaml").read_text("utf-8")
    contents = f"contents: [{', '.join(ARTICLES)}]\n"
    (tmp_path / "2026-1" / "issue.yaml").write_text(re.sub(r"(?s)contents:.*", contents, issue))
    return tmp_path


def found(folder: Path) -> tuple[Finding, ...]:
    reading = read_issue(folder / "2026-1")
    assert reading.issue, reading.findings
    return lint(reading.copy, reading.issue)


def spoil(folder: Path, case: Case) -> None:
    changes = {case.file: case.change}
    if case.both:
        changes[case.file.replace(*ARTICLES)] = case.change
    if case.journal:
        changes["journal.yaml"] = case.journal
    for file, change in changes.items():
        text = (folder / file).read_text("utf-8")
        for pattern, new in change:
            text, count = re.subn(pattern, new, text, count=0 if case.every else 1)
            assert count, f"there is no {pattern} in {file}"
        (folder / file).write_text(text, "utf-8")


def test_every_code_has_a_case() -> None:
    assert {case.check for case in load()} == {f"{c.id}/{code}" for c in CHECKS for code in c.codes}


def test_the_sound_issue_is_sound(sound: Path) -> None:
    assert found(sound) == ()


@pytest.mark.parametrize("case", load(), ids=lambda case: case.check)
def test_what_is_wrong_is_found_and_nothing_else(case: Case, sound: Path) -> None:
    spoil(sound, case)
    findings = found(sound)
    assert sorted({one.id for one in findings}) == sorted(case.finds or [case.check])
    for finding in findings:
        assert (sound / finding.place.file).is_file()
        assert finding.place.line
        assert finding.message.endswith(".")
        assert counts_well(finding.message), finding.message
        assert finding.advice.endswith((".", "`."))


@pytest.mark.parametrize("case", [c for c in load() if c.fixed], ids=lambda case: case.check)
def test_what_can_be_mended_is_mended(case: Case, sound: Path) -> None:
    spoil(sound, case)
    (change,) = copydesk.fix(sound / "2026-1")
    assert change.name == case.file
    assert case.fixed in change.after
    copydesk.write(change)
    assert found(sound) == ()
    assert copydesk.fix(sound / "2026-1") == ()
