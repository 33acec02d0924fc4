"""What is known of the pages: their number, anchors, outline, sides."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest

from tests.typeset.helpers import Structure, font_names, ids, make_asset, structure
from tirage.model.press import Folios, Gathering

Typeset = Callable[..., Gathering]

LEFT = "@page :left { margin: 10mm 40mm 10mm 20mm }"


def test_the_last_folio_follows_from_the_pages(typeset: Typeset) -> None:
    gathering = typeset("<p>а<p style='break-before:page'>б", folios=Folios(57, 57))
    assert gathering.folios == Folios(57, 58)
    with pikepdf.open(gathering.pdf) as pdf:
        assert len(pdf.pages) == 2


def test_a_gathering_speaks_of_its_piece(typeset: Typeset) -> None:
    gathering = typeset("<p>а", name="cover", kind="cover", language="ru", title="Обложка")
    assert (gathering.piece, gathering.kind) == ("cover", "cover")
    assert (gathering.language, gathering.title) == ("ru", "Обложка")


def test_anchors_are_in_points_from_the_lower_left_corner(typeset: Typeset) -> None:
    css = "body { margin: 0 } .next { break-before: page; margin-left: 36pt }"
    gathering = typeset("<p id=first>а<p id=second class=next>б<p id=second>в", css)
    margin, height = 10 * 72 / 25.4, 80 * 72 / 25.4
    assert [(anchor.name, anchor.page) for anchor in gathering.anchors] == [
        ("first", 0),
        ("second", 1),
    ]
    first, second = gathering.anchors
    assert (first.x, first.y) == pytest.approx((margin, height - margin))
    assert (second.x, second.y) == pytest.approx((margin + 36, height - margin))


def test_the_outline_has_the_levels_of_the_style_sheet(typeset: Typeset) -> None:
    css = (
        "body { margin: 0 } h1 { bookmark-level: 3; margin: 0 0 24pt } h2 { bookmark-level: none }"
    )
    gathering = typeset("<h1>Бірінші</h1><h2>жоқ</h2><h1 style='break-before:page'>Екінші", css)
    entries = [(entry.level, entry.title, entry.page) for entry in gathering.outline]
    assert entries == [(3, "Бірінші", 0), (3, "Екінші", 1)]
    assert [entry.y for entry in gathering.outline] == pytest.approx([70 * 72 / 25.4] * 2)


@pytest.mark.parametrize(("side", "left"), [("left", 20), ("right", 10)])
def test_a_piece_begins_on_the_side_that_its_style_sheet_says(
    typeset: Typeset, side: str, left: int
) -> None:
    """`break-before` on the root chooses the side and adds no blank page."""
    css = f"body {{ margin: 0 }} html {{ break-before: {side} }} {LEFT}"
    gathering = typeset("<p id=here>а", css, starts=side)
    assert len(gathering.folios) == 1
    assert gathering.anchors[0].x == pytest.approx(left * 72 / 25.4)


def test_the_style_sheet_brings_counter_styles_and_the_folio(typeset: Typeset) -> None:
    css = (
        "@counter-style kk { system: alphabetic; symbols: А Ә Б } p::before { content: counter(page, kk) }"
        "@page :first { counter-reset: page 2 }"
    )
    assert ids(typeset("<p>", css)) == []


def test_fonts_come_from_the_given_folders_only(typeset: Typeset) -> None:
    css = 'p { font-family: "DejaVu Sans" } b { font-family: "Liberation Serif", monospace }'
    names = font_names(typeset("<p>Қазақ <b>сөзі</b> <i>және</i>", css))
    assert names
    assert all(name.startswith(("Literata", "Source-Sans-3")) for name in names)


def test_the_axes_of_a_variable_font_are_used(typeset: Typeset) -> None:
    names = font_names(typeset("<p>Сөз <b>сөз</b> <b style='font-weight:600'>сөз</b> <i>сөз</i>"))
    assert names == {"Literata", "Literata-Bold", "Literata-Semi-Bold", "Literata-Italic"}


def test_pictures_are_found_among_the_assets(typeset: Typeset) -> None:
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 1'><rect width='2' height='1'/></svg>"
    body = '<p><img src="asset:карта 1.svg" alt="Карта" style="width:40pt">'
    gathering = typeset(body, assets=(make_asset("карта 1.svg", "image/svg+xml", svg),))
    assert ids(gathering) == []
    (figure,) = [element for element in structure(gathering) if element.kind == "/Figure"]
    assert isinstance(figure, Structure)
    left, bottom, right, top = figure.bounds
    assert (right - left, top - bottom) == pytest.approx((40, 20))


def test_a_picture_that_is_broken_is_a_finding(typeset: Typeset) -> None:
    gathering = typeset(
        '<p><img src="asset:a.png" alt="Сурет">',
        assets=(make_asset("a.png", "image/png", b"nothing"),),
    )
    assert ids(gathering) == ["engine.image/unusable"]
    assert "asset:a.png" in gathering.findings[0].message


def test_pdfs_carry_no_date_and_no_identifier(typeset: Typeset) -> None:
    with pikepdf.open(typeset("<p>а").pdf) as pdf:
        assert "/ID" not in pdf.trailer
        assert "/CreationDate" not in pdf.docinfo
        assert pdf.Root.MarkInfo.Marked
