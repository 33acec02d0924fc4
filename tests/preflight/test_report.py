"""The report as people and programs read it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tirage.errors import TypesetError
from tirage.findings import Finding, Place, Report, Severity
from tirage.preflight.report import to_json, to_text, write_report
from tirage.records import from_record, to_record

REPORT = Report(
    "draft",
    (
        Finding(Severity.INFO, "folios.moved", "moved", "The pages moved.", Place("pages.yaml")),
        Finding(
            Severity.WARN,
            "facts.missing",
            "title",
            "There is no title.",
            Place("one/article.md", 3, 7),
            "Write one.",
        ),
        Finding(
            Severity.FAIL,
            "text.complete",
            "lost",
            "Words are lost.",
            Place("one", page="57"),
            "Look at it.",
        ),
        Finding(Severity.WARN, "facts.missing", "udc", "There is no UDC.", Place("one/article.md")),
        Finding(Severity.WARN, "engine.log", "warning", "The engine complains."),
    ),
    ("issue.pdf", "one.pdf"),
    (("facts.missing/title", "A draft may have holes."),),
)

TEXT = """one
  fail  p. 57: Words are lost. [text.complete/lost]
        Look at it.

one/article.md
  warn  line 3:7: There is no title. [facts.missing/title]
        Write one.
        A draft may have holes.
  warn  There is no UDC. [facts.missing/udc]

The issue
  warn  The engine complains. [engine.log/warning]

pages.yaml
  info  The pages moved. [folios.moved/moved]

2 galleys, 1 failure, 3 warnings, 1 note: not allowed by the profile draft.
"""


def test_people_read_the_gravest_first() -> None:
    assert to_text(REPORT, colour=False) == TEXT


def test_colours_change_nothing_but_colours() -> None:
    painted = to_text(REPORT, colour=True)
    assert "\x1b[31mfail \x1b[0m" in painted
    for code in (0, 31, 33, 36):
        painted = painted.replace(f"\x1b[{code}m", "")
    assert painted == TEXT


def test_nothing_found_is_one_line() -> None:
    assert to_text(Report("publish", (), ("issue.pdf",)), colour=False) == (
        "1 galley, nothing found: allowed by the profile publish.\n"
    )


def test_findings_alike_are_counted() -> None:
    many = tuple(Finding(Severity.WARN, "a.b", "c", f"Number {n}.", Place("one")) for n in range(8))
    text = to_text(Report("draft", many, ()), colour=False)
    assert "Number 4." in text
    assert "Number 5." not in text
    assert "  and 3 more [a.b/c]\n" in text


def test_programs_read_the_schema_of_the_documentation() -> None:
    table = json.loads(to_json(REPORT))
    assert list(table) == ["schema", "profile", "allowed", "counts", "galleys", "findings"]
    assert table["schema"] == 1
    assert table["allowed"] is False
    assert table["counts"] == {"skip": 0, "info": 1, "warn": 3, "fail": 1, "error": 0}
    assert table["findings"][0] == {
        "severity": "fail",
        "check": "text.complete",
        "code": "lost",
        "message": "Words are lost.",
        "file": "one",
        "page": "57",
        "advice": "Look at it.",
    }
    assert table["findings"][1]["reason"] == "A draft may have holes."
    assert (table["findings"][1]["line"], table["findings"][1]["column"]) == (3, 7)


def test_the_same_report_is_the_same_text() -> None:
    assert to_json(REPORT) == to_json(REPORT)
    assert to_json(REPORT).endswith("}\n")


@pytest.mark.parametrize("finding", REPORT.findings, ids=lambda finding: finding.id)
def test_a_record_is_its_finding(finding: Finding) -> None:
    assert from_record(json.loads(json.dumps(to_record(finding)))) == finding


@pytest.mark.parametrize(
    ("severity", "allowed"),
    [
        (Severity.SKIP, True),
        (Severity.INFO, True),
        (Severity.WARN, True),
        (Severity.FAIL, False),
        (Severity.ERROR, False),
    ],
)
def test_a_report_allows_up_to_warnings(severity: Severity, allowed: bool) -> None:
    assert Report("draft", (Finding(severity, "a.b", "c", "It is so."),), ()).allowed is allowed


def test_a_report_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "build" / "report.json"
    write_report(REPORT, path)
    assert path.read_text("utf-8") == to_json(REPORT)
    assert [one.name for one in path.parent.iterdir()] == ["report.json"]


def test_a_report_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "report.json").mkdir()
    with pytest.raises(TypesetError, match=r"report\.json could not be written"):
        write_report(REPORT, tmp_path / "report.json")
    assert [one.name for one in tmp_path.iterdir()] == ["report.json"]
