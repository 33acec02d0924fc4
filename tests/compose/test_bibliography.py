"""Entries of lists of references in every style."""

from __future__ import annotations

import pytest

from tests.compose.bibliography_cases import Case, load, shown
from tirage.compose.bibliography.entries import entry, latin_entry
from tirage.compose.bibliography.style import bundled_style
from tirage.compose.romanising import in_latin

CASES = tuple(load())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.style}, {case.title}")
def test_an_entry(case: Case) -> None:
    if case.style == "romanised":
        written = latin_entry(in_latin(case.reference, "bgn-pcgn"))
    else:
        written = entry(case.reference, bundled_style(case.style))
    assert shown(written).replace("\u00a0", " ") == case.expected
