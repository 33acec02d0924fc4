from __future__ import annotations

from ctypes import c_int
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pypdf import PdfReader

from tests.bind.conftest import Bound
from tests.bind.helpers import make_article, make_issue, paging_of, typeset
from tirage.bind.galleys import bind
from tirage.bind.job import Job
from tirage.bind.links import Directory, Route, Target, name_tree
from tirage.errors import TypesetError
from tirage.model.issue import Section
from tirage.model.language import Localized

HERE = Directory({"a": "A, 5", "a#x": "X, 6"}, {"b": ("https://doi.org/10.5555/b", "B")}, False)
ISSUE = Directory(HERE.places, {}, True)


def test_a_place_in_the_galley_is_led_to() -> None:
    assert HERE.route(Target(name="a#x"), "a") == Route("a#x", "", "X, 6")


def test_an_address_stays() -> None:
    uri = "https://example.org/?q=1"
    assert HERE.route(Target(uri=uri), "a") == Route("", uri, uri)


def test_another_article_is_led_to_by_its_doi() -> None:
    assert HERE.route(Target(name="b#y"), "a") == Route("", "https://doi.org/10.5555/b", "B")


def test_what_has_no_doi_is_not_led_to() -> None:
    assert HERE.route(Target(name="contents"), "a") is None


@pytest.mark.parametrize(("directory", "name"), [(ISSUE, "c"), (ISSUE, "a#y"), (HERE, "a#y")])
def test_a_place_that_should_be_there_is_missed(directory: Directory, name: str) -> None:
    with pytest.raises(TypesetError, match=f"“a” links to “{name}”"):
        directory.route(Target(name=name), "a")


def test_a_name_tree_is_sorted_by_bytes() -> None:
    with pikepdf.new() as pdf:
        names = ["б", "b", "a#z", "a", "é"]
        tree = name_tree((name, pdf.make_indirect(pikepdf.Dictionary(N=name))) for name in names)
        listed = [bytes(item) for item in list(tree.Names)[::2]]
        assert listed == sorted(listed)
        assert {str(item) for item in list(tree.Names)[::2]} == set(names)
        assert [str(item.N) for item in list(tree.Names)[1::2]] == [
            str(item) for item in list(tree.Names)[::2]
        ]


def links(path: Path) -> list[tuple[str, str]]:
    """Where the links of a file lead, in order, as pypdf reads it: the page's label or the address; and their name."""
    reader = PdfReader(path)
    found = []
    for page in reader.pages:
        for annotation in page.get("/Annots", []):
            link: Any = annotation.get_object()
            found.append((_goal(reader, link), link["/Contents"]))
    return found


def _goal(reader: PdfReader, link: Any) -> str:
    if "/Dest" not in link:
        return str(link["/A"]["/URI"])
    page = reader.get_destination_page_number(reader.named_destinations[link["/Dest"]])
    assert page is not None
    return reader.page_labels[page]


def unique(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A link over several lines counts once."""
    return list(dict.fromkeys(found))


def method(bound: Bound) -> str:
    one = bound.gathering("one")
    page = next(anchor.page for anchor in one.anchors if anchor.name == "method")
    return str(one.folios.first + page)


def test_links_of_the_issue_lead_to_pages(bound: Bound) -> None:
    there, two = method(bound), str(bound.gathering("two").folios.first)
    assert unique(links(bound.path("issue"))) == [
        (two, f"Title of two, {two}"),
        (there, f"Method, {there}"),
        ("6", "Title of one, 6"),
        ("ii", "Title of contents, ii"),
        (two, f"Second article, {two}"),
        ("https://example.org/", "https://example.org/"),
        ("5", "Title of editorial, 5"),
    ]


def test_links_of_an_offprint_lead_into_it_or_to_a_doi(bound: Bound) -> None:
    there = method(bound)
    assert unique(links(bound.path("one"))) == [
        (there, f"Method, {there}"),
        ("https://doi.org/10.5555/two(2)", "two тақырыбы"),
        ("https://example.org/", "https://example.org/"),
    ]


def test_links_to_what_has_no_doi_are_gone_from_an_offprint(bound: Bound) -> None:
    assert unique(links(bound.path("two"))) == [("https://doi.org/10.5555/one", "one тақырыбы")]
    assert "the column" in PdfReader(bound.path("two")).pages[0].extract_text()


def test_another_reader_finds_the_same_pages(bound: Bound) -> None:
    raw: Any = pypdfium2.raw
    with pypdfium2.PdfDocument(bound.path("issue")) as pdf:
        contents, place, link = pdf[2], c_int(), raw.FPDF_LINK()
        pages = []
        while raw.FPDFLink_Enumerate(contents, place, link):
            goal = raw.FPDFLink_GetDest(pdf, link)
            pages.append(raw.FPDFDest_GetDestPageIndex(pdf, goal))
    labels = [leaf.label for leaf in bound.galleys[0].leaves]
    assert [labels[page] for page in pages] == [
        str(bound.gathering("two").folios.first),
        method(bound),
    ]


def test_links_are_printed_without_a_border(bound: Bound) -> None:
    for page in PdfReader(bound.path("issue")).pages:
        for annotation in page.get("/Annots", []):
            link: Any = annotation.get_object()
            assert (list(link["/Border"]), link["/F"]) == ([0, 0, 0], 4)


def test_names_may_be_in_any_script(tmp_path: Path) -> None:
    one = typeset(tmp_path, '<p id="бөлім">Text', piece="мақала")
    two = typeset(tmp_path, '<p><a href="tirage:мақала#бөлім">x</a>', piece="two", first=2)
    issue = make_issue(Section(Localized(), (make_article("мақала"), make_article("two"))))
    (galley, *_) = bind(Job((one, two), issue, paging_of(one, two)), tmp_path / "out")
    assert links(galley.path) == [("1", "Title of мақала, 1")]


def test_a_link_of_a_running_head_leaves(tmp_path: Path) -> None:
    css = "@page { @bottom-left { content: element(foot) } } .foot { position: running(foot) }"
    body = '<div class="foot"><a href="https://example.org/">example</a></div><p>Text'
    one = typeset(tmp_path, body, css=css)
    issue = make_issue(Section(Localized(), (make_article("one"),)))
    (galley, _) = bind(Job((one,), issue, paging_of(one)), tmp_path / "out")
    assert links(galley.path) == []
    assert "example" in PdfReader(galley.path).pages[0].extract_text()
