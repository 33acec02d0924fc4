"""Fonts as the pages use them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from pikepdf import Name, Pdf

from tests.preflight.press import Press, spoiled
from tirage.preflight.glyphs import Font, uses
from tirage.preflight.opening import open_pdf

CMAP = b"""begincmap
2 beginbfchar
<0041> <0430>
<0042> <00660066>
endbfchar
2 beginbfrange
<0050> <0052> <0431>
<0060> <0061> [<0435> <0436>]
endbfrange
endcmap"""

ENCODING = b"""begincmap
1 begincidchar
<0041> 7
endcidchar
1 begincidrange
<0050> <0052> 20
endcidrange
endcmap"""


def font(press: Press, unicode: bytes, encoding: bytes | None = None) -> Font:
    """The font of the cover with these tables."""

    def spoil(pdf: Pdf) -> None:
        for one in pdf.pages[0].Resources.Font.values():
            one.ToUnicode.write(unicode)
            one.Encoding = Name("/Identity-H") if encoding is None else pdf.make_stream(encoding)

    return next(uses(open_pdf(spoiled(press.pdfs["cover"], spoil)))).font


def test_letters_of_codes(press: Press) -> None:
    known = font(press, CMAP).unicode
    assert known == {0x41: "а", 0x42: "ff", 0x50: "б", 0x51: "в", 0x52: "г", 0x60: "е", 0x61: "ж"}


def test_a_code_is_its_glyph_unless_the_font_says_otherwise(press: Press) -> None:
    assert font(press, CMAP).glyph(0x41) == 0x41
    assert font(press, CMAP, ENCODING).glyph(0x41) == 7
    assert font(press, CMAP, ENCODING).glyph(0x52) == 22
    assert font(press, CMAP, ENCODING).glyph(0x99) == 0


def test_names_are_told_without_the_tag_of_the_subset(press: Press) -> None:
    names = {use.font.name for use in uses(open_pdf(press.pdfs["one"]))}
    assert {"Literata", "Literata-Bold", "Source-Sans-3"} <= names


def test_every_page_tells_its_codes(pdfs: Mapping[str, bytes]) -> None:
    used = list(uses(open_pdf(pdfs["one"])))
    assert {use.page for use in used} == set(range(max(use.page for use in used) + 1))
    assert all(use.codes <= (use.font.unicode or {}).keys() for use in used)


def test_a_missing_sign_is_named_with_its_font_and_page(press: Press) -> None:
    (found,) = press.prove("no-glyph")
    assert "Literata has no sign for «中» (U+4E2D)" in found.message
    assert found.place.page == "5"


@pytest.mark.parametrize(
    "cmap", [b"", b"begincmap <zz> endbfchar", b"1 beginbfrange <00> <ffffffff> <0041> endbfrange"]
)
def test_broken_tables_are_no_reason_to_stop(press: Press, cmap: bytes) -> None:
    assert font(press, cmap).unicode is not None
