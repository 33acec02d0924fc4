"""Pages as they are read."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from pikepdf import Dictionary, Name, Pdf

from tests.preflight.press import spoiled
from tirage.model.press import Folios
from tirage.preflight.box import Box
from tirage.preflight.opening import UnreadableError, open_pdf
from tirage.preflight.order import Mark, reading_order
from tirage.preflight.sheets import Sheet, read_sheets


def sheets(pdf: bytes, first: int = 57) -> tuple[Sheet, ...]:
    return read_sheets(pdf, Folios(first, first).label, reading_order(open_pdf(pdf)))


def body(sheet: Sheet) -> str:
    return " ".join(run.text for run in sheet.body)


def test_pages_know_their_folios(pdfs: Mapping[str, bytes]) -> None:
    read = sheets(pdfs["one"])
    assert [sheet.folio for sheet in read] == [str(57 + number) for number in range(len(read))]


def test_running_heads_and_folios_are_furniture(pdfs: Mapping[str, bytes]) -> None:
    (sheet,) = sheets(pdfs["short"])
    assert [run.text for run in sheet.furniture] == ["Вестник печати и письма 2026 № 1 (131)", "5"]
    assert "Вестник" not in body(sheet)


def test_superscripts_are_read_where_they_stand_and_not_where_they_are_drawn(
    pdfs: Mapping[str, bytes],
) -> None:
    text = "".join(run.text for sheet in sheets(pdfs["one"]) for run in sheet.body)
    assert "x2y,жирный" in text.replace(" ", "")


def test_the_head_of_a_table_is_the_last_of_its_later_pages(pdfs: Mapping[str, bytes]) -> None:
    *_, last = sheets(pdfs["one"])
    assert [run.text.strip() for run in last.body[-2:]] == ["Страна", "Число"]


def test_links_have_their_addresses_and_lie_over_their_text(pdfs: Mapping[str, bytes]) -> None:
    (sheet,) = sheets(pdfs["contents"])
    assert [link.uri for link in sheet.links] == ["tirage:one", "tirage:two"]
    over = [
        "".join(run.text for run in sheet.body if link.box.holds(run.box)) for link in sheet.links
    ]
    assert over == ["Первая статья", "Вторая статья о 2020 годе"]


def test_text_in_forms_belongs_to_the_page(pdfs: Mapping[str, bytes]) -> None:
    def wrap(pdf: Pdf) -> None:
        page = pdf.pages[0]
        form = pdf.make_stream(page.Contents.read_bytes(), Type=Name.XObject, Subtype=Name.Form)
        form.BBox, form.Resources = page.MediaBox, page.Resources
        page.Resources = Dictionary(XObject=Dictionary(F=form))
        page.Contents = pdf.make_stream(b"/F Do")

    assert body(*sheets(spoiled(pdfs["short"], wrap))) == body(*sheets(pdfs["short"]))


def test_without_an_order_all_is_furniture(pdfs: Mapping[str, bytes]) -> None:
    (sheet,) = read_sheets(pdfs["short"], Folios(5, 5).label, ())
    assert sheet.body == ()
    assert sheet.furniture


def test_the_order_decides(pdfs: Mapping[str, bytes]) -> None:
    (sheet,) = read_sheets(pdfs["short"], Folios(5, 5).label, (Mark(0, 1), Mark(0, 0)))
    assert [run.place for run in sheet.body] == [0, 1]
    assert sheet.body[1].text == "Вторая статья о 2020"


@pytest.mark.parametrize("pdf", [b"", b"no PDF"])
def test_what_is_no_pdf_cannot_be_read(pdf: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_sheets(pdf, Folios(1, 1).label, ())


def test_a_box_holds_what_has_its_middle_inside() -> None:
    box = Box(0, 0, 10, 10)
    assert box.holds(Box(8, 8, 11, 11))
    assert not box.holds(Box(8, 8, 13, 11))
