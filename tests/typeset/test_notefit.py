"""Footnotes that fit stand on the page of their call."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from tests.typeset.helpers import FONTS, make_piece, words
from tirage.typeset.press import Press, gatherings

NOTE = "<span class=note>Ескерту</span>"


def test_no_note_with_room_is_sent_on(tmp_path: Path) -> None:
    """At every height of the page, and so with every rounding of its edges."""
    pieces = [
        make_piece(
            f"<p>{words(20)}</p><p>Шақыру{NOTE}</p><p>{words(20)}</p>",
            f"@page {{ size: 100mm {80 + step / 7:.5f}mm }} .note {{ float: footnote; font: 7.3pt/8.7pt Literata }}",
            name=f"p{step}",
        )
        for step in range(24)
    ]
    for made in gatherings(pieces, Press(1, tmp_path, (FONTS,))):
        first, *_ = pypdfium2.PdfDocument(made.pdf)
        text = first.get_textpage().get_text_range()
        assert "Шақыру" in text
        assert "Ескерту" in text


def test_no_note_makes_room_for_a_line(tmp_path: Path) -> None:
    """Wherever the page ends in the paragraphs after the call."""
    pieces = [
        make_piece(
            f"<p>Шақыру{NOTE}</p>" + f"<p>{words(14)}</p>" * 9,
            f"@page {{ size: 100mm {80 + step}mm }} .note {{ float: footnote }}",
            name=f"p{step}",
        )
        for step in range(0, 14, 2)
    ]
    for made in gatherings(pieces, Press(1, tmp_path, (FONTS,))):
        first, *_ = pypdfium2.PdfDocument(made.pdf)
        assert "Ескерту" in first.get_textpage().get_text_range()
