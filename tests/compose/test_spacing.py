"""Spaces at which a line must not end."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tirage.compose.spacing import FIRM, spaced

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/compose/spaces.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["written"])
def test_spaces_hold_where_they_should(case: dict[str, str]) -> None:
    assert spaced(case["written"]).replace(FIRM, "~") == case["set"]


@given(st.text("аАbB.1 23—–№%", max_size=40))
def test_nothing_but_spaces_is_changed(text: str) -> None:
    assert spaced(text).replace(FIRM, " ") == text
    assert spaced(spaced(text)) == spaced(text)
