from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bind.notation import cases, show, tree
from tirage.bind.structure.headings import leveled
from tirage.bind.structure.tree import Element, Mark


@pytest.mark.parametrize(("given", "expected"), cases("headings"))
def test_cases(given: str, expected: str) -> None:
    assert show(leveled(tree(given))) == expected


@given(levels=st.lists(st.integers(1, 6), min_size=1))
def test_levels_never_skip_and_equal_neighbours_stay_equal(levels: list[int]) -> None:
    heads = tuple(Element(f"H{level}", (Mark(0, n),)) for n, level in enumerate(levels))
    root = leveled(Element("Art", heads))
    new = [int(kid.tag[1]) for kid in root.kids if isinstance(kid, Element)]
    assert new[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(new))
    pairs = list(zip(levels, new, strict=True))
    for (old_one, new_one), (old_two, new_two) in pairwise(pairs):
        assert (old_one == old_two) <= (new_one == new_two)
        assert (old_one < old_two) == (new_one < new_two)
