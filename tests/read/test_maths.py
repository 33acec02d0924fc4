"""LaTeX to MathML."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.read.helpers import tell
from tirage.model.matter import Math
from tirage.read.remarks import Remarks
from tirage.read.text.maths import make_math

MATHML = "{http://www.w3.org/1998/Math/MathML}"


def math(latex: str, display: bool = False) -> tuple[Math, list[str]]:
    remarks = Remarks("f")
    made = make_math(latex, display, "ru", remarks, (2, 3))
    return made, tell(remarks.findings, "f")


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        ("x^2", ["x", "2"]),
        (r"a < b", ["a", "<", "b"]),
        (r"\alpha \le \infty", ["α", "≤", "∞"]),
        (r"\frac{a}{b}", ["a", "b"]),
        (r"\text{если } x", ["если\u00a0", "x"]),
        (r"\text{<b> & c}", ["<b> &\u00a0c"]),
        (r"10{,}5", ["10", ",", "5"]),
        (r"50\%", ["50", "%"]),
        (r"\{a\}", ["{", "a", "}"]),
        (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", ["(", "a", "b", "c", "d", ")"]),
    ],
)
def test_formulas(latex: str, words: list[str]) -> None:
    made, told = math(latex)
    assert told == []
    assert made.latex == latex
    root = ElementTree.fromstring(made.mathml)
    assert root.tag == f"{MATHML}math"
    assert [text.replace("\u00a0", " ") for text in root.itertext()] == [
        word.replace("\u00a0", " ") for word in words
    ]


def test_display_and_inline_are_told_apart() -> None:
    assert 'display="block"' in math("x", display=True)[0].mathml
    assert 'display="inline"' in math("x")[0].mathml


@pytest.mark.parametrize(
    ("latex", "code"),
    [
        (r"\foo", "unknown-command"),
        (r"\href{http://example.org}{x}", "unknown-command"),
        (r"\style{color:red}{x}", "unknown-command"),
        (r"\class{a}{x}", "unknown-command"),
        (r"\begin{tikzpicture}\end{tikzpicture}", "unknown-command"),
        (r"\frac{a}", "unreadable"),
        (r"\left( x", "unreadable"),
        (r"\unicode{7}", "unknown-command"),
        (r"\unicode{D800}", "unknown-command"),
        ("x_", "unreadable"),
        ("{x", "unreadable"),
        ("x}", "unreadable"),
        ("50% a", "comment"),
        ("6, или 5", "words"),
        ("x" * 6000, "too-large"),
        ("{" * 50 + "}" * 50, "too-large"),
        ("", "unreadable"),
    ],
)
def test_formulas_that_cannot_be_set(latex: str, code: str) -> None:
    made, told = math(latex)
    assert made.mathml == ""
    assert told == [f"FAIL content.maths/{code} 2:3"]


@given(st.text(alphabet=r"\{}^_&abxfrctel$%<> 12()[]'\n", max_size=30))
def test_no_formula_is_too_strange(latex: str) -> None:
    made, told = math(latex)
    wrong = [one for one in told if one != "INFO content.maths/unspoken 2:3"]
    assert bool(made.mathml) is not bool(wrong)
    if made.mathml:
        ElementTree.fromstring(made.mathml)
