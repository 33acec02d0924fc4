"""The catalogue of checks: each has its words, and each code a case that yields it and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tirage.preflight
from tests.preflight import pressed as _pressed  # noqa: F401  its cases are among CASES
from tests.preflight import spoiled_files, spoiled_pages, spoiled_ua  # noqa: F401  they register their cases
from tests.preflight.press import Press
from tests.preflight.spoiled import CASES
from tests.wording import counts_well
from tirage.findings import Severity
from tirage.preflight.check import BROKEN, Check
from tirage.preflight.copychecks import COPY
from tirage.preflight.register import ALL

CODES = [f"{check.id}/{code}" for check in ALL if check not in COPY for code in check.codes]


@pytest.mark.parametrize("finding", CODES)
def test_every_code_has_a_case_that_yields_it_alone(finding: str, press: Press) -> None:
    assert finding in CASES, "write a case in spoiled.py"
    made = CASES[finding](press)
    # What cannot be made after this is told, too.
    found = [one for one in made if one.severity is not Severity.SKIP]
    assert {one.id for one in found} == {finding}
    severity = next(check.severity for check in ALL if finding.startswith(f"{check.id}/"))
    assert all(one.severity is severity for one in found)
    assert all(one.place.file for one in found)
    assert all(one.message.endswith(".") and one.advice.endswith(".") for one in found)
    assert all(counts_well(one.message) for one in found)


def test_no_case_is_for_a_code_that_does_not_exist() -> None:
    assert set(CASES) == set(CODES)


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.id)
def test_a_check_explains_itself(check: Check[object]) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z]+", check.id)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in check.codes)
    assert BROKEN not in check.codes
    assert check.title
    assert not check.title.endswith(".")
    assert check.rationale.endswith(".")
    assert check.source


def test_ids_are_unique() -> None:
    ids = [check.id for check in ALL]
    assert len(set(ids)) == len(ids)


def test_every_check_is_in_the_catalogue() -> None:
    folder = Path(tirage.preflight.__file__).parent
    written = [
        name
        for path in folder.rglob("*.py")
        for name in re.findall(r'@check\(\s*"(.*?)"', path.read_text("utf-8"))
    ]
    assert sorted(written) == sorted(check.id for check in ALL)
