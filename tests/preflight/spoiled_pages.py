"""Every way in which pages can look wrong, one at a time. They are registered in `spoiled.CASES`."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Pdf

from tests.preflight.press import Press
from tests.preflight.spoiled import Case, _font, yields
from tirage.findings import Finding

PRINTED = {
    "heads.agree/differ": "other-head",
    "heads.agree/absent": "no-head",
    "text.page/cut": "cut-off",
    "text.area/outside": "in-margin",
    "text.size/tiny": "tiny",
    "lines.measure/over": "over",
    "lines.widow/alone": "widow",
    "lines.orphan/alone": "orphan",
    "lines.runt/short": "runt",
    "lines.ladder/hyphens": "ladder",
    "lines.loose/gaps": "loose",
    "headings.stranded/alone": "stranded",
    "tables.head/missing": "headless",
    "pages.blank/blank": "empty-page",
    "pages.sparse/sparse": "sparse",
    "images.resolution/screen": "coarse",
    "images.resolution/print": "coarse-in-print",
    "images.shape/stretched": "stretched",
}
"""What must be found in documents that were printed so."""


def _printed(name: str) -> Case:
    return lambda press: press.prove(name)


for _finding, _name in PRINTED.items():
    yields(_finding)(_printed(_name))


@yields("fonts.subset/whole")
def _whole_font(press: Press) -> tuple[Finding, ...]:
    def spoil(pdf: Pdf) -> None:
        font = pdf.pages[0].Resources.Font[_font(pdf)]
        font.BaseFont = Name("/" + str(font.BaseFont).partition("+")[2])

    return press.prove("cover", spoil)


@yields("fonts.outlines/drawings")
def _drawn_font(press: Press) -> tuple[Finding, ...]:
    def spoil(pdf: Pdf) -> None:
        glyph = pdf.make_stream(b"500 0 0 0 500 500 d1 0 0 500 500 re f")
        drawn = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, 500, 500]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            CharProcs=Dictionary(a=glyph),
            Encoding=Dictionary(Differences=Array([97, Name.a])),
            FirstChar=97,
            LastChar=97,
            Widths=Array([500]),
            ToUnicode=pdf.make_stream(b"1 beginbfchar <61> <0061> endbfchar"),
        )
        page = pdf.pages[0]
        page.Resources.Font.Drawn = pdf.make_indirect(drawn)
        page.contents_add(b"/Artifact BMC BT /Drawn 9 Tf 20 20 Td <61> Tj ET EMC")

    return press.prove("cover", spoil)


@yields("fonts.declared/foreign")
def _foreign_font(press: Press) -> tuple[Finding, ...]:
    def spoil(pdf: Pdf) -> None:
        font = pdf.pages[0].Resources.Font[_font(pdf)]
        font.BaseFont = font.DescendantFonts[0].BaseFont = Name("/ABCDEF+DejaVu-Serif")

    return press.prove("cover", spoil)


@yields("colours.screen/inks")
def _inks(press: Press) -> tuple[Finding, ...]:
    def spoil(pdf: Pdf) -> None:
        pdf.pages[0].contents_add(b"/Artifact BMC 0 1 1 0 k 9 9 9 9 re f EMC")

    return press.prove("short", spoil)
