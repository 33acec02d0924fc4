"""The line that says that a table goes on."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.typeset.helpers import FONTS, ids, make_piece
from tirage.typeset.press import Press, gatherings

LINE = "<tr class=continued><th colspan=2>Кестенің жалғасы</tr>"


@pytest.mark.parametrize("head", ["<tr><th>Аты<th>Саны</tr>", ""])
@pytest.mark.parametrize("way", ["ltr", "rtl"])
def test_it_stands_on_every_page_but_the_first(tmp_path: Path, head: str, way: str) -> None:
    rows = "".join(f"<tr><td>Жол {n}<td>{n}</tr>" for n in range(40))
    body = f"<table><thead>{LINE}{head}</thead><tbody>{rows}</tbody></table>"
    css = f"table {{ direction: {way}; width: 100% }} td + td {{ width: 70% }}"
    (made,) = gatherings([make_piece(body, css)], Press(1, tmp_path, (FONTS,)))
    document = pypdfium2.PdfDocument(made.pdf)
    pages = [page.get_textpage() for page in document]
    assert len(pages) >= 3
    told = [page.get_text_range().count("жалғасы") for page in pages]
    assert told == [0, *[1] * (len(pages) - 1)]
    if head:
        places = {round(page.get_charbox(page.get_text_range().index("Аты"))[0]) for page in pages}
        assert len(places) == 1, "the columns stand where they stood"
    assert ids(made) == []


def test_a_table_on_one_page_does_not_go_on(tmp_path: Path) -> None:
    body = f"<table><thead>{LINE}<tr><th>Аты<th>Саны</tr></thead><tr><td>Бір<td>1</table>"
    (made,) = gatherings([make_piece(body)], Press(1, tmp_path, (FONTS,)))
    (page,) = pypdfium2.PdfDocument(made.pdf)
    assert "жалғасы" not in page.get_textpage().get_text_range()
