"""Half transparent drawings in print: on paper they look as on the screen, elsewhere they stay for the check to refuse."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from tests.bind.press.test_assembly import printed
from tests.bind.test_streams import picture
from tirage.bind.press.extents import WIDE, span
from tirage.bind.press.scanning import Painted, is_clear
from tirage.model.issue import PrintOrder

PAGE = "<rect width='60' height='40' fill='#fff'/>"
BARS = "<rect x='5' y='10' width='10' height='30' fill='#c00' fill-opacity='.5'/><rect x='15' y='5' width='10' height='35' fill='#00c' fill-opacity='.25'/>"

ALONE = {
    "bars beside each other": PAGE + BARS,
    "a group whose parts overlap": "<g opacity='.4'><rect x='9' y='5' width='10' height='30' fill='blue'/><circle cx='20' cy='20' r='9'/></g>",
    "groups in each other": "<g opacity='.5'><g opacity='.5'><rect width='9' height='9'/></g><rect x='20' width='9' height='9' fill='red'/></g>",
    "a pale line": "<path d='M 5 5 L 50 30' fill='none' stroke='#080' stroke-width='3' stroke-opacity='.3'/>",
    "something opaque upon it": BARS + "<rect x='2' y='20' width='30' height='3' fill='#333'/>",
    "letters": "<text x='2' y='20' font-size='12' fill-opacity='.4'>AVA</text>",
    "a state that ends": "<rect width='9' height='9' fill='#555' fill-opacity='.5'/><rect x='20' width='9' height='9' fill='#555'/>",
}
UPON = {
    "bars over each other": BARS.replace("x='15'", "x='12'"),
    "on a coloured field": PAGE.replace("#fff", "#eef") + BARS,
    "on letters": "<text x='2' y='30' font-size='12'>Word</text>" + BARS,
    "on its own line": "<rect x='9' y='9' width='20' height='20' fill='red' stroke='blue' stroke-width='4' stroke-opacity='.5'/>",
    "on another in a group": f"<g opacity='.5'>{BARS.replace('x=' + chr(39) + '15', 'x=' + chr(39) + '12')}</g>",
    "with a gradient": "<defs><linearGradient id='g'><stop stop-color='red'/><stop offset='1' stop-color='blue'/></linearGradient></defs><rect width='30' height='30' fill='url(#g)' fill-opacity='.5'/>",
}


def drawing(parts: str) -> str:
    return f"<p>Text before.</p><svg width='60' height='40' viewBox='0 0 60 40'><title>x</title>{parts}</svg><p>Text after.</p>"


def is_transparent(path: Path) -> bool:
    """Whether pypdf finds anything that is half transparent, or a group."""
    content = path.read_bytes()
    page: Any = PdfReader(path).pages[0]
    states = page["/Resources"].get("/ExtGState", {}).values()
    pale = any(float(state.get_object().get(key, 1)) < 1 for state in states for key in ("/ca", "/CA"))  # fmt: skip
    return pale or b"/Transparency" in content or b"/SMask" in content


def rendered(path: Path) -> Image.Image:
    """The first page, trimmed, in greys."""
    page = pypdfium2.PdfDocument(path)[0]
    page.set_mediabox(*page.get_trimbox())
    image: Image.Image = page.render(scale=3).to_pil().convert("L")
    return image


def worst(one: Image.Image, other: Image.Image) -> int:
    """The largest difference of two pictures, from 0 to 255."""
    return int(ImageChops.difference(one, other).getextrema()[1])  # type: ignore[arg-type]


@pytest.mark.parametrize("parts", ALONE.values(), ids=ALONE)
def test_on_paper_it_looks_as_on_the_screen(tmp_path: Path, parts: str) -> None:
    path = printed(tmp_path, drawing(parts))["issue-print"].path
    assert not is_transparent(path)
    screen = printed(tmp_path, drawing(parts), edition="screen")["issue"].path
    # The issue for the screen begins with its cover.
    there = pypdfium2.PdfDocument(screen)
    alone = tmp_path / "alone.pdf"
    page = pypdfium2.PdfDocument.new()
    page.import_pages(there, [2])
    page.save(alone)
    assert worst(rendered(path), rendered(alone)) <= 2


@pytest.mark.parametrize("parts", UPON.values(), ids=UPON)
def test_upon_something_it_stays(tmp_path: Path, parts: str) -> None:
    assert is_transparent(printed(tmp_path, drawing(parts))["issue-print"].path)


@pytest.mark.parametrize("colours", [1, 4])
def test_a_pale_paragraph_is_printed_pale(tmp_path: Path, colours: Any) -> None:
    order = PrintOrder(colours=colours)
    path = printed(tmp_path, "<p>Text</p><p style='opacity: .5'>Pale</p>", order)["issue-print"]
    assert not is_transparent(path.path)
    assert "Pale" in PdfReader(path.path).pages[0].extract_text()


def test_a_page_that_can_be_mixed_does_not_wait_for_one_that_cannot(tmp_path: Path) -> None:
    body = drawing(PAGE + BARS) + "<p style='break-before: page'>" + drawing(UPON["on letters"])
    page: Any = PdfReader(printed(tmp_path, body)["issue-print"].path).pages[0]
    assert b"/a0.5 gs" not in page.get_contents().get_data()


@pytest.mark.parametrize(("below", "stays"), [("", False), ("background: #eef", True)])
def test_a_picture_with_transparent_parts_is_laid_on_paper_alone(
    tmp_path: Path, below: str, stays: bool
) -> None:
    body = f"<p>Text</p><div style='{below}; padding: 9px'>{picture('#0f08', 'RGBA')}</div>"
    path = printed(tmp_path, body)["issue-print"].path
    assert is_transparent(path) == stays


def test_boxes_that_touch_do_not_overlap() -> None:
    one, other = Painted((0, 0, 10, 10)), Painted((10, 0, 20, 10), alpha=0.5)
    assert is_clear([one, other])
    assert not is_clear([one, Painted((9.9, 0, 20, 10), alpha=0.5)])
    assert is_clear([Painted((0, 0, 99, 99), white=True), other])


def test_letters_reach_as_far_as_their_font_says() -> None:
    assert span(b"[<00010002>-500<0001>]", {1: 0.5, 2: 0.25}) == (0, 1.75)
    assert span(b"[<0001>1500<0001>]", {1: 0.5}) == (-1, 0.5)
    assert span(b"<09>", {}) == (0, WIDE)
    assert span(b"<0009>", {1: 0.5}) == (0, WIDE)
