"""Formulas as drawings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tirage.compose import formulas
from tirage.compose.formulas import draw


def test_a_formula_sits_on_the_baseline() -> None:
    assert draw("x", 10, False).depth < 2
    assert draw(r"\frac{a}{b}", 10, True).depth > 3


def test_its_size_follows_the_type() -> None:
    small, large = draw("x^2", 8, False), draw("x^2", 16, False)
    assert large.height > 1.5 * small.height


def test_it_is_a_plain_drawing_without_text_or_links() -> None:
    svg = draw(r"\sum_{i=1}^{n} x_i", 10, True).asset.data.decode()
    assert svg.startswith("<svg")
    assert "<text" not in svg
    assert "href" not in svg


def test_the_same_formula_gives_the_same_bytes() -> None:
    assert draw("a+b", 10, False) == draw("a+b", 10, False)


def test_a_formula_is_drawn_once_in_its_life(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = draw("a+b", 10, False, tmp_path)
    monkeypatch.setattr(formulas, "_svg", None)
    assert draw("a+b", 10, False, tmp_path) == first
    assert first == draw("a+b", 10, False, tmp_path)
    with pytest.raises(TypeError):
        draw("a+b", 11, False, tmp_path)


def test_a_formula_that_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be drawn"):
        draw(r"\frac{a", 10, False)
