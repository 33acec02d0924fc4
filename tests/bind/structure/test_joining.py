from __future__ import annotations

import pytest

from tests.bind.notation import cases, show, tree
from tirage.bind.structure.joining import joined


@pytest.mark.parametrize(("given", "expected"), cases("joining"))
def test_cases(given: str, expected: str) -> None:
    assert show(joined(tree(given))) == expected


def test_a_joined_tree_has_nothing_left_to_join() -> None:
    once = joined(
        tree(
            "Part(Art#1(P#2(0)) Art#1(P#2(1.0) L#3(LI#4(LBody(1.1)))) Art#1(L#3(LI#4(LBody(2.0)))))"
        )
    )
    assert joined(once) is once
