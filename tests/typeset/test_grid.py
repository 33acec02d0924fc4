"""Paragraphs stand on the grid of their text, whatever stands between them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.typeset.helpers import FONTS, make_piece
from tirage.model.press import Gathering
from tirage.typeset.press import Press, gatherings

CSS = """
body { margin: 0 }
::footnote-call { line-height: 0 }
.box { background: #ddd; margin: 4pt 0 }
h2 { font: 10pt/12pt Literata; margin: 5pt 0 2pt }
.high { line-height: 13pt }
"""
LINE = 12
"""Distance of baselines, pt."""


def set_text(folder: Path, body: str, classes: str = "text grid") -> Gathering:
    piece = make_piece(f'<div class="{classes}">{body}</div>', CSS)
    (gathering,) = gatherings([piece], Press(1, folder, (FONTS,)))
    return gathering


def baselines(gathering: Gathering) -> dict[str, tuple[int, float]]:
    """The page of each word and how far below the top of the type area its baseline lies, pt."""
    found: dict[str, tuple[int, float]] = {}
    for number, page in enumerate(PdfReader(gathering.pdf).pages):
        top = float(page.mediabox.height) - 10 / 25.4 * 72

        def see(
            text: str, cm: Any, tm: Any, *_: Any, number: int = number, top: float = top
        ) -> None:
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            for word in text.split():
                found.setdefault(word, (number, top - y))

        page.extract_text(visitor_text=see)
    return found


def off(one: float, other: float) -> float:
    """How far two baselines are from being whole lines apart, pt."""
    rest = (one - other) % LINE
    return min(rest, LINE - rest)


@pytest.mark.parametrize("height", [7, 12, 30.5, 41])
def test_the_text_behind_a_box_is_on_the_grid(tmp_path: Path, height: float) -> None:
    box = f'<div class=box style="height:{height}pt"></div>'
    lines = baselines(set_text(tmp_path, f"<p>Aa{box}<p>Bb{box}<p>Cc"))
    assert off(lines["Bb"][1], lines["Aa"][1]) < 0.1
    assert off(lines["Cc"][1], lines["Aa"][1]) < 0.1


def test_without_the_class_it_is_not(tmp_path: Path) -> None:
    box = "<div class=box style=height:7pt></div>"
    lines = baselines(set_text(tmp_path, f"<p>Aa{box}<p>Bb", "text"))
    assert off(lines["Bb"][1], lines["Aa"][1]) > 1


def test_a_heading_stays_with_its_text(tmp_path: Path) -> None:
    lines = baselines(set_text(tmp_path, "<p>Aa<h2>Hh</h2><p>Bb"))
    assert off(lines["Bb"][1], lines["Aa"][1]) < 0.1
    assert lines["Bb"][1] - lines["Hh"][1] == pytest.approx(LINE + 2, abs=0.1)


def test_a_high_line_leaves_no_gap(tmp_path: Path) -> None:
    lines = baselines(set_text(tmp_path, "<p><span class=high>Aa</span><p>Bb"))
    assert lines["Bb"][1] - lines["Aa"][1] == pytest.approx(LINE, abs=0.6)


def test_a_note_moves_nothing(tmp_path: Path) -> None:
    note = "<span style='float: footnote'>note</span>"
    lines = baselines(set_text(tmp_path, f"<p>Aa{note}<p>Bb<p>Cc"))
    assert lines["Bb"][1] - lines["Aa"][1] == pytest.approx(LINE, abs=0.6)
    assert lines["Cc"][1] - lines["Bb"][1] == pytest.approx(LINE, abs=0.1)


def test_lines_of_facing_pages_meet(tmp_path: Path) -> None:
    box = "<div class=box style=height:31pt></div>"
    body = "".join(f"<p>p{i}<br>q{i}{box}" for i in range(12))
    lines = baselines(set_text(tmp_path, body))
    assert {page for page, _ in lines.values()} >= {0, 1, 2}
    assert all(off(y, lines["p0"][1]) < 0.1 for _, y in lines.values())
