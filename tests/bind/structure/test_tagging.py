from __future__ import annotations

import pytest

from tests.bind.notation import cases, show, tree
from tirage.bind.structure.tagging import tagged
from tirage.errors import TypesetError


@pytest.mark.parametrize(("given", "expected"), cases("tagging"))
def test_cases(given: str, expected: str) -> None:
    assert show(tagged(tree(given))) == expected


def test_a_type_that_pdf_does_not_know_is_named_with_those_it_knows() -> None:
    with pytest.raises(TypesetError, match=r"“Footnote”.*Figure.*Note") as raised:
        tagged(tree("Part(Div=Footnote(1))"))
    assert "data-tag" in str(raised.value)
