"""Edits change what they name and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirage.mending import mend
from tirage.model.copy import Edit


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(end: str, mark: str) -> None:
    text = f"{mark}a  b{end}c  d{end}"
    assert mend(text, [Edit(2, 2, "  ", " ")]) == f"{mark}a  b{end}c d{end}"


def test_an_edit_that_does_not_fit_is_left_out() -> None:
    assert mend("abc", [Edit(1, 1, "b", "x"), Edit(9, 1, "a", "x"), Edit(1, 3, "cd", "x")]) == "abc"


def test_of_two_that_overlap_one_is_made() -> None:
    assert mend("abc", [Edit(1, 1, "ab", "x"), Edit(1, 2, "bc", "y")]) in ("xc", "ay")


@given(st.lists(st.text("ab", max_size=6), max_size=5), st.data())
def test_edits_are_made_where_they_say(lines: list[str], data: st.DataObject) -> None:
    text = "\n".join(lines)
    row = data.draw(st.integers(0, max(0, len(lines) - 1)))
    line = lines[row] if lines else ""
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    after = mend(text, [Edit(row + 1, start + 1, line[start:end], "Z")])
    expected = [*lines] or [""]
    expected[row] = line[:start] + "Z" + line[end:]
    assert after == "\n".join(expected)
