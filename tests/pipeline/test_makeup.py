"""The sample issue's pages, measured as a typographer would with a ruler; with a reader that did not write them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from ctypes import byref, c_double, c_int, create_string_buffer
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw
import pytest
import yaml

from tests.pipeline.conftest import Desk

pdfium: Any = pypdfium2.raw

MM = 72 / 25.4
HEAD, FOOT, HEIGHT = 27 * MM, 30.1 * MM, 297 * MM
LINE = 13.6
FIRST = 11.2
"""Where the first line stands below the head of the type area, pt."""
TEXT, NOTE = 10.2, 8.6
"""Sizes of type, pt."""
TENTH = (HEIGHT - HEAD - FOOT) / 10
NEAR = 0.1
"""pt"""


@dataclass(frozen=True)
class Line:
    """A line of a page."""

    baseline: float
    """Below the head of the type area, pt."""
    size: float
    bold: bool
    text: str


@dataclass(frozen=True)
class Sheet:
    """A numbered page of an article or of the editor's column."""

    label: str
    piece: str
    last: bool
    lines: tuple[Line, ...]

    def body(self) -> list[Line]:
        """The lines of the running text, lists included."""
        return [line for line in self.lines if abs(line.size - TEXT) < NEAR and not line.bold]

    def empty(self) -> float:
        """How high the foot of the page is empty, above the notes or the lower edge of the type area, pt."""
        notes = [line.baseline for line in self.lines if abs(line.size - NOTE) < NEAR]
        end = min(notes) - 2 * LINE if notes else HEIGHT - HEAD - FOOT - LINE + FIRST
        return end - max(line.baseline for line in self.lines if line.baseline < end + LINE)


@pytest.fixture(scope="module")
def sheets(sample: Desk) -> list[Sheet]:
    paging = yaml.safe_load((sample.issue / "pages.yaml").read_text("utf-8"))
    names = {
        str(folio): (name, folio == entry["last"])
        for name, entry in paging.items()
        if (sample.issue / name).is_dir() or name == "editorial"
        for folio in range(entry["first"], entry["last"] + 1)
    }
    with pypdfium2.PdfDocument(sample.out / "issue.pdf") as pdf:
        labels = [pdf.get_page_label(number) for number in range(len(pdf))]
        return [
            Sheet(label, *names[label], tuple(read_lines(page)))
            for label, page in zip(labels, pdf, strict=True)
            if label in names
        ]


def read_lines(page: pypdfium2.PdfPage) -> Iterator[Line]:
    text, x, y = page.get_textpage(), c_double(), c_double()
    found: dict[tuple[float, float, bool], list[str]] = {}
    for index in range(text.count_chars()):
        pdfium.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
        baseline = page.get_height() - HEAD - y.value
        if (
            0 < baseline < HEIGHT - HEAD - FOOT + LINE / 2
            and text.get_text_range(index, 1).isalnum()
        ):
            size = pdfium.FPDFText_GetFontSize(text, index) * 0.75
            bold = "Semi" in font_name(text, index)
            found.setdefault((round(baseline, 2), round(size, 2), bold), []).append(
                text.get_text_range(index, 1)
            )
    for (baseline, size, bold), characters in found.items():
        if len(characters) > 2:
            yield Line(baseline, size, bold, "".join(characters))


def font_name(text: pypdfium2.PdfTextPage, index: int) -> str:
    name, flags = create_string_buffer(128), c_int()
    pdfium.FPDFText_GetFontInfo(text, index, name, len(name), byref(flags))
    return name.value.decode()


def off(line: Line) -> float:
    """How far a line is from the grid, pt; at most half a line."""
    rest = (line.baseline - FIRST) % LINE
    return min(rest, LINE - rest)


def test_no_page_but_an_articles_last_has_more_than_a_tenth_empty(sheets: list[Sheet]) -> None:
    assert len(sheets) > 50
    assert [sheet.label for sheet in sheets if sheet.empty() > TENTH and not sheet.last] == []


def test_most_feet_are_full(sheets: list[Sheet]) -> None:
    """A page of running text ends a line short at most, but for a few whose next heading needs more."""
    text = [sheet for sheet in sheets if sheet.body() and not sheet.last]
    short = [sheet.label for sheet in text if sheet.empty() > 1.5 * LINE]
    assert len(short) <= len(text) / 7, short


def test_running_text_stands_on_one_grid(sheets: list[Sheet]) -> None:
    """Paragraphs are on it on every page, so those of facing pages meet; lists may stand half a line off."""
    articles = [sheet for sheet in sheets if sheet.piece != "editorial" or not sheet.last]
    places = Counter(
        min(("grid", "half"), key=lambda name: abs(off(line) - (0 if name == "grid" else LINE / 2)))
        if min(off(line), LINE / 2 - off(line)) < NEAR
        else f"{sheet.label}: {line.text}"
        for sheet in articles
        for line in sheet.body()
    )
    assert set(places) == {"grid", "half"}
    assert places["grid"] > 0.88 * places.total()


def test_few_pages_end_in_a_hyphen(sample: Desk, sheets: list[Sheet]) -> None:
    """None where the paragraph can be broken otherwise at little cost."""
    found = [f for f in sample.report()["findings"] if f["check"] == "makeup.pages"]
    assert {f["code"] for f in found} >= {"looser", "opened"}
    broken = []
    with pypdfium2.PdfDocument(sample.out / "issue.pdf") as pdf:
        labels = [pdf.get_page_label(number) for number in range(len(pdf))]
        for sheet in sheets:
            if sheet.body() and not sheet.last:
                words = last_line(pdf[labels.index(sheet.label)], sheet)
                broken += [sheet.label] if words[-1] in "-\u2010\ufffe\x02" else []
    assert len(broken) <= 2, broken


def last_line(page: pypdfium2.PdfPage, sheet: Sheet) -> str:
    """What stands on the lowest line of running text."""
    text, x, y = page.get_textpage(), c_double(), c_double()
    baseline = max(line.baseline for line in sheet.body())
    said = ""
    for index in range(text.count_chars()):
        pdfium.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
        if abs(page.get_height() - HEAD - y.value - baseline) < NEAR:
            said += text.get_text_range(index, 1)
    return said.strip()
