"""Lines drawn wider than they were measured; the other faults are in cases/typeset/findings.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont

from tests.typeset.helpers import FONTS, ids, make_piece, words
from tirage.typeset.press import Press, gatherings


@pytest.fixture(scope="module")
def kerning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a font that kerns its letters against the space, as PT Serif and Liberation Serif do."""
    folder = tmp_path_factory.mktemp("kerning")
    with TTFont(FONTS / "source-sans-3" / "SourceSans3-Regular.ttf") as font:
        kerning = "feature kern { pos a space -120; pos space a -120; } kern;"
        addOpenTypeFeaturesFromString(  # type: ignore[no-untyped-call]
            font, kerning, tables=["GPOS"]
        )
        font.save(folder / "Kerning.ttf")
    return folder


def test_a_line_that_loses_its_kerning_when_justified_is_found(
    kerning: Path, tmp_path: Path
) -> None:
    """WeasyPrint #2928, and the cure that layouts use."""
    body = f"<p>{words(60, 'aaaa')}</p>"
    ill = make_piece(body, "html { word-spacing: normal }")
    cured = make_piece(body, "html { word-spacing: .001pt }")
    found, sound = gatherings([ill, cured], Press(1, tmp_path, (kerning,)))
    assert ids(found) == ["engine.overrun/line"]
    assert ids(sound) == []
