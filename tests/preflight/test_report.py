"""The report as programs read it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tirage.errors import TypesetError
from tirage.findings import Finding, Place, Report, Severity
from tirage.preflight.report import json_schema, to_json, write_report
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


SCHEMA = json.loads(json_schema())

WHOLE = Finding(
    Severity.ERROR, "a.b", "c", "It is so.", Place("x", 3, 4, "xii", (1.5, 2.0, 3.0, 4.0)), "Do."
)


def keys(node: Any) -> set[str]:
    """All keys of a JSON value."""
    if isinstance(node, dict):
        return set(node).union(*map(keys, node.values()))
    return set().union(*map(keys, node)) if isinstance(node, list) else set()


@pytest.mark.parametrize(
    "report",
    [REPORT, Report("publish", (), ()), Report("draft", (WHOLE,), (), ((WHOLE.id, "We know."),))],
    ids=["several", "nothing", "all keys"],
)
def test_reports_fit_their_schema(report: Report) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    table = json.loads(to_json(report))
    Draft202012Validator(SCHEMA).validate(table)
    assert keys(table) <= keys(SCHEMA), "the schema describes every key"


@pytest.mark.parametrize(
    ("key", "value"),
    [("severity", "bad"), ("check", "no check"), ("line", 0), ("box", [1, 2]), ("message", "")],
)
def test_the_schema_refuses_what_no_report_is(key: str, value: object) -> None:
    table = json.loads(to_json(REPORT))
    table["findings"][0][key] = value
    assert not Draft202012Validator(SCHEMA).is_valid(table)


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
