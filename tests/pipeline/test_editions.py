"""Editions of the sample issue, held against each other and looked at with tools that did not make them."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import pdfa
from PIL import Image, ImageChops, ImageFilter
from pypdf import PdfReader

from tests.pipeline.conftest import Desk

MM = 72 / 25.4
DPI = 150


def tool(name: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(name), reason=f"{name} is not installed")


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*map(str, command)], capture_output=True, text=True, errors="replace", check=False
    )


def files(desk: Desk, edition: str) -> list[Path]:
    """The galleys of one edition."""
    match edition:
        case "print":
            return [
                desk.out / f"{name}.pdf" for name in ("issue-print", "cover-print", "issue-booklet")
            ]
        case "archive":
            return [
                desk.out / "issue-archive.pdf",
                *sorted(desk.out.glob("offprints/*-archive.pdf")),
            ]
    offprints = sorted(desk.out.glob("offprints/*.pdf"))
    return [desk.out / "issue.pdf", *(path for path in offprints if "-archive" not in path.name)]


def test_nothing_is_found_in_any_of_them(editions: Desk) -> None:
    report = editions.report()
    galleys = [one for one in report["findings"] if one.get("file", "").endswith(".pdf")]
    assert galleys == []
    assert {path.name for edition in ("screen", "print", "archive") for path in files(editions, edition)} == set(report["galleys"])  # fmt: skip


@pytest.mark.parametrize("profile", ["print", "archive", "publish"])
def test_each_profile_lets_them_pass(editions: Desk, profile: str) -> None:
    result = editions.build(
        "--edition", "all", "--impose", "booklet", "--frozen", "--profile", profile
    )
    assert result.returncode == 0, result.stdout


def test_the_file_for_the_screen_is_small(editions: Desk) -> None:
    assert (editions.out / "issue.pdf").stat().st_size < 1_500_000


def test_what_stands_on_the_web_shows_its_first_page_early(editions: Desk) -> None:
    for path in files(editions, "screen"):
        with pikepdf.open(path) as pdf:
            assert pdf.is_linearized, path.name
            assert pdf.check_linearization(), path.name


@tool("qpdf")
@pytest.mark.parametrize("edition", ["screen", "print", "archive"])
def test_qpdf_finds_no_fault(editions: Desk, edition: str) -> None:
    for path in files(editions, edition):
        checked = run("qpdf", "--check", path)
        # Older ones count links otherwise, which newer ones write into the hint tables of a linearised file.
        warned = [line for line in checked.stderr.splitlines() if "WARNING" in line]
        assert all("hint table" in line for line in warned), checked.stderr
        assert checked.returncode in (0, 3 if edition == "screen" and warned else 0)


@tool("mutool")
@pytest.mark.parametrize("edition", ["screen", "print", "archive"])
def test_mupdf_finds_no_fault(editions: Desk, edition: str) -> None:
    told = run("mutool", "info", "-M", "-F", files(editions, edition)[0])
    assert told.returncode == 0
    assert "error" not in told.stderr


@tool("pdfinfo")
def test_poppler_reads_the_text_along_the_structure_tree(editions: Desk) -> None:
    # The tool takes a minute for a whole issue; that block and screen are read alike, editions.aloud has looked.
    path = editions.out / "offprints" / "kazakh-hyphenation-archive.pdf"
    told = run("pdfinfo", "-struct-text", path)
    assert told.stderr == ""
    assert told.stdout.startswith("Document")
    read = "".join(re.findall(r'"(.*)"', told.stdout))
    assert "Қазақ мәтінін тасымалдау" in read
    cover = run("pdfinfo", "-struct-text", editions.out / "cover-print.pdf")
    assert cover.stderr == ""
    assert cover.stdout.index("Bulletin of Print and Script") < cover.stdout.index("Accessible tables")  # fmt: skip


@tool("pdffonts")
def test_every_font_is_embedded_in_every_edition(editions: Desk) -> None:
    for name in ("issue-print", "cover-print", "issue-archive"):
        rows = run("pdffonts", editions.out / f"{name}.pdf").stdout.splitlines()[2:]
        assert rows
        assert all(row.split()[-5] == "yes" for row in rows)


def test_fonts_are_shared_between_pieces(editions: Desk) -> None:
    names = [
        str(font.get_object()["/BaseFont"])
        for page in PdfReader(editions.out / "issue.pdf").pages
        for font in page["/Resources"].get("/Font", {}).values()  # type: ignore[attr-defined]
    ]
    assert len(set(names)) < 25


# --- print ---------------------------------------------------------------------------------------------------------


def test_the_block_fills_its_signatures_and_the_cover_wraps_it(editions: Desk) -> None:
    block, cover = (PdfReader(editions.out / f"{name}-print.pdf") for name in ("issue", "cover"))
    whole = PdfReader(editions.out / "issue.pdf")
    assert len(block.pages) % 4 == 0
    assert 0 <= len(block.pages) - (len(whole.pages) - 4) < 4
    assert len(cover.pages) == 2
    spine = float(cover.pages[0].trimbox.width) / MM - 2 * 210
    assert spine == pytest.approx(len(block.pages) / 2 * 0.1 + 2 * 0.275, abs=0.05)


def test_the_printers_questions_are_answered(editions: Desk) -> None:
    (told,) = (one for one in editions.report()["findings"] if one["check"] == "bind.offer")
    assert f"{told['check']}/{told['code']}" == "bind.offer/told"
    assert told["message"] == (
        "For the printer: 64 pages of 210 × 297 mm, black, 3 mm of bleed; "
        "a cover of 4 pages, four inks, with a spine of 3.75 mm."
    )


def test_pages_have_bleed_all_round(editions: Desk) -> None:
    for page in PdfReader(editions.out / "issue-print.pdf").pages:
        trim, bleed = page.trimbox, page["/BleedBox"]
        assert [float(edge) for edge in trim] == pytest.approx([0, 0, 210 * MM, 297 * MM], abs=0.01)
        assert float(bleed[0]) == pytest.approx(-3 * MM, abs=0.01)  # type: ignore[index]


@tool("gs")
def test_text_pages_need_black_alone(editions: Desk) -> None:
    """Within the trimmed page; the marks outside are on every plate."""
    command = ("gs", "-q", "-dUseTrimBox", "-r30", "-o", "-", "-sDEVICE=inkcov")
    told = run(*command, editions.out / "issue-print.pdf")
    assert "Error" not in told.stdout
    plates = [line.split()[:4] for line in told.stdout.splitlines() if "CMYK OK" in line]
    assert len(plates) == len(PdfReader(editions.out / "issue-print.pdf").pages)
    assert {tuple(map(float, page[:3])) for page in plates} == {(0.0, 0.0, 0.0)}
    assert sum(float(page[3]) > 0 for page in plates) >= 60


@tool("gs")
@pytest.mark.parametrize("name", ["cover-print", "issue-booklet"])
def test_ghostscript_finds_no_fault(editions: Desk, name: str) -> None:
    told = run("gs", "-q", "-r9", "-o", "-", "-sDEVICE=inkcov", editions.out / f"{name}.pdf")
    assert told.returncode == 0
    assert "Error" not in told.stdout + told.stderr


@tool("gs")
def test_plates_hold_the_marks_and_the_cover_its_inks(editions: Desk, tmp_path: Path) -> None:
    for name, page in (("issue-print", 5), ("cover-print", 1)):
        out = tmp_path / f"{name}.tif"
        only = (f"-dFirstPage={page}", f"-dLastPage={page}")
        run("gs", "-q", "-r36", *only, "-o", out, "-sDEVICE=tiffsep", editions.out / f"{name}.pdf")
        for ink in ("Cyan", "Magenta", "Yellow", "Black"):
            plate = Image.open(tmp_path / f"{name}({ink}).tif").convert("L")
            margin = plate.crop((0, 0, plate.width, 14))
            assert min(margin.tobytes()) < 128, f"no marks on the plate {ink}"
            middle = plate.getpixel((plate.width * 3 // 5, plate.height // 2))
            if name == "issue-print" and ink != "Black":
                assert middle == 255


@tool("pdfimages")
def test_pictures_are_in_the_inks_of_the_job(editions: Desk) -> None:
    rows = run("pdfimages", "-list", editions.out / "issue-print.pdf").stdout.splitlines()[2:]
    assert rows
    assert {row.split()[5] for row in rows} == {"gray"}


def test_nothing_but_ink_is_in_the_printers_files(editions: Desk) -> None:
    for path in files(editions, "print"):
        content = path.read_bytes()
        for name in (
            b"/DeviceRGB",
            b"/Annots",
            b"/URI",
            b"/JavaScript",
            b"/SMask",
            b"/Transparency",
        ):
            assert name not in content, path.name
        assert content.startswith(b"%PDF-1.6")


# --- archive -------------------------------------------------------------------------------------------------------


def test_the_validator_has_no_complaint(editions: Desk) -> None:
    """pikepdf's validator knows the level b, no attached files and no schemas of others: it gets a twin without these."""
    for path in files(editions, "archive")[:2]:
        report = pdfa.validate_written(_twin(path), "3b")
        assert report.findings == [], path.name


def _twin(path: Path) -> BytesIO:
    with pikepdf.open(path) as pdf:
        del pdf.Root.AF, pdf.Root.Names.EmbeddedFiles
        packet = pdf.Root.Metadata.read_bytes().decode()
        for part in (r'<rdf:Description rdf:about=""\s+xmlns:pdfaExtension.*?</rdf:Description>', r"<prism:.*?</prism:\w+>", r'\s xmlns:prism="[^"]*"'):  # fmt: skip
            packet = re.sub(part, "", packet, flags=re.DOTALL)
        packet = packet.replace(' xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"', "")
        pdf.Root.Metadata.write(packet.replace("conformance>A<", "conformance>B<").encode())
        twin = BytesIO()
        pdf.save(twin, fix_metadata_version=False, deterministic_id=True)
    return twin


def test_the_source_in_the_archive_builds_the_issue_again(editions: Desk, tmp_path: Path) -> None:
    attached = PdfReader(editions.out / "issue-archive.pdf").attachments
    for name, (content,) in attached.items():
        path = tmp_path / "content" / ("." if name == "journal.yaml" else "2026-1") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for path in sorted((tmp_path / "content").rglob("*")):
        if path.is_file():
            there = editions.folder / "content" / path.relative_to(tmp_path / "content")
            assert path.read_bytes() == there.read_bytes()
    names = {path.name for path in editions.issue.rglob("*") if path.is_file()}
    assert names - {Path(name).name for name in attached} == {"pages.yaml"}


# --- all of them ---------------------------------------------------------------------------------------------------


@cache
def opened(path: Path) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(path)


def picture(path: Path, number: int, left: float = 0, width: float = 210 * MM) -> Image.Image:
    """A trimmed page as shades of grey; of a sheet with several, the one that begins at `left`."""
    page = opened(path)[number]
    _, lower, _, upper = page.get_trimbox()
    page.set_mediabox(left, lower, left + width, upper)
    image: Image.Image = page.render(scale=DPI / 72).to_pil().convert("L")
    return image


def shapes(image: Image.Image) -> Image.Image:
    """Where there is ink, whatever its colour."""
    return image.point(lambda value: 255 if value < 250 else 0)


def are_twins(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pages differ in nothing but colour.

    Rims of letters are a dot wider here or there, as inks are darker or lighter than colours, nothing more.
    """
    one, other = shapes(one), shapes(other)
    return not any(
        ImageChops.subtract(thin, wide.filter(ImageFilter.MaxFilter(3))).getbbox()
        for thin, wide in ((one, other), (other, one))
    )


@pytest.mark.parametrize("quarter", range(4))
def test_pages_differ_in_nothing_but_colour(editions: Desk, quarter: int) -> None:
    screen, archive, block = (
        editions.out / f"issue{ending}.pdf" for ending in ("", "-archive", "-print")
    )
    count = len(opened(screen))
    for number in range(quarter, count, 4):
        there = picture(screen, number)
        assert there.tobytes() == picture(archive, number).tobytes(), f"page {number}"
        if 2 <= number < count - 2:  # the cover is a file of its own
            assert are_twins(there, picture(block, number - 2)), f"page {number}"


def test_the_cover_differs_in_nothing_but_colour(editions: Desk) -> None:
    screen, cover = editions.out / "issue.pdf", editions.out / "cover-print.pdf"
    count = len(opened(screen))
    right = opened(cover)[0].get_trimbox()[2] - 210 * MM
    faces = ((count - 1, 0, 0.0), (0, 0, right), (1, 1, 0.0), (count - 2, 1, right))
    for number, side, left in faces:
        assert are_twins(picture(screen, number), picture(cover, side, left)), f"page {number}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (rb"\A1 0 0 -1 0 ", b"1 0 0 -1 0.9 "),  # everything a third of a millimetre to the right
        (rb"(?s)(.*)BT\n.*?ET", rb"\1"),  # a line is lost
        (rb"\A", b"0 g 20 20 3 3 re f\n"),  # a spot in a corner
    ],
)
def test_pictures_tell_pages_apart_that_are_no_twins(
    editions: Desk, tmp_path: Path, old: bytes, new: bytes
) -> None:
    number, spoiled = 11, tmp_path / "spoiled.pdf"
    with pikepdf.open(editions.out / "issue-print.pdf") as pdf:
        stream = pdf.pages[number - 2].obj.Contents[1]
        text = re.sub(old, new, stream.read_bytes(), count=1)
        assert text != stream.read_bytes()
        stream.write(text)
        pdf.save(spoiled)
    screen = picture(editions.out / "issue.pdf", number)
    assert not are_twins(screen, picture(spoiled, number - 2))
