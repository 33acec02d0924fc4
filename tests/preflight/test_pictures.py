"""Pictures of pages with findings: the right pages, few enough, and nothing where nothing was found."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from pypdfium2 import PdfDocument

from tests.preflight.press import Press
from tirage.findings import Finding, Place, Severity
from tirage.model.press import Galley
from tirage.preflight import pictures
from tirage.preflight.pictures import WIDTH, draw


def on(file: str, page: str) -> Finding:
    return Finding(Severity.WARN, "a.b", "c", "It is so.", Place(file, page=page))


def rendered(path: Path, number: int) -> Image.Image:
    """The page as it looks, drawn by the test itself."""
    with PdfDocument(path) as document:
        page = document[number]
        image: Image.Image = page.render(scale=WIDTH / page.get_width()).to_pil()
        return image.convert("L")


def difference(jpeg: bytes, page: Image.Image) -> float:
    """Mean difference of the grey of two pictures, 0 to 255."""
    picture = Image.open(BytesIO(jpeg)).convert("L")
    assert picture.size == page.size
    return ImageStat.Stat(ImageChops.difference(picture, page)).mean[0]


@pytest.mark.parametrize("name", ["one", "two"])
@pytest.mark.parametrize("as_file", [False, True], ids=["piece", "galley"])
def test_a_picture_shows_the_page_of_its_finding(press: Press, name: str, as_file: bool) -> None:
    desk = press.desk()
    galley = desk.galley(name)
    leaves = range(len(galley.leaves))
    file = galley.path.name if as_file else name
    drawn = draw([on(file, leaf.label) for leaf in galley.leaves], desk.galleys).drawn
    assert [(one.file, one.folio) for one in drawn] == [
        (file, leaf.label) for leaf in galley.leaves
    ]
    for number, picture in enumerate(drawn):
        away = [difference(picture.jpeg, rendered(galley.path, other)) for other in leaves]
        assert away[number] == min(away) < 3, "it looks like its page, and like no other so much"
        assert (picture.width, picture.height) == Image.open(BytesIO(picture.jpeg)).size


def test_a_page_is_drawn_once_in_the_order_of_findings(press: Press) -> None:
    desk = press.desk()
    labels = [leaf.label for leaf in desk.galley("two").leaves]
    first = desk.galley("one").leaves[0].label
    findings = [on("two", labels[-1]), on("one", first), on("two", labels[-1])]
    assert [(one.file, one.folio) for one in draw(findings, desk.galleys).drawn] == [
        ("two", labels[-1]), ("one", first),
    ]  # fmt: skip


def test_there_are_not_too_many(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST", 1)
    desk = press.desk()
    findings = [
        on("one", desk.galley("one").leaves[0].label),
        on("two", desk.galley("two").leaves[0].label),
    ]
    drawn = draw(findings, desk.galleys)
    assert (len(drawn.drawn), drawn.left_out) == (1, 1)


@pytest.mark.parametrize(("file", "page"), [("one", "999"), ("three", "57"), ("one", "")])
def test_a_page_that_no_galley_has_is_not_drawn(press: Press, file: str, page: str) -> None:
    assert draw([on(file, page)], press.desk().galleys).drawn == ()


def cut(galley: Galley) -> None:
    galley.path.write_bytes(b"%PDF-1.7 and no more")


@pytest.mark.parametrize("spoil", [cut, lambda galley: galley.path.unlink()])
def test_a_galley_that_cannot_be_read_has_no_pictures(press: Press, spoil: object) -> None:
    galley = press.desk().galley("one")
    assert callable(spoil)
    spoil(galley)
    assert draw([on("one", galley.leaves[0].label)], (galley,)).drawn == ()


def test_a_galley_with_fewer_pages_than_leaves_is_no_trouble(press: Press) -> None:
    galley = press.desk().galley("one")
    long = replace(galley, leaves=(*galley.leaves, replace(galley.leaves[0], label="999")))
    assert draw([on("one", "999")], (long,)).drawn == ()


def test_the_same_page_is_the_same_picture(press: Press) -> None:
    desk = press.desk()
    findings = [on("one", desk.galley("one").leaves[0].label)]
    assert draw(findings, desk.galleys) == draw(findings, desk.galleys)


def test_without_findings_on_pages_nothing_is_loaded() -> None:
    script = (
        "import sys\nfrom tirage.preflight.webpage import to_html, draw\n"
        "from tirage.findings import *\n"
        "draw([Finding(Severity.WARN, 'a.b', 'c', 'So.', Place('one/article.md', 3))], ())\n"
        "print(*sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    told = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, env=environment).stdout  # fmt: skip
    assert not {"pypdf", "pypdfium2", "PIL"} & set(told.split())
