"""Checks of the copy, by the cases that an editor can read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.preflight.copy.cases import ARTICLE, Case, fixed, load
from tests.preflight.copy.cases import found as lint
from tirage.findings import Finding, Severity
from tirage.preflight.copychecks import COPY

FACTS = "tirage.preflight.facts"


TEXTS = [check for check in COPY if not check.find.__module__.startswith(FACTS)]
"""The checks of text; those of facts have cases of their own."""

IDS = frozenset(check.id for check in TEXTS)


def found(folder: Path, text: str, case: Case) -> list[Finding]:
    """What the checks of text find."""
    return [one for one in lint(folder, text, case) if one.id.partition("/")[0] in IDS]


def test_every_code_has_a_case() -> None:
    codes = {f"{check.id}/{code}" for check in TEXTS for code in check.codes}
    assert {case.check for case in load()} == codes


def test_every_check_that_says_so_can_be_fixed() -> None:
    fixed = {case.check.partition("/")[0] for case in load() if case.right}
    assert fixed == {check.id for check in TEXTS if check.fixable}


@pytest.mark.parametrize("case", load(), ids=lambda case: case.title)
def test_what_is_wrong_is_found_and_nothing_else(case: Case, tmp_path: Path) -> None:
    findings = found(tmp_path, case.wrong, case)
    assert [finding.id for finding in findings] == [case.check] * case.times
    for finding in findings:
        assert finding.place.file == ARTICLE
        assert finding.place.line
        assert finding.message.endswith(".")
        assert finding.advice.endswith(".")
        assert finding.message.startswith("Perhaps") == (finding.severity is Severity.INFO)


@pytest.mark.parametrize("case", load(), ids=lambda case: case.title)
def test_what_is_right_is_left_alone(case: Case, tmp_path: Path) -> None:
    for text in (*case.fine, *filter(None, [case.right])):
        assert [finding.message for finding in found(tmp_path, text, case)] == []
        assert fixed(tmp_path, text, case) == text


@pytest.mark.parametrize("case", [c for c in load() if c.right], ids=lambda case: case.title)
def test_fixing_makes_the_wrong_right(case: Case, tmp_path: Path) -> None:
    assert fixed(tmp_path, case.wrong, case) == case.right
