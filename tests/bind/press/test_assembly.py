"""The printer's files of a small issue, read with pypdf."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from tests.bind.conftest import Bound
from tests.bind.helpers import make_article, make_issue, paging_of, typeset
from tests.bind.test_streams import picture
from tirage.bind.galleys import bind
from tirage.bind.job import Job
from tirage.model.issue import PrintOrder, Section
from tirage.model.language import Localized
from tirage.model.layout import Printing
from tirage.model.press import Edition, Galley

MM = 72 / 25.4
GRADIENT = """<svg width="40" height="20"><defs><linearGradient id="g"><stop offset="0" stop-color="red"/>
<stop offset=".4" stop-color="blue"/><stop offset="1" stop-color="#fff"/></linearGradient></defs>
<rect width="40" height="20" fill="url(#g)"/><text x="2" y="9">Word</text></svg>"""


def printed(
    folder: Path,
    body: str,
    order: PrintOrder | None = None,
    css: str = "",
    front: str = "<h1>Front</h1>",
    edition: Edition = "print",
) -> dict[str, Galley]:
    """The printer's files, or those of another `edition`, of an issue with one article and a cover."""
    wrapper = "@page { bleed: 3mm; background: #048 }"
    cover = f"{front}<p style='break-before: page'>"
    gatherings = (
        typeset(folder, cover, piece="cover", kind="cover", style="none", css=wrapper),
        typeset(folder, body, piece="one", css=css),
        typeset(folder, cover, piece="back", kind="back", style="none", css=wrapper),
    )
    issue = make_issue(Section(Localized(), (make_article("one"),)))
    issue = replace(issue, journal=replace(issue.journal, order=order or PrintOrder()))
    job = Job(
        gatherings,
        issue,
        paging_of(*gatherings),
        editions=(edition,),
        printing=Printing(spine="#004488"),
        booklet=True,
    )
    galleys = bind(job, folder / "out")
    return {galley.name: galley for galley in galleys}


def edges(page: Any, box: str) -> list[float]:
    return [round(float(edge) / MM, 1) for edge in page[box]]


def test_boxes_lie_in_each_other(tmp_path: Path) -> None:
    galleys = printed(tmp_path, "<p>Text")
    for page in PdfReader(galleys["issue-print"].path).pages:
        assert edges(page, "/TrimBox") == [0, 0, 100, 80]
        assert edges(page, "/BleedBox") == [-3, -3, 103, 83]
        assert edges(page, "/MediaBox") == [-13, -13, 113, 93]
    cover = galleys["cover-print"]
    assert cover.presswork is not None
    width = 200 + cover.presswork.spine
    for page in PdfReader(cover.path).pages:
        assert edges(page, "/TrimBox") == pytest.approx([0, 0, width, 80], abs=0.06)


def test_without_marks_the_sheet_ends_with_the_bleed(tmp_path: Path) -> None:
    galley = printed(tmp_path, "<p>Text", PrintOrder(marks=False))["issue-print"]
    page = PdfReader(galley.path).pages[0]
    assert page["/MediaBox"] == page["/BleedBox"]
    assert b"/Type /Page" not in page.get_contents().get_data()  # type: ignore[union-attr]


@pytest.mark.parametrize("signature", [4, 8, 16])
def test_pages_fill_the_signatures(tmp_path: Path, signature: int) -> None:
    galleys = printed(tmp_path, "<p>Text", PrintOrder(signature=signature))
    assert len(PdfReader(galleys["issue-print"].path).pages) == signature
    assert [leaf.piece for leaf in galleys["issue-print"].leaves][:2] == ["one", ""]
    booklet = galleys["issue-booklet"]
    assert len(PdfReader(booklet.path).pages) * 2 == len(booklet.leaves)
    assert booklet.leaves[1].label == "1"


@pytest.mark.parametrize("colours", [1, 4])
def test_nothing_is_left_of_the_colours_of_the_screen(tmp_path: Path, colours: Any) -> None:
    red, clear = picture("red"), picture("#0f08", "RGBA")
    body = f"<p style='color: #c00'>Text{red}{clear}{GRADIENT}<a href='https://example.org'>x</a>"
    galley = printed(tmp_path, body, PrintOrder(colours=colours))["issue-print"]
    content = galley.path.read_bytes()
    reader = PdfReader(galley.path)
    for entry in (b"/DeviceRGB", b"/SMask", b"/Group", b"/Annots", b"/URI"):
        assert entry not in content
    for page in reader.pages:
        drawn = page.get_contents().get_data()  # type: ignore[union-attr]
        assert not re.search(rb"\s(rg|RG)\s", drawn)
    spaces = {image.image.mode for image in reader.pages[0].images if image.image}
    assert spaces == ({"L"} if colours == 1 else {"CMYK"})


def test_no_stream_is_without_a_byte(tmp_path: Path) -> None:
    """Ghostscript takes such a stream for a broken one, and a printer's program may."""
    for galley in printed(tmp_path, "<p>Text").values():
        with pikepdf.open(galley.path) as pdf:
            streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
            assert all(one.read_raw_bytes() for one in streams)


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    reader = PdfReader(printed(tmp_path, "<p>Text")["issue-print"].path)
    assert reader.pdf_header == "%PDF-1.6"
    root: Any = reader.trailer["/Root"]
    (intent,) = root["/OutputIntents"]
    assert intent.get_object()["/S"] == "/GTS_PDFX"
    assert reader.trailer["/Info"]["/Trapped"] == "/False"  # type: ignore[index]
    packet = root["/Metadata"].get_data().decode()
    for part in ("PDF/X-4<", "<pdf:Trapped>False<", "<xmpMM:DocumentID>uuid:"):
        assert part in packet


def test_the_printers_profile_is_embedded(tmp_path: Path) -> None:
    from tirage.bind.press.intent import find_intent  # noqa: PLC0415

    own = tmp_path / "press.icc"
    own.write_bytes(find_intent(None, "", 4).profile + b"\0\0\0\0")
    order = PrintOrder(profile=own, digest="1", condition="FOGRA51")
    for galley in printed(tmp_path, "<p>Text", order).values():
        root: Any = PdfReader(galley.path).trailer["/Root"]
        intent = root["/OutputIntents"][0].get_object()
        assert intent["/OutputConditionIdentifier"] == "FOGRA51"
        assert intent["/DestOutputProfile"].get_data() == own.read_bytes()


def test_a_layout_without_a_cover_has_no_cover_file(bound: Bound, tmp_path: Path) -> None:
    galleys = bind(replace(bound.job, editions=("print",)), tmp_path)
    # The small issue's covers have one page each: no cover can be folded of them.
    assert [galley.path.name for galley in galleys] == ["issue-print.pdf"]


def test_the_same_bytes_again(tmp_path: Path) -> None:
    folders = tmp_path / "one", tmp_path / "another"
    for folder in folders:
        folder.mkdir()
    one, two = (printed(folder, "<p>Text") for folder in folders)
    for name, galley in one.items():
        assert galley.path.read_bytes() == two[name].path.read_bytes()
