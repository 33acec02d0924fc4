"""The report as servers that run tests read it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.preflight.test_report import REPORT
from tirage.findings import Finding, Place, Report, Severity
from tirage.preflight.junit import to_junit

FORM = etree.RelaxNG(etree.parse(Path(__file__).with_name("junit.rng")))


def document(report: Report) -> etree._Element:
    """The report, read by another library and held against the form."""
    root = etree.fromstring(to_junit(report).encode())
    FORM.assertValid(root)
    return root


def one(severity: Severity, message: str = "It is so.", file: str = "one") -> Report:
    return Report("draft", (Finding(severity, "a.b", "c", message, Place(file, 3, 7)),), ())


def test_a_suite_is_a_check_and_a_case_is_a_file() -> None:
    root = document(REPORT)
    assert [suite.get("name") for suite in root] == [
        "tirage", "text.complete", "facts.missing", "engine.log", "folios.moved",
    ]  # fmt: skip
    (case,) = root[2]
    assert case.get("classname") == "facts.missing"
    assert case.get("name") == (
        "one/article.md: Facts that readers and registries need are written"
    )


def test_a_failure_says_where_what_and_what_to_do() -> None:
    (failure,) = document(REPORT).findall(".//testcase[@classname='text.complete']/failure")
    assert failure.get("type") == "text.complete/lost"
    assert failure.get("message") == "Words are lost."
    assert failure.text == ("one, p. 57: fail: Words are lost. [text.complete/lost]\nLook at it.")


def test_what_the_profile_allows_passes_and_is_told() -> None:
    case = document(REPORT)[2][0]
    assert [child.tag for child in case] == ["system-out"]
    for text in ("one/article.md:3:7", "Write one.", "A draft may have holes.", "There is no UDC."):
        assert text in str(case[0].text)


@pytest.mark.parametrize(
    ("severity", "outcome"),
    [
        (Severity.SKIP, "skipped"),
        (Severity.INFO, "system-out"),
        (Severity.WARN, "system-out"),
        (Severity.FAIL, "failure"),
        (Severity.ERROR, "error"),
    ],
)
def test_the_gravest_finding_decides_what_comes_of_a_case(severity: Severity, outcome: str) -> None:
    report = one(severity)
    root = document(report)
    assert [child.tag for child in root[1][0]] == [outcome]
    assert [len(root[0][0])] == [0 if report.allowed else 1], "the profile's own judgement"


def test_cases_are_counted() -> None:
    root = document(REPORT)
    assert [root.get(name) for name in ("tests", "failures", "errors", "skipped")] == [
        "5", "2", "0", "0",
    ]  # fmt: skip
    for suite in root:
        assert int(str(suite.get("tests"))) == len(suite)


def test_nothing_found_is_one_case_that_passes() -> None:
    root = document(Report("publish", (), ("issue.pdf",)))
    (case,) = root.findall(".//testcase")
    assert case.get("name") == "allowed by the profile publish"
    assert not len(case)


@given(st.text(), st.text())
def test_any_text_can_be_told(message: str, file: str) -> None:
    document(one(Severity.FAIL, message, file))


def test_the_same_report_is_the_same_text() -> None:
    assert to_junit(REPORT) == to_junit(REPORT)
