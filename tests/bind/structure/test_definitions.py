from __future__ import annotations

import pytest

from tests.bind.notation import cases, show, tree
from tirage.bind.structure.definitions import defined


@pytest.mark.parametrize(("given", "expected"), cases("definitions"))
def test_cases(given: str, expected: str) -> None:
    assert show(defined(tree(f"Part({given})"))) == f"Part({expected})"
