"""The structure of the bound issue, read with pypdf and poppler."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from typing import Any

import pytest
from pypdf.generic import BooleanObject, NullObject

from tests.bind.conftest import Bound
from tests.bind.notation import show, tree
from tests.bind.readers import MARKED, Structure, contents, kids
from tirage.bind.structure.tree import Hook
from tirage.bind.structure.writing import unlinked

GALLEYS = ("issue", "editorial", "one", "two")


@pytest.fixture(params=GALLEYS)
def structure(bound: Bound, request: pytest.FixtureRequest) -> Structure:
    return Structure(bound.path(request.param))


def test_there_is_one_tree_with_one_document(structure: Structure) -> None:
    assert structure.document["/S"] == "/Document"
    assert structure.catalog["/MarkInfo"]["/Marked"] == BooleanObject(True)


def test_pieces_stand_under_the_document_in_binding_order(bound: Bound) -> None:
    pieces = kids(Structure(bound.path("issue")).document)
    names = [piece["/T"].removeprefix("Title of ") for piece in pieces]
    assert names == ["cover", "board", "contents", "editorial", "one", "two", "imprint", "back"]
    assert [piece["/S"] for piece in pieces] == ["/Part"] * 3 + ["/Art"] * 3 + ["/Part"] * 2


def test_all_marked_content_is_in_the_tree_once_or_an_artifact(structure: Structure) -> None:
    held = Counter((item.page, item.number) for item in structure.items() if item.number >= 0)
    assert set(held.values()) == {1}
    for number, page in enumerate(structure.reader.pages):
        stream = page.get_contents()
        assert stream is not None
        marked = {int(mcid) for tag, mcid in MARKED.findall(stream.get_data())}
        assert marked == {mcid for where, mcid in held if where == number}


def test_the_parent_tree_leads_back_from_every_page_and_form(structure: Structure) -> None:
    parents = structure.parents()
    assert sorted(parents) == list(range(structure.root["/ParentTreeNextKey"]))
    for item in structure.items():
        if item.annotation is None:
            row = parents[item.holder["/StructParents"]]
            assert row[item.number].get_object() == item.element
        else:
            assert parents[item.annotation["/StructParent"]] == item.element
    listed = sum(
        sum(not isinstance(one.get_object(), NullObject) for one in row)
        for row in parents.values()
        if isinstance(row, list)
    )
    assert listed == sum(item.annotation is None for item in structure.items())


def test_every_annotation_of_a_page_is_in_a_link_once(structure: Structure) -> None:
    tied = [item for item in structure.items() if item.annotation is not None]
    assert {item.element["/S"] for item in tied} <= {"/Link"}
    on_pages = [
        annotation for page in structure.reader.pages for annotation in page.get("/Annots", [])
    ]
    assert len(tied) == len(on_pages)


def test_every_element_knows_its_parent(structure: Structure) -> None:
    for element in structure.elements():
        for kid in kids(element):
            if not isinstance(kid, int) and "/S" in kid:
                assert kid["/P"] == element


def test_ids_are_unique_and_listed_in_order(bound: Bound) -> None:
    structure = Structure(bound.path("issue"))
    ids = [element["/ID"] for element in structure.elements() if "/ID" in element]
    listed = structure.root["/IDTree"]["/Names"][::2]
    assert len(set(ids)) == len(ids) == 4
    assert listed == sorted(ids)
    assert {name.partition(":")[0] for name in ids} == {"one"}
    headers = {
        name
        for element in structure.elements()
        for name in element.get("/A", {}).get("/Headers", [])
    }
    assert headers == {name for name in ids if "table" in name}


def test_nothing_private_is_left(structure: Structure) -> None:
    keys = {key for element in structure.elements() for key in element}
    assert not {key for key in keys if "Tirage" in key}


def test_elements_say_their_language_only_where_it_changes(bound: Bound) -> None:
    structure = Structure(bound.path("issue"))
    spoken = [
        (element["/S"], element["/Lang"]) for element in structure.elements() if "/Lang" in element
    ]
    assert spoken == [("/Document", "kk"), ("/Span", "en"), ("/P", "ru"), ("/Art", "ru")]
    assert structure.catalog["/Lang"] == "kk"
    assert Structure(bound.path("two")).catalog["/Lang"] == "ru"


STRUCTURE = """Art
  H1
  P
    Reference
    Link
    Link
    Link
  Note
    Lbl
  P
  H2
  L
    LI
      Lbl
      LBody
        L
          LI
            Lbl
            LBody
    LI
      Lbl
      LBody
  Figure
    Caption
  Table
    Caption
    THead
      rows
    TBody
      rows
  P
    Link
  H3
  P
    Em
"""


def test_the_article_is_structured_as_it_was_written(bound: Bound) -> None:
    """In the offprint: the link to the contents, which have no DOI, is text."""
    structure = Structure(bound.path("one"))
    lines = "\n".join(structure.outline(kids(structure.document)[0])) + "\n"
    assert re.sub(r"( {6}TR\n(        T[HD]\n){3})+", "      rows\n", lines) == STRUCTURE


def test_a_table_over_pages_has_one_head_and_all_its_rows(bound: Bound) -> None:
    structure = Structure(bound.path("one"))
    (table,) = [element for element in structure.elements() if element["/S"] == "/Table"]
    rows = [element for element in structure.elements(table) if element["/S"] == "/TR"]
    pages = {item.page for item in structure.items() if item.element["/S"] == "/TD"}
    assert len(rows) == 21
    assert len(pages) > 1


def attributes(structure: Structure, tag: str) -> list[dict[str, Any]]:
    return [
        {key: value for key, value in element.get("/A", {}).items() if key != "/O"}
        for element in structure.elements()
        if element["/S"] == tag
    ]


def test_attributes_of_headers_lists_and_figures(bound: Bound) -> None:
    structure = Structure(bound.path("one"))
    assert attributes(structure, "/TH") == [{"/Scope": "/Column"}] * 3
    assert [a["/ListNumbering"] for a in attributes(structure, "/L")] == ["/Disc", "/Circle"]
    (figure,) = [element for element in structure.elements() if element["/S"] == "/Figure"]
    left, bottom, right, top = figure["/A"]["/BBox"]
    assert figure["/Alt"] == "A black field"
    assert (right - left, top - bottom) == pytest.approx((15, 7.5), abs=0.01)


def test_types_of_a_later_standard_are_mapped(bound: Bound) -> None:
    assert dict(Structure(bound.path("one")).root["/RoleMap"]) == {"/Em": "/Span"}
    assert "/RoleMap" not in Structure(bound.path("two")).root


def test_poppler_reads_the_text_in_order(bound: Bound) -> None:
    command = ["pdfinfo", "-struct-text", str(bound.path("one"))]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    places = [
        done.stdout.index(f'"{words}')
        for words in ("First article", "Opening", "The note", "A long", "Method", "Nested item")
    ]
    assert places == sorted(places)
    assert "Running head" not in done.stdout
    assert "Ornament" not in done.stdout


def test_a_call_leads_to_its_note(bound: Bound) -> None:
    structure = Structure(bound.path("one"))
    calls = [one for one in structure.elements() if "/Ref" in one]
    notes = [one for one in structure.elements() if one["/S"] == "/Note"]
    assert [call["/S"] for call in calls] == ["/Reference"]
    assert [call["/Ref"][0].get_object() for call in calls] == notes


def test_running_heads_stay_on_the_page(bound: Bound) -> None:
    for stream in contents(bound.path("one")):
        heads = stream.count(b"/Subtype /Header /Attached [/Top]")
        feet = stream.count(b"/Subtype /Footer /Attached [/Bottom]")
        assert heads + feet >= 2
        assert b"/Artifact\nBMC" not in stream


def test_a_link_that_leads_nowhere_becomes_text() -> None:
    before = tree("Art(P(1 Link(*0 2) Link(*1 3)) Reference(Link(*2 *3 4)))")
    after = unlinked(before, {Hook(0, 0), Hook(0, 2)})
    assert show(after) == "Art(P(1 2 Link(*1 3)) Reference(Link(*3 4)))"
    assert unlinked(before, set()) is before
