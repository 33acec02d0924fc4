"""Checks of the copy, by the cases that an editor can read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.preflight.copy.cases import ARTICLE, Case, fixed, found, load
from tirage.preflight.copychecks import COPY


def test_every_code_has_a_case() -> None:
    codes = {f"{check.id}/{code}" for check in COPY for code in check.codes}
    assert {case.check for case in load()} == codes


def test_every_check_that_says_so_can_be_fixed() -> None:
    fixed = {case.check.partition("/")[0] for case in load() if case.right}
    assert fixed == {check.id for check in COPY if check.fixable}


@pytest.mark.parametrize("case", load(), ids=lambda case: case.title)
def test_what_is_wrong_is_found_and_nothing_else(case: Case, tmp_path: Path) -> None:
    findings = found(tmp_path, case.wrong, case.language)
    assert [finding.id for finding in findings] == [case.check] * case.times
    for finding in findings:
        assert finding.place.file == ARTICLE
        assert finding.place.line
        assert finding.message.endswith(".")
        assert finding.advice.endswith(".")


@pytest.mark.parametrize("case", load(), ids=lambda case: case.title)
def test_what_is_right_is_left_alone(case: Case, tmp_path: Path) -> None:
    for text in (*case.fine, *filter(None, [case.right])):
        assert [finding.message for finding in found(tmp_path, text, case.language)] == []
        assert fixed(tmp_path, text, case.language) == text


@pytest.mark.parametrize("case", [c for c in load() if c.right], ids=lambda case: case.title)
def test_fixing_makes_the_wrong_right(case: Case, tmp_path: Path) -> None:
    assert fixed(tmp_path, case.wrong, case.language) == case.right
