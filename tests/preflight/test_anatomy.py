"""By what pages, destinations and outlines are known."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from tests.preflight.press import Spoil, spoiled
from tirage.preflight.anatomy import named_pages, outline_pages, page_numbers, page_prints
from tirage.preflight.opening import open_pdf


def _replace(pdf: Pdf, old: bytes, new: bytes) -> None:
    contents = pdf.pages[0].Contents
    assert old in contents.read_bytes()
    contents.write(contents.read_bytes().replace(old, new))


@pytest.mark.parametrize(
    ("spoil", "same"),
    [
        (lambda pdf: None, True),
        (lambda pdf: _replace(pdf, b"<</MCID 0>>", b"<</MCID 7>>"), True),
        (lambda pdf: _replace(pdf, b"EMC", b"EMC\n/Artifact BMC EMC"), True),
        (lambda pdf: pdf.pages[0].contents_add(b" ", prepend=True), True),
        (lambda pdf: _replace(pdf, b"0 0 0 rg", b"1 0 0 rg"), False),
        (lambda pdf: _replace(pdf, b"TJ", b"TJ T*"), False),
    ],
)
def test_marks_of_structure_are_nothing_that_is_drawn(
    spoil: Spoil, same: bool, pdfs: Mapping[str, bytes]
) -> None:
    (before,) = page_prints(open_pdf(pdfs["short"]))
    (after,) = page_prints(open_pdf(spoiled(pdfs["short"], spoil)))
    assert (before.digest == after.digest) is same


def test_a_page_knows_its_links(pdfs: Mapping[str, bytes]) -> None:
    (contents,) = page_prints(open_pdf(pdfs["contents"]))
    assert [aim.uri for aim in contents.aims] == ["tirage:one", "tirage:two"]
    assert all(
        left < right and bottom < top
        for left, bottom, right, top in (aim.box for aim in contents.aims)
    )
    assert contents.marked
    assert contents.hooked


def _file(build: Spoil) -> bytes:
    with Pdf.new() as pdf:
        for _ in range(3):
            pdf.add_blank_page()
        build(pdf)
        file = BytesIO()
        pdf.save(file)
    return file.getvalue()


def test_names_in_trees_and_in_the_old_dictionary() -> None:
    def build(pdf: Pdf) -> None:
        def aim(number: int) -> Array:
            return Array([pdf.pages[number].obj, Name.Fit])

        kid = Dictionary(
            Names=Array([String("б"), Dictionary(D=aim(1)), String("gone"), Array([])])
        )
        pdf.Root.Names = Dictionary(Dests=Dictionary(Kids=Array([pdf.make_indirect(kid)])))
        pdf.Root.Dests = Dictionary(old=aim(2))

    reader = open_pdf(_file(build))
    assert named_pages(reader, page_numbers(reader)) == {"б": 1, "gone": None, "old": 2}


def test_outlines_of_all_levels_and_kinds() -> None:
    def build(pdf: Pdf) -> None:
        pdf.Root.Names = Dictionary(
            Dests=Dictionary(Names=Array([String("three"), Array([pdf.pages[2].obj, Name.Fit])]))
        )
        with pdf.open_outline() as outline:
            part = OutlineItem("Часть", 0)
            part.children.append(OutlineItem("Глава", 1))
            outline.root += [part, OutlineItem("Конец", String("three")), OutlineItem("Нигде")]

    reader = open_pdf(_file(build))
    assert list(outline_pages(reader, page_numbers(reader))) == [
        ("Часть", 0),
        ("Глава", 1),
        ("Конец", 2),
        ("Нигде", None),
    ]


def test_an_outline_that_goes_round_ends() -> None:
    def build(pdf: Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.append(OutlineItem("Круг", 0))
        pdf.Root.Outlines.First.Next = pdf.Root.Outlines.First

    reader = open_pdf(_file(build))
    assert list(outline_pages(reader, page_numbers(reader))) == [("Круг", 0)]


def test_a_name_tree_that_goes_round_ends() -> None:
    def build(pdf: Pdf) -> None:
        node = pdf.make_indirect(Dictionary())
        node.Kids = Array([node])
        pdf.Root.Names = Dictionary(Dests=node)

    reader = open_pdf(_file(build))
    assert named_pages(reader, page_numbers(reader)) == {}
