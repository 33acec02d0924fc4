"""Tables and figures move to the head of the next page instead of leaving a hole."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from weasyprint.layout import block

from tests.typeset.helpers import FONTS, ids, make_piece
from tirage.errors import TypesetError
from tirage.model.press import Gathering
from tirage.typeset import floats
from tirage.typeset.press import Press, gatherings

CSS = """
.floating { break-inside: avoid; margin: 6pt 0 }
.block { background: #ddd }
h2 { font: 10pt/12pt Literata; margin: 0 }
p { orphans: 2; widows: 2 }
"""
"""A page has fourteen lines; what floats takes about eight of them with its name and margins."""
ROWS = """
table { border-spacing: 0; border-collapse: separate } td { padding: 0 } p { orphans: 2; widows: 2 }
.floating { break-inside: avoid; margin: 0 }
"""
"""A row is as high as a line."""


def figure(name: str, height: int = 70) -> str:
    block = f'<div class=block style="height:{height}pt"></div>'
    return f"<div class=floating id={name}>{block}<span class=number>{name}</span></div>"


def paragraph(name: str, lines: int) -> str:
    return "<p>" + "<br>".join([name, *["сөздер"] * (lines - 2), f"end{name}"])


def set_text(folder: Path, body: str, css: str = CSS) -> Gathering:
    piece = make_piece(f"<div class=text>{body}</div>", css)
    (gathering,) = gatherings([piece], Press(1, folder, (FONTS,)))
    return gathering


def pages(gathering: Gathering) -> list[list[str]]:
    """What each page begins with and holds: names of paragraphs, their ends and figures, in the order of the page."""
    told = []
    for page in PdfReader(gathering.pdf).pages:
        found = page.extract_text().split()
        told.append([word for word in found if word != "сөздер"])
    return told


def test_what_does_not_fit_goes_to_the_head_of_the_next_page(tmp_path: Path) -> None:
    gathering = set_text(tmp_path, paragraph("a", 9) + figure("F") + paragraph("b", 9))
    assert pages(gathering) == [["a", "enda", "b"], ["F", "endb"]]
    assert ids(gathering) == ["makeup.floats/moved"]
    (moved,) = gathering.findings
    assert "“F”" in moved.message
    assert moved.place.page == "58"


def test_without_the_class_it_leaves_a_hole(tmp_path: Path) -> None:
    body = (paragraph("a", 9) + figure("F") + paragraph("b", 9)).replace(
        "class=floating", "class=held"
    )
    assert pages(set_text(tmp_path, body, ".held { break-inside: avoid }" + CSS)) == [
        ["a", "enda"],
        ["F", "b"],
        ["endb"],
    ]


def test_what_fits_stays(tmp_path: Path) -> None:
    gathering = set_text(tmp_path, paragraph("a", 3) + figure("F") + paragraph("b", 12))
    assert pages(gathering)[0][:3] == ["a", "enda", "F"]
    assert ids(gathering) == []


def test_those_that_wait_keep_their_order(tmp_path: Path) -> None:
    body = (
        paragraph("a", 9)
        + figure("F")
        + figure("G", 20)
        + paragraph("b", 3)
        + figure("H", 10)
        + paragraph("c", 9)
    )
    told = pages(set_text(tmp_path, body))
    assert told[0][:4] == ["a", "enda", "b", "endb"]
    assert told[1][:3] == ["F", "G", "H"]


def test_nothing_moves_past_the_end_of_its_section(tmp_path: Path) -> None:
    body = paragraph("a", 9) + figure("F") + paragraph("b", 2) + "<h2>Next</h2>" + paragraph("c", 2)
    assert pages(set_text(tmp_path, body)) == [
        ["a", "enda", "b", "endb"],
        ["F", "Next", "c", "endc"],
    ]


def test_nothing_moves_past_the_end_of_the_text(tmp_path: Path) -> None:
    piece = make_piece(
        f"<div class=text>{paragraph('a', 9)}{figure('F')}</div>{paragraph('z', 2)}", CSS
    )
    (gathering,) = gatherings([piece], Press(1, tmp_path, (FONTS,)))
    assert pages(gathering) == [["a", "enda"], ["F", "z", "endz"]]


def test_what_is_taller_than_most_of_a_page_is_divided(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>r{number}" for number in range(14))
    table = f"<div class=floating><table>{rows}</table></div>"
    told = pages(set_text(tmp_path, paragraph("a", 9) + table + paragraph("b", 2)))
    assert told[0][:3] == ["a", "enda", "r0"]
    assert told[1][0] == "r4" or told[1][0].startswith("r")


def table(rows: int) -> str:
    cells = "".join(f"<tr><td>r{number}" for number in range(rows))
    return f"<div class=floating><table>{cells}</table></div>"


def rows(told: list[list[str]]) -> list[int]:
    """How many rows of a table stand on each page."""
    return [sum(word[:1] == "r" for word in page) for page in told]


@pytest.mark.parametrize(
    ("before", "size", "parts"),
    [
        (11, 12, [0, 12, 0]),  # two rows would fit: the text goes first
        (8, 12, [5, 7]),
        (13, 20, [0, 14, 6]),  # longer than a page, one row would fit
        (10, 20, [3, 13, 4]),  # three fill a sixth of the page
        (6, 9, [5, 4]),  # seven would fit
        (4, 25, [9, 12, 4]),  # a last part of two rows takes two of the page before
    ],
)
def test_no_part_of_a_table_has_a_few_rows_only(
    tmp_path: Path, before: int, size: int, parts: list[int]
) -> None:
    body = paragraph("a", before) + table(size) + paragraph("b", 9)
    told = pages(set_text(tmp_path, body, ROWS))
    assert rows(told)[: len(parts)] == parts
    said = [word for page in told for word in page]
    assert sorted(said) == sorted(["a", "b", "enda", "endb", *(f"r{n}" for n in range(size))])


def test_two_pages_of_figures(tmp_path: Path) -> None:
    body = paragraph("a", 9) + figure("F") + figure("G") + figure("H") + paragraph("b", 12)
    told = pages(set_text(tmp_path, body))
    assert [[word for word in page if word in "FGH"] for page in told] == [
        [],
        ["F", "G"],
        ["H"],
        [],
    ]
    assert told[-1][-1] == "endb"


@pytest.mark.parametrize("before", range(4, 14))
def test_every_word_is_printed_once(tmp_path: Path, before: int) -> None:
    body = "".join(
        paragraph(name, before) + figure(name.upper(), 30 + 10 * before) for name in "abcdef"
    )
    said = [word for page in pages(set_text(tmp_path, body)) for word in page]
    assert sorted(said) == sorted([*"abcdefABCDEF", *(f"end{name}" for name in "abcdef")])
    assert [word for word in said if word in "ABCDEF"] == [*"ABCDEF"]


def test_an_engine_that_is_not_known_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(block, "_in_flow_layout", lambda *arguments: None)
    with pytest.raises(TypesetError, match="lays out blocks"):
        floats.install()
