"""What a journal and an issue override counts wherever findings are judged."""

from __future__ import annotations

from pathlib import Path

from tests.read.helpers import ISSUE, JOURNAL, write_journal
from tirage import copydesk
from tirage.findings import Severity

OWN = """\
preflight:
  - {id: spaces.double, severity: %s, reason: Verses.}
"""


def severities(folder: Path, journal: str, issue: str) -> list[Severity]:
    files = {"journal.yaml": JOURNAL + journal, "2026-1/issue.yaml": ISSUE + issue}
    report = copydesk.lint(write_journal(folder, "Два  пробела.\n", files=files), "publish")
    return [one.severity for one in report.findings if one.check == "spaces.double"]


def test_lint_is_overridden_by_the_journal_and_the_issue(tmp_path: Path) -> None:
    assert severities(tmp_path / "a", "", "") == [Severity.WARN]
    assert severities(tmp_path / "b", OWN % "info", "") == [Severity.INFO]
    assert severities(tmp_path / "c", OWN % "info", OWN % "fail") == [Severity.FAIL]


def test_lint_tells_of_a_check_that_there_is_not(tmp_path: Path) -> None:
    own = (OWN % "info").replace("double", "dubble")
    files = {"journal.yaml": JOURNAL + own}
    report = copydesk.lint(write_journal(tmp_path, files=files), "draft")
    assert [one.advice for one in report.findings if one.check == "preflight.override"] == [
        "Did you mean `spaces.double`?"
    ]
