"""The tags of the printer's files, held against those of the screen's issue."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.bind.conftest import Bound
from tests.bind.press.test_assembly import MM, printed
from tests.bind.readers import Structure, kids
from tirage.bind.galleys import bind
from tirage.model.issue import PrintOrder
from tirage.model.layout import Printing
from tirage.model.press import Galley

poppler = pytest.mark.skipif(not shutil.which("pdfinfo"), reason="pdfinfo is not installed")


@pytest.fixture(scope="module")
def files(bound: Bound, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Galley]:
    """The issue for the screen, as a block with empty pages before its imprint, and as a booklet."""
    issue, order = bound.job.issue, PrintOrder(signature=32)
    job = replace(
        bound.job,
        issue=replace(issue, journal=replace(issue.journal, order=order)),
        editions=("screen", "print"),
        printing=Printing(blanks="before-imprint"),
        booklet=True,
    )
    galleys = bind(job, tmp_path_factory.mktemp("printed"))
    return {galley.name: galley for galley in galleys}


def types(structure: Structure, element: Any = None) -> Iterator[str]:
    """The types of all elements but links and spans, which links may turn into; without those of the cover."""
    for one in structure.elements(element):
        if one["/S"] not in ("/Link", "/Span"):
            yield one["/S"]


def heard(path: Path) -> str:
    """The text of a file along its structure tree, as poppler reads it."""
    told = subprocess.run(
        ["pdfinfo", "-struct-text", path], capture_output=True, text=True, check=True
    )
    assert told.stderr == ""
    return "".join(re.findall(r'^ +"(.*)"$', told.stdout, re.MULTILINE))


@pytest.mark.parametrize("name", ["issue-print", "issue-booklet"])
def test_pieces_have_the_elements_that_they_have_on_the_screen(
    files: dict[str, Galley], name: str
) -> None:
    screen, printed = Structure(files["issue"].path), Structure(files[name].path)
    inner = kids(screen.document)[1:-1]  # the cover is a file of its own
    assert len(inner) == len(kids(printed.document))
    for one, other in zip(inner, kids(printed.document), strict=True):
        assert list(types(screen, one)) == list(types(printed, other))
        assert (one["/S"], one["/T"], one.get("/Lang")) == (other["/S"], other["/T"], other.get("/Lang"))  # fmt: skip
    assert not any(one["/S"] == "/Link" for one in printed.elements())


@poppler
@pytest.mark.parametrize("name", ["issue-print", "issue-booklet"])
def test_the_same_is_heard_in_the_same_order(files: dict[str, Galley], name: str) -> None:
    told = heard(files["issue"].path)
    inner = told.removeprefix("Bulletin№ 1").removesuffix("Back")  # the cover is a file of its own
    assert len(inner) < len(told)
    assert heard(files[name].path) == inner


@pytest.mark.parametrize("name", ["issue-print", "issue-booklet"])
def test_the_way_back_leads_from_every_mark_to_its_element(
    files: dict[str, Galley], name: str
) -> None:
    structure = Structure(files[name].path)
    parents = structure.parents()
    items = list(structure.items())
    assert items
    for item in items:
        row = parents[item.holder["/StructParents"]]
        assert row[item.number].get_object() == item.element


def test_empty_pages_and_printers_marks_are_not_heard(files: dict[str, Galley]) -> None:
    block = files["issue-print"]
    empty = [number for number, leaf in enumerate(block.leaves) if not leaf.piece]
    assert block.leaves[-2].piece == "imprint"
    assert empty[0] < len(block.leaves) - 2  # empty pages stand before it
    structure = Structure(block.path)
    told = {item.page for item in structure.items()} - {-1}  # in forms
    assert not told & set(empty)
    assert told == set(range(len(block.leaves))) - set(empty) - {2}  # the blank page of the layout


def test_a_cover_is_read_from_its_front_to_its_back(tmp_path: Path) -> None:
    cover = printed(tmp_path, "<p>Text")["cover-print"].path
    structure = Structure(cover)
    assert [part["/T"] for part in kids(structure.document)] == ["Title of cover", "Title of back"]
    # Both stand in the right half: the front outside, the back of the board inside.
    assert [float(item.holder["/BBox"][0]) for item in structure.items()] == [0, 0]
    drawn = structure.reader.pages[0].get_contents().get_data()  # type: ignore[union-attr]
    assert b"/Artifact <</Type /Layout>> BDC\nq " in drawn  # the spine


def test_a_picture_on_the_cover_is_where_its_tag_says(tmp_path: Path) -> None:
    picture = (
        "<svg width='20' height='10'><title>A field</title><rect width='20' height='10'/></svg>"
    )
    screen = Structure(printed(tmp_path, "<p>Text", front=picture, edition="screen")["issue"].path)
    cover = printed(tmp_path, "<p>Text", front=picture)["cover-print"]
    one, _ = (box for box in map(_box, screen.elements()) if box)
    other, _ = (box for box in map(_box, Structure(cover.path).elements()) if box)
    assert cover.presswork is not None
    right = (100 + cover.presswork.spine) * MM
    assert other == pytest.approx([one[0] + right, one[1], one[2] + right, one[3]], abs=0.01)


def _box(element: Any) -> list[float]:
    return [float(side) for side in element.get("/A", {}).get("/BBox", ())]
