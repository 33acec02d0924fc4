"""Initials."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tirage.languages.naming import initials, is_chinese

SHEET = Path(__file__).parents[1] / "cases/languages/initials.yaml"
CASES = yaml.safe_load(SHEET.read_text("utf-8"))


@pytest.mark.parametrize(("name", "short"), CASES.items())
def test_initials(name: str, short: str) -> None:
    assert initials(name) == short


@given(st.text(st.sampled_from("АәҚқіЖжёBbzŞ .-"), max_size=20))
def test_initials_stay_what_they_are(name: str) -> None:
    assert initials(initials(name)) == initials(name)


def test_chinese_names_have_none() -> None:
    assert is_chinese("王") and not is_chinese("Wáng") and not is_chinese("Иванов")
