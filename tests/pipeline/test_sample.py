"""The sample issue, as readers, libraries and printers see it; with tools that did not write it."""

from __future__ import annotations

import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
import yaml
from pypdf import PdfReader

from tests.pipeline.conftest import Desk

LANGUAGES = {"kazakh-letters": "kk", "kazakh-hyphenation": "kk", "page-range-doi": "ru", "journal-metadata": "ru",
             "even-paragraphs": "en", "accessible-tables": "en", "editorial": "ru"}  # fmt: skip


def pages(desk: Desk) -> dict[str, dict[str, int]]:
    loaded: dict[str, dict[str, int]] = yaml.safe_load(
        (desk.issue / "pages.yaml").read_text("utf-8")
    )
    return loaded


def galleys(desk: Desk) -> list[Path]:
    return [desk.out / "issue.pdf", *sorted(desk.out.glob("offprints/*.pdf"))]


def test_it_may_be_published_as_it_stands(sample: Desk) -> None:
    result = sample.build("--profile", "publish", "--frozen")
    assert result.returncode == 0, result.stdout
    told = {one["check"] for one in sample.report()["findings"]}
    assert told <= {"makeup.floats", "makeup.pages", "engine.composer"}, (
        "news of what was moved and how lines are broken"
    )


def test_every_folio_is_there_once_and_in_order(sample: Desk) -> None:
    labels = PdfReader(sample.out / "issue.pdf").page_labels
    assert labels[:2] == ["C1", "C2"]
    assert labels[-2:] == ["C3", "C4"]
    assert labels[2:-2] == [str(number) for number in range(1, len(labels) - 3)]
    ranges = sorted((entry["first"], entry["last"]) for entry in pages(sample).values())
    assert all(after[0] - before[1] in (1, 2) for before, after in pairwise(ranges)), (
        "a blank page at most"
    )


def test_an_offprint_of_each_contribution_speaks_its_language(sample: Desk) -> None:
    for name, language in LANGUAGES.items():
        reader = PdfReader(sample.out / "offprints" / f"{name}.pdf")
        entry = pages(sample)[name]
        assert len(reader.pages) == entry["last"] - entry["first"] + 1
        assert str(reader.root_object["/Lang"]) == language
        assert reader.metadata is not None
        assert reader.metadata.title


def test_the_outline_follows_sections_and_articles(sample: Desk) -> None:
    reader = PdfReader(sample.out / "issue.pdf")

    def titles(items: object) -> list[str]:
        found = []
        for item in items if isinstance(items, list) else []:
            found += titles(item) if isinstance(item, list) else [str(item["/Title"])]
        return found

    named = titles(reader.outline)
    for title in ("Мазмұны", "Қаріп және жазу", "Кіріспе", "Introduction", "Заключение"):
        assert title in named


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_no_fault(sample: Desk) -> None:
    for path in galleys(sample):
        checked = subprocess.run(
            ["qpdf", "--check", path], capture_output=True, text=True, check=False
        )
        # Older ones count links otherwise, which newer ones write into the hint tables of a linearised file.
        warned = [line for line in checked.stderr.splitlines() if "WARNING" in line]
        assert all("hint table" in line for line in warned), checked.stderr
        assert checked.returncode in (0, 3 if warned else 0), checked.stdout + checked.stderr


@pytest.mark.skipif(not shutil.which("pdffonts"), reason="poppler's tools are not installed")
def test_poppler_sees_only_the_layouts_fonts_and_all_of_them_embedded(sample: Desk) -> None:
    for path in galleys(sample):
        listed = subprocess.run(
            ["pdffonts", path], capture_output=True, text=True, check=True
        ).stdout
        rows = [line.split() for line in listed.splitlines()[2:]]
        assert rows
        for row in rows:
            assert row[0][7:].startswith(("Literata", "Source-Sans-3"))
            assert row[-5:-2] == ["yes", "yes", "yes"], "embedded, a subset, with a map to Unicode"


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler's tools are not installed")
def test_poppler_reads_the_text_with_its_words_whole(sample: Desk) -> None:
    path = sample.out / "offprints" / "kazakh-hyphenation.pdf"
    text = subprocess.run(
        ["pdftotext", path, "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "\u00ad" not in text
    assert "\u200b" not in text
    assert "Қазақ мәтінін тасымалдау" in text


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler's tools are not installed")
def test_what_is_copied_or_listed_holds_no_space_but_the_ordinary_one(sample: Desk) -> None:
    held = set("\u00a0\u202f\u2060\u00ad")
    for path in galleys(sample):
        with pypdfium2.PdfDocument(path) as pdf:
            assert not [
                number
                for number, page in enumerate(pdf, 1)
                if held & set(page.get_textpage().get_text_range())
            ]
            assert not held & set("".join(str(item.get_title()) for item in pdf.get_toc()))
        reader = PdfReader(path)
        assert not held & set("".join(map(str, (reader.metadata or {}).values())))
        assert reader.xmp_metadata is not None
        assert not held & set(reader.xmp_metadata.stream.get_data().decode("utf-8"))


def test_poppler_reads_one_structure_tree(sample: Desk) -> None:
    path = sample.out / "offprints" / "accessible-tables.pdf"
    told = subprocess.run(["pdfinfo", "-struct", path], capture_output=True, text=True, check=True)
    assert told.stderr == ""
    lines = told.stdout.splitlines()
    assert lines[0] == "Document"
    kinds = {line.split()[0].rstrip(":") for line in lines}
    assert {"H1", "H2", "P", "Table", "TH", "TD", "Figure", "Note", "Link", "L"} <= kinds


def test_the_offprints_pages_look_like_the_issues(sample: Desk) -> None:
    """Compared as pictures, dot for dot."""
    issue = pypdfium2.PdfDocument(sample.out / "issue.pdf")
    places = {
        label: number
        for number, label in enumerate(PdfReader(sample.out / "issue.pdf").page_labels)
    }
    for name in ("kazakh-letters", "even-paragraphs"):
        offprint = pypdfium2.PdfDocument(sample.out / "offprints" / f"{name}.pdf")
        for number, folio in enumerate(
            range(pages(sample)[name]["first"], pages(sample)[name]["last"] + 1)
        ):
            one = offprint[number].render(scale=0.6).to_pil()
            other = issue[places[str(folio)]].render(scale=0.6).to_pil()
            assert one.tobytes() == other.tobytes(), f"page {folio}"


def test_no_page_is_nearly_empty(sample: Desk) -> None:
    """The last page of an article holds more than a few lines."""
    issue = pypdfium2.PdfDocument(sample.out / "issue.pdf")
    places = {
        label: number
        for number, label in enumerate(PdfReader(sample.out / "issue.pdf").page_labels)
    }
    for name in LANGUAGES:
        text = issue[places[str(pages(sample)[name]["last"])]].get_textpage().get_text_range()
        assert len(text.splitlines()) > 12, name


def test_a_b5_journal_needs_one_word(desk: Desk) -> None:
    layout = Path(__file__).parents[2] / "layouts" / "bulletin" / "layout.yaml"
    own = desk.folder / "content" / "layouts" / "bulletin"
    own.mkdir(parents=True)
    (own / "layout.yaml").write_text(
        layout.read_text("utf-8").replace("trim: A4", "trim: B5"), "utf-8"
    )
    result = desk.build()
    assert result.returncode == 0, result.stdout
    box = PdfReader(desk.out / "issue.pdf").pages[0].mediabox
    assert [round(float(side) / 72 * 25.4) for side in (box.width, box.height)] == [176, 250]
