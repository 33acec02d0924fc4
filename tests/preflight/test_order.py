"""Reading order over page breaks. Trees are written as tuples: kind, source, kids; a number is a mark on its page."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf

from tirage.preflight.opening import open_pdf
from tirage.preflight.order import Mark, reading_order


def order(*pages: tuple[Any, ...]) -> list[tuple[int, int]]:
    """Page and number of the marks of a file whose pages have these trees, each under an element Document."""
    with Pdf.new() as pdf:
        for _ in pages:
            pdf.add_blank_page()
        kids = [_element(pdf, tree, number) for number, tree in enumerate(pages)]
        root = Dictionary(S=Name.Document, K=Array(kids), Pg=pdf.pages[0].obj)
        pdf.Root.StructTreeRoot = Dictionary(K=Array([pdf.make_indirect(root)]))
        file = BytesIO()
        pdf.save(file)
    return [(mark.page, mark.number) for mark in reading_order(open_pdf(file.getvalue()))]


def _element(pdf: Pdf, tree: tuple[Any, ...], page: int) -> Object:
    kind, source, *kids = tree
    made: list[Any] = [kid if isinstance(kid, int) else _element(pdf, kid, page) for kid in kids]
    element = Dictionary(S=Name(f"/{kind}"), K=Array(made), Pg=pdf.pages[page].obj)
    if source is not None:
        element.TirageSource = source
    return pdf.make_indirect(element)


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    first = ("Art", 1, ("P", 2, 0), ("P", 3, 1), ("Note", 9, 2))
    second = ("Art", 1, ("P", 3, 0), ("P", 4, 1))
    assert order(first, second) == [(0, 0), (0, 1), (1, 0), (1, 1), (0, 2)]


def test_the_cells_of_a_split_row_are_put_together() -> None:
    first = ("Table", 1, ("TR", 2, ("TD", 3, 0), ("TD", 4, 1)))
    second = ("Table", 1, ("TR", 2, ("TD", 3, 0), ("TD", 4, 1)))
    assert order(first, second) == [(0, 0), (1, 0), (0, 1), (1, 1)]


def test_the_head_of_a_table_is_read_once() -> None:
    first = ("Table", 1, ("THead", 2, 0), ("TBody", 3, 1))
    second = ("Table", 1, ("THead", 2, 0), ("TBody", 3, 1))
    assert order(first, second) == [(0, 0), (0, 1), (1, 1), (1, 0)]


def test_a_table_set_later_goes_back_to_its_place() -> None:
    first = ("Art", 1, ("P", 2, 0), ("P", 5, 1))
    second = ("Art", 1, ("Table", 3, 0), ("P", 5, 1))
    assert order(first, second) == [(0, 0), (1, 0), (0, 1), (1, 1)]


def test_words_stay_in_the_order_of_their_lines() -> None:
    paragraph = ("P", 2, ("Span", None, 0), ("Em", 7, 1), ("Span", None, 2), ("Em", 3, 3))
    assert order(paragraph) == [(0, 0), (0, 1), (0, 2), (0, 3)]


def test_marks_drawn_late_are_read_where_they_stand() -> None:
    assert order(("P", 1, ("Span", None, 0), ("Sup", 2, 5), ("Span", None, 1))) == [
        (0, 0),
        (0, 5),
        (0, 1),
    ]


def test_elements_without_a_source_follow_their_pages() -> None:
    assert order(("P", None, 0), ("P", None, 0)) == [(0, 0), (1, 0)]


def test_references_to_marks_and_to_annotations() -> None:
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        page = pdf.pages[0].obj
        mark = Dictionary(Type=Name.MCR, MCID=4, Pg=page)
        annotation = Dictionary(Type=Name.OBJR, Pg=page)
        pdf.Root.StructTreeRoot = Dictionary(K=Dictionary(S=Name.Link, K=Array([annotation, mark])))
        file = BytesIO()
        pdf.save(file)
    assert reading_order(open_pdf(file.getvalue())) == (Mark(0, 4),)


def test_a_file_without_a_tree_has_no_order() -> None:
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        file = BytesIO()
        pdf.save(file)
    assert reading_order(open_pdf(file.getvalue())) == ()
