from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from tirage.preflight.sfnt import read_program

FONTS = sorted((Path(__file__).parents[2] / "fonts").rglob("*.ttf"))


@pytest.mark.parametrize("path", FONTS[:4], ids=lambda path: path.name)
def test_widths_and_maps_are_those_that_fonttools_reads(path: Path) -> None:
    program = read_program(path.read_bytes())
    assert program is not None
    with TTFont(path) as font:
        tables: Any = font
        unit = tables["head"].unitsPerEm
        widths = [tables["hmtx"][name][0] * 1000 / unit for name in font.getGlyphOrder()]
        maps = [(table.platformID, table.platEncID) for table in tables["cmap"].tables]
    assert list(program.widths) == widths
    assert program.glyphs == len(widths)
    assert list(program.maps) == maps


@given(data=st.binary(max_size=200))
def test_what_is_no_font_is_none(data: bytes) -> None:
    assert read_program(data) is None


def test_a_font_that_is_cut_off_is_none() -> None:
    assert read_program(FONTS[0].read_bytes()[:300]) is None
