"""Places on a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tirage.preflight.box import UPRIGHT, Box, Matrix

NUMBERS = st.floats(-1000, 1000, allow_nan=False)
MATRICES = st.builds(Matrix, *(st.floats(-10, 10) for _ in range(4)), NUMBERS, NUMBERS)


def near(one: float, two: float) -> bool:
    return abs(one - two) <= 1e-6 * max(1, abs(one), abs(two))


@given(MATRICES, MATRICES, NUMBERS, NUMBERS)
def test_a_thing_in_a_form_is_placed_by_both(
    inner: Matrix, outer: Matrix, x: float, y: float
) -> None:
    at_once = inner.within(outer).moved(x, y)
    one_by_one = outer.moved(*inner.moved(x, y))
    assert all(near(one, two) for one, two in zip(at_once, one_by_one, strict=True))


@given(NUMBERS, NUMBERS)
def test_what_is_upright_stays(x: float, y: float) -> None:
    assert UPRIGHT.moved(x, y) == (x, y)


def test_a_turned_box_covers_its_corners() -> None:
    quarter = Matrix(0, 1, -1, 0, 100, 0)
    assert quarter.placed(Box(0, 0, 10, 20)) == Box(80, 0, 100, 10)
    assert (quarter.across, quarter.down) == (1, 1)
