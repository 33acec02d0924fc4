"""Fonts in the file: one for each optical size, and one for a font that has none."""

from __future__ import annotations

from pathlib import Path

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from tests.typeset.helpers import FONTS, make_piece
from tirage.typeset.opticals import last_values
from tirage.typeset.press import Press, gatherings


def fonts(folder: Path, body: str, css: str) -> list[str]:
    (made,) = gatherings([make_piece(body, css)], Press(1, folder, (FONTS,)))
    with pikepdf.open(made.pdf) as pdf:
        found = {
            str(font.BaseFont)
            for page in pdf.pages
            for font in page.Resources.get("/Font", pikepdf.Dictionary()).values()
        }
    return sorted(name.partition("+")[2] for name in found)


SIZES = "<p style='font-size: 8pt'>text</p><p>text</p><p style='font-size: 14pt'>text</p>"


def test_sizes_of_type_share_a_font_of_one_optical_size(tmp_path: Path) -> None:
    css = "html { font-variation-settings: 'opsz' 12 }"
    assert fonts(tmp_path, SIZES, css) == ["Literata"]


def test_each_optical_size_is_a_font(tmp_path: Path) -> None:
    assert fonts(tmp_path, SIZES, "") == ["Literata"] * 3


def test_a_font_without_axes_is_one_font(tmp_path: Path) -> None:
    body = "<p style=\"font-variation-settings: 'opsz' 12\">a</p><p style=\"font-variation-settings: 'opsz' 9\">b</p>"
    assert fonts(tmp_path, body, "p { font-family: 'Source Sans 3' }") == ["Source-Sans-3,"]


axes = st.lists(
    st.tuples(st.sampled_from(["opsz", "wght", "wdth"]), st.integers(1, 900)), max_size=6
)


@given(axes)
def test_the_last_value_of_an_axis_counts(pairs: list[tuple[str, int]]) -> None:
    reduced = last_values(",".join(f"{axis}={value}" for axis, value in pairs))
    assert dict(part.split("=") for part in reduced.split(",") if part) == {
        axis: str(value) for axis, value in pairs
    }
