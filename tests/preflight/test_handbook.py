"""The catalogue, as people read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tirage.preflight import handbook
from tirage.preflight.notices import rules
from tirage.preflight.rule import Rule

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


def test_the_page_of_the_documents_is_current() -> None:
    """Written anew with `tirage checks --markdown > docs/checks.md`."""
    assert PAGE.read_text("utf-8") == handbook.page(rules())


def test_the_listing_names_every_check_once() -> None:
    lines = handbook.listing(rules()).splitlines()
    assert [line.split()[0] for line in lines] == [check.id for check in rules()]


@pytest.mark.parametrize("check", rules(), ids=lambda check: check.id)
def test_every_check_explains_itself_in_sentences(check: Rule) -> None:
    told = handbook.explanation(check)
    assert all(code in told for code in check.codes)
    assert check.rationale.endswith(".")
    assert check.source
    assert max(map(len, told.splitlines())) <= handbook.WIDTH
