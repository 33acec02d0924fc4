"""What is said of galleys that were bound wrongly."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.preflight.press import Desk, Press
from tirage.model.press import Anchor


def said(desk: Desk) -> list[tuple[str, str]]:
    """Place and message of what the checks of binding find."""
    found = (one for one in desk.report().findings if one.check.startswith("galley."))
    return [(str(one.place), one.message) for one in found]


def structure(desk: Desk) -> list[str]:
    """What is said of the structure tree."""
    return [one.message for one in desk.report().findings if one.check == "tags.tree"]


def test_a_page_that_was_changed_is_named_by_its_folio(press: Press) -> None:
    def spoil(pdf: Pdf) -> None:
        page = pdf.pages[3]
        page.Contents.write(page.Contents.read_bytes() + b" 0 0 9 9 re f")

    assert said(press.desk().spoil("issue", spoil)) == [
        ("issue.pdf, p. 58", "The page 58 does not show what was typeset.")
    ]


def test_pages_in_another_order_are_noticed(press: Press) -> None:
    def spoil(pdf: Pdf) -> None:
        first = pdf.pages[0]
        pdf.pages.append(first)
        del pdf.pages[0]

    found = press.desk().spoil("one", spoil).report().findings
    assert "galley.pages/content" in {one.id for one in found}


def test_one_page_is_not_called_pages(press: Press) -> None:
    def cut(pdf: Pdf) -> None:
        del pdf.pages[1:]

    messages = [message for _, message in said(press.desk().spoil("one", cut))]
    assert "The file has one page and should have 6." in messages


def test_one_page_without_a_size_is_not_called_several(press: Press) -> None:
    def spoil(pdf: Pdf) -> None:
        del pdf.pages[0].obj["/TrimBox"]

    found = press.desk().spoil("one", spoil).report().findings
    (message,) = (one.message for one in found if one.id == "boxes.present/no-trim")
    assert message == "Of the pages one does not tell where to be cut (trim box)."


def test_a_page_of_another_size_tells_both(press: Press) -> None:
    def spoil(pdf: Pdf) -> None:
        pdf.pages[0].TrimBox = Array([0, 0, 200, 300])

    ((_, message),) = said(press.desk().spoil("two", spoil))
    assert message == "The page 63 measures 200.0 × 300.0 pt instead of 311.81 × 340.16 pt."


def test_bleed_is_not_size(press: Press) -> None:
    def spoil(pdf: Pdf) -> None:
        page = pdf.pages[0]
        page.TrimBox = Array([*page.MediaBox])
        page.MediaBox = Array([-9, -9, float(page.TrimBox[2]) + 9, float(page.TrimBox[3]) + 9])

    assert said(press.desk().spoil("two", spoil)) == []


def test_each_wrong_label_is_told(press: Press) -> None:
    def spoil(pdf: Pdf) -> None:
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=58)]))

    found = said(press.desk().spoil("one", spoil))
    assert found[0] == ("one.pdf, p. 57", "The page 57 is called 58 by a reader's program.")
    assert len(found) == len(press.desk().galley("one").leaves)


def test_labels_may_be_written_as_ranges(press: Press) -> None:
    def spoil(pdf: Pdf) -> None:
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=57)]))

    assert said(press.desk().spoil("one", spoil)) == []


def test_a_link_to_an_anchor_must_reach_its_page(press: Press) -> None:
    def aim(pdf: Pdf) -> None:
        pdf.pages[0].obj.Annots[0].A.URI = String("tirage:one#end")

    from tests.preflight.press import spoiled  # noqa: PLC0415

    pdfs = {**press.pdfs, "contents": spoiled(press.pdfs["contents"], aim)}
    desk = Press(pdfs, press.folder).desk()
    last = len(desk.gathering("one").folios) - 1

    def lead(page: int) -> Desk:
        def spoil(pdf: Pdf) -> None:
            pdf.pages[1].obj.Annots[0].Dest = Array([pdf.pages[2 + page].obj, Name.Fit])

        return desk.spoil("issue", spoil)

    assert said(lead(last)) == []
    assert said(lead(0)) == [
        ("issue.pdf, p. iii", "A link on the page iii leads to the page 57, where it should not.")
    ]


def test_a_link_inside_an_article_must_reach_its_anchor(press: Press) -> None:
    def local(pdf: Pdf) -> None:
        page = pdf.pages[0]
        box = Array([10, 10, 20, 20])
        page.obj.Annots = Array([Dictionary(Subtype=Name.Link, Rect=box, Dest=String("end"))])

    from tests.preflight.press import spoiled  # noqa: PLC0415

    desk = press.desk()
    two = press.gathering("two", spoiled(press.pdfs["two"], local))
    desk = desk.with_gathering(replace(two, anchors=(Anchor("end", 0, 0, 0),)))

    def bound(page: int) -> list[tuple[str, str]]:
        def spoil(pdf: Pdf) -> None:
            local(pdf)
            pdf.pages[0].obj.Annots[0].Dest = Array([pdf.pages[page].obj, Name.Fit])

        return said(replace(desk, galleys=(desk.spoil("two", spoil).galley("two"),)))

    assert bound(0) == []


def test_addresses_are_left_alone(press: Press) -> None:
    def spoil(pdf: Pdf) -> None:
        link = pdf.pages[1].obj.Annots[0]
        del link["/Dest"]
        link.A = Dictionary(S=Name.URI, URI=String("https://doi.org/10.5555/1"))

    assert said(press.desk().spoil("issue", spoil)) == []


def test_an_offprint_needs_no_outline(press: Press) -> None:
    assert said(press.desk().spoil("two", lambda pdf: pdf.Root.__delitem__("/Outlines"))) == []


def test_the_article_that_the_outline_leaves_out_is_named(press: Press) -> None:
    def spoil(pdf: Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root[:] = [one for one in outline.root if one.title != "one"]

    assert said(press.desk().spoil("issue", spoil)) == [
        ("issue.pdf, p. 57", "The outline does not lead to «Первая статья».")
    ]


@pytest.mark.parametrize("title", ["Вестник: issue", ""])
def test_the_short_title_may_be_left_out_but_not_differ(press: Press, title: str) -> None:
    def spoil(pdf: Pdf) -> None:
        pdf.docinfo["/Title"] = String(title)

    assert said(press.desk().spoil("issue", spoil)) == []


def test_a_structure_of_parts_is_not_one_document(press: Press) -> None:
    def spoil(pdf: Pdf) -> None:
        pdf.Root.StructTreeRoot.K.S = Name.Part

    assert structure(press.desk().spoil("issue", spoil)) == [
        "The structure tree should be one Document and is Part."
    ]


def test_an_empty_structure_is_none(press: Press) -> None:
    def spoil(pdf: Pdf) -> None:
        del pdf.Root.StructTreeRoot.K

    assert structure(press.desk().spoil("issue", spoil)) == [
        "The structure tree should be one Document and is nothing."
    ]
