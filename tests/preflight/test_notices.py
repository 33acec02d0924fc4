"""What the stages before preflight find stands in the catalogue, all of it, and is provoked by a test."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests.emitted import can_be_emitted, open_ids, whole
from tirage.preflight.notices import notices, resembling, rule, rules
from tirage.preflight.rule import Rule

TESTS = Path(__file__).parents[1]
NAMES = {name for one in rules() for name in one.names}


@cache
def cases() -> str:
    """The text of all tests and cases."""
    paths = [*TESTS.rglob("test_*.py"), *TESTS.rglob("*.yaml")]
    return "\n".join(path.read_text("utf-8") for path in sorted(paths))


@pytest.mark.parametrize("name", sorted(whole()))
def test_what_the_source_names_is_in_the_catalogue(name: str) -> None:
    assert name in NAMES, "write it into src/tirage/preflight/notices/"


@pytest.mark.parametrize("id", sorted(open_ids()))
def test_what_is_named_while_the_program_runs_is_in_the_catalogue(id: str) -> None:
    assert any(one.id == id or one.id.startswith(id) for one in notices())


@pytest.mark.parametrize("one", notices(), ids=lambda one: one.id)
def test_what_the_catalogue_names_can_be_found(one: Rule) -> None:
    assert [code for code in one.codes if not can_be_emitted(one.id, code)] == []


@pytest.mark.parametrize("name", sorted(name for one in notices() for name in one.names))
def test_every_code_has_a_test_that_provokes_it(name: str) -> None:
    assert re.search(rf"{re.escape(name)}\b(?!-)", cases()), "write a case in tests/cases"


@pytest.mark.parametrize("one", notices(), ids=lambda one: one.id)
def test_a_notice_explains_itself(one: Rule) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z]+(-[a-z]+)*", one.id)
    assert all(re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", code) for code in one.codes)
    assert list(one.codes) == sorted(set(one.codes))
    assert one.title
    assert not one.title.endswith(".")
    assert one.rationale.endswith(".")
    assert one.advice.endswith(".")
    assert one.source


def test_ids_are_unique() -> None:
    ids = [one.id for one in rules()]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("id", ["facts.missing", "facts.missing/title", "text.complete"])
def test_a_rule_is_found_by_its_id_or_a_findings_name(id: str) -> None:
    found = rule(id)
    assert found
    assert found.id == id.partition("/")[0]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("facts.mising/titel", "facts.missing/title"), ("txt.complete", "text.complete"), ("xyz", "")],
)
def test_a_misspelt_id_is_guessed(written: str, meant: str) -> None:
    assert rule(written) is None
    assert resembling(written) == meant
