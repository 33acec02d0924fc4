"""A journal brings a font for letters that the bundled ones lack: what is told without it, and that it is used with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from tests.pipeline.conftest import Desk, make_desk

WORD = "汉字"
FAMILY = "Sample Script"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = make_desk(tmp_path)
    made.write("second", f"A word of another script, [{WORD}]{{lang=zh}}.")
    return made


def build(desk: Desk) -> dict[str, dict[str, Any]]:
    """What an offprint's build tells of fonts, by code."""
    desk.build("--only", "second", "--jobs", "1")
    found = desk.report()["findings"]
    return {f["code"]: f for f in found if f["check"] in ("fonts.glyphs", "fonts.declared")}


def bring(desk: Desk) -> None:
    """Put a font with squares for the letters of WORD into the journal's folder."""
    glyphs = [".notdef", *(f"u{ord(letter):04X}" for letter in WORD)]
    pen: Any = TTGlyphPen(None)
    for at, point in enumerate(((50, 0), (50, 900), (950, 900), (950, 0))):
        pen.lineTo(point) if at else pen.moveTo(point)
    pen.closePath()
    square = pen.glyph()
    font: Any = FontBuilder(1000)  # type: ignore[no-untyped-call]
    font.setupGlyphOrder(glyphs)
    font.setupCharacterMap(dict(zip(map(ord, WORD), glyphs[1:], strict=True)))
    font.setupGlyf(dict.fromkeys(glyphs, square))
    font.setupHorizontalMetrics(dict.fromkeys(glyphs, (1000, 50)))
    font.setupHorizontalHeader(ascent=900, descent=-200)
    font.setupNameTable({"familyName": FAMILY, "styleName": "Regular", "psName": "SampleScript"})
    font.setupOS2(sTypoAscender=900, sTypoDescender=-200, usWinAscent=900, usWinDescent=200)
    font.setupPost()
    folder = desk.folder / "content" / "fonts"
    folder.mkdir()
    font.save(folder / "sample.ttf")


def name(desk: Desk) -> None:
    path = desk.folder / "content" / "journal.yaml"
    path.write_text(path.read_text("utf-8") + f"fonts: [{FAMILY}]\n", "utf-8")


def test_letters_without_a_font_are_named_with_what_to_do(desk: Desk) -> None:
    missing = build(desk)["missing"]
    assert "«汉» (U+6C49), «字» (U+5B57)" in missing["message"]
    assert "a font for Chinese letters into the folder `fonts`" in missing["advice"]
    assert missing["page"]


def test_a_font_of_the_journal_is_used_and_known(desk: Desk) -> None:
    bring(desk)
    found = build(desk)
    assert found.keys() == {"foreign"}
    assert f"`fonts: [{FAMILY}]`" in found["foreign"]["advice"]
    name(desk)
    assert build(desk) == {}
    (offprint,) = (desk.out / "offprints").glob("second*.pdf")
    with pypdfium2.PdfDocument(offprint) as pdf:
        assert any(WORD in page.get_textpage().get_text_range() for page in pdf)
