"""Signs that stand close to what they belong to."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest
from latex2mathml.converter import convert

from tirage.compose.formulas import draw
from tirage.compose.signs import SIGNS, mark_signs


def close(latex: str) -> str:
    """Each sign of the formula: "1" where it is told to stand close to what follows, else "2"."""
    formula = fromstring(convert(latex))
    mark_signs(formula)
    signs = [node for node in formula.iter() if node.text in SIGNS]
    return "".join("1" if node.get("form") == "prefix" else "2" for node in signs)


@pytest.mark.parametrize(
    ("latex", "signs"),
    [
        ("r = -1", "1"),
        ("a - b", "2"),
        ("a - b = -c + d", "212"),
        ("r < -1 - x", "12"),
        ("(-1, +2)", "11"),
        ("f(x) - 1", "2"),
        ("(a)^2 - b", "2"),
        ("|x| - 1", "2"),
        ("n! - 1", "2"),
        ("a \\cdot -b", "1"),
        ("\\sin -x", "1"),
        ("\\sum_{i=1}^n -x_i", "1"),
        ("x_i - y_i", "2"),
        ("a + \\ldots + b", "22"),
        ("x \\in [-1; -2]", "11"),
    ],
)
def test_a_sign_that_joins_nothing_is_close_to_what_follows(latex: str, signs: str) -> None:
    assert close(latex) == signs


def test_the_drawing_is_narrower() -> None:
    joined, sign = draw("a=b-1", 10, False), draw("ab=-1", 10, False)
    assert sign.width < joined.width - 2
