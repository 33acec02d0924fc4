"""Footnotes that fit stand on the page of their call."""

from __future__ import annotations

from math import inf
from pathlib import Path
from types import SimpleNamespace

import pypdfium2
import pytest

from tests.typeset.helpers import FONTS, make_piece, words
from tirage.typeset.notefit import _exact
from tirage.typeset.press import Press, gatherings

NOTE = "<span class=note>Ескерту</span>"


@pytest.mark.parametrize(("highest", "overfull"), [(inf, False), (40.0, True)])
def test_an_area_without_a_limit_is_never_overfull(highest: float, overfull: bool) -> None:
    context = SimpleNamespace(current_footnote_area=SimpleNamespace(max_height=highest))
    assert _exact(lambda _: True)(context) is overfull


def test_no_note_makes_room_for_a_line(tmp_path: Path) -> None:
    """Wherever the page ends in the paragraphs after the call."""
    pieces = [
        make_piece(
            f"<p>Шақыру{NOTE}</p>" + f"<p>{words(26)}</p>" * 6,
            f"@page {{ size: 100mm {80 + step}mm }} .note {{ float: footnote }}",
            name=f"p{step}",
        )
        for step in range(0, 17, 2)
    ]
    for made in gatherings(pieces, Press(1, tmp_path, (FONTS,))):
        first, *_ = pypdfium2.PdfDocument(made.pdf)
        assert "Ескерту" in first.get_textpage().get_text_range()
