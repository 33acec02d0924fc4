"""The shortcut changes nothing but the time."""

from __future__ import annotations

import inspect
from io import BytesIO
from typing import Any

import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import table__g_l_y_f
from fontTools.varLib import instancer

from tests.typeset.helpers import FONTS
from tirage.typeset import instancing


@pytest.fixture(scope="module")
def emptied() -> bytes:
    """Literata with a few letters left and all other glyphs empty, as WeasyPrint hands it to fontTools."""
    subsetter: Any = Subsetter
    options: Any = Options
    chooser = subsetter(
        options(retain_gids=True, notdef_outline=True, drop_tables=["GSUB", "GPOS"])
    )
    chooser.populate(text="Қазақ тілі — й")
    with TTFont(FONTS / "literata" / "Literata[opsz,wght].ttf", recalcTimestamp=False) as font:
        chooser.subset(font)
        output = BytesIO()
        font.save(output)
    return output.getvalue()


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """FontTools without the shortcut, now and afterwards."""
    plain = inspect.unwrap(instancer._instantiateGvarGlyph)
    monkeypatch.setattr(instancer, "_instantiateGvarGlyph", plain)


def instance(font: bytes, **axes: float) -> bytes:
    instantiate: Any = instancer.instantiateVariableFont
    static = instantiate(TTFont(BytesIO(font), recalcTimestamp=False), axes, static=True)
    output = BytesIO()
    static.save(output)
    return output.getvalue()


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize("axes", [{"wght": 400, "opsz": 13.6}, {"wght": 600, "opsz": 34}])
def test_the_bytes_are_the_same(emptied: bytes, axes: dict[str, float]) -> None:
    before = instance(emptied, **axes)
    instancing.install()
    assert instance(emptied, **axes) == before


@pytest.mark.usefixtures("plain")
def test_empty_glyphs_are_passed_over(emptied: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    table: Any = table__g_l_y_f
    place = table._setCoordinates
    placed = []

    def count(self: object, name: str, *rest: object) -> None:
        placed.append(name)
        place(self, name, *rest)

    monkeypatch.setattr(table, "_setCoordinates", count)
    instancing.install()
    instance(emptied, wght=600, opsz=20)
    assert "space" in placed
    assert len(placed) < 40


def test_fonttools_is_the_one_that_the_shortcut_knows() -> None:
    """When this fails, read fontTools' instancer again before touching PARAMETERS."""
    plain = inspect.unwrap(instancer._instantiateGvarGlyph)
    assert tuple(inspect.signature(plain).parameters) == instancing.PARAMETERS


@pytest.mark.usefixtures("plain")
def test_another_fonttools_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def other(glyphname: str) -> None: ...

    engine: Any = instancer
    monkeypatch.setattr(engine, "_instantiateGvarGlyph", other)
    instancing.install()
    assert engine._instantiateGvarGlyph is other
