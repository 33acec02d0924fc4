"""Tables and figures on pages of their own, turned or not, while the text flows on."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.typeset.helpers import FONTS, ids, make_piece, words
from tirage.model.press import Gathering
from tirage.typeset.press import Press, gatherings

HEAD = "@page { @top-left { content: 'Вестник' } @bottom-right { content: 'бет ' counter(page) } }"


def rows(count: int) -> str:
    return "".join(f"<tr><td>Жол {n}<td>{n * 7}</tr>" for n in range(count))


def table(count: int, classes: str = "apart sideways") -> str:
    head = "<thead><tr class=continued><th colspan=2>Жалғасы</tr><tr><th>Аты<th>Саны</tr></thead>"
    return f"<div class='{classes}' id=tbl><table>{head}<tbody>{rows(count)}</tbody></table></div>"


def made(folder: Path, body: str, css: str = HEAD) -> Gathering:
    (gathering,) = gatherings([make_piece(body, css)], Press(1, folder, (FONTS,)))
    return gathering


def texts(gathering: Gathering) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(gathering.pdf)]


def test_the_text_fills_the_page_and_goes_on_behind(tmp_path: Path) -> None:
    paragraph = f"<p>{words(300)}</p>"
    gathering = made(tmp_path, f"<p>Алдында</p>{table(3)}{paragraph}")
    pages = texts(gathering)
    assert "Жол" not in pages[0]
    assert pages[0].count("сөздер") > 60, "no hole is left before the table"
    assert "Жол 2" in pages[1]
    assert "сөздер" not in pages[1]
    assert "сөздер" in pages[2]
    assert sum(page.count("сөздер") for page in pages) >= 295  # some are broken at a line's end
    assert ids(gathering) == []


def test_it_is_turned_with_its_head_to_the_left_and_the_page_stays_upright(tmp_path: Path) -> None:
    """On left and right pages alike."""
    gathering = made(tmp_path, f"<p>Бір</p>{table(3)}<p>Екі</p>{table(4)}<p>Үш</p>{words(300)}")
    document = pypdfium2.PdfDocument(gathering.pdf)
    turned = [n for n, page in enumerate(texts(gathering)) if "Жол 2" in page]
    assert len(turned) == 2
    for number in turned:
        page = document[number]
        width, height = page.get_size()
        assert width > height, "100 mm by 80 mm, as all pages"
        text = page.get_textpage()
        first, last = place(text, "Аты"), place(text, "Жол 2")
        assert first[0] < last[0], "the head of the table is to the left of its rows"
        assert abs(first[1] - last[1]) < 3, "they begin at the same height"
        assert place(text, "Саны")[1] > first[1], "the line runs upwards"
        head, folio = place(text, "Вестник"), place(text, "бет")
        assert head[1] > height - 30
        assert folio[1] < 30
        across = text.get_charbox(text.get_text_range().index("Вестник") + 6)
        assert across[0] > head[0], "running heads are not turned"


def place(text: pypdfium2.PdfTextPage, words: str) -> tuple[float, float]:
    """Left and bottom of the first letter of `words`."""
    left, bottom, _, _ = text.get_charbox(text.get_text_range().index(words))
    return left, bottom


def test_a_long_one_goes_on_and_says_so(tmp_path: Path) -> None:
    gathering = made(tmp_path, f"<p>Бір</p>{table(40)}<p>Соңы</p>")
    pages = [page for page in texts(gathering) if "Жол" in page]
    assert len(pages) > 1
    assert "Жалғасы" not in pages[0]
    assert all("Жалғасы" in page for page in pages[1:])
    found = " ".join(pages)
    assert all(
        f"Жол {n}\r" in found or f"Жол {n}\n" in found or f"Жол {n} " in found for n in range(40)
    )
    assert ids(gathering) == []


def test_one_at_the_end_is_not_lost(tmp_path: Path) -> None:
    assert "Жол 2" in texts(made(tmp_path, f"<p>Соңғы сөз</p>{table(3)}"))[-1]


def test_one_that_stands_upright(tmp_path: Path) -> None:
    gathering = made(tmp_path, f"<p>Бір</p>{table(3, 'apart')}<p>Екі</p>")
    text = pypdfium2.PdfDocument(gathering.pdf)[1].get_textpage()
    assert place(text, "Аты")[1] > place(text, "Жол 2")[1]


def test_its_anchor_is_on_its_page(tmp_path: Path) -> None:
    gathering = made(tmp_path, f"<p>Бір</p>{table(3)}<p>Екі</p>")
    (anchor,) = [anchor for anchor in gathering.anchors if anchor.name == "tbl"]
    assert anchor.page == 1


@pytest.mark.parametrize(("count", "found"), [(4, []), (6, ["engine.overrun/line"])])
def test_a_line_beyond_the_turned_area_is_found(
    tmp_path: Path, count: int, found: list[str]
) -> None:
    """The area is 60 mm wide when it is turned; six words would fit into its 80 mm else."""
    wide = f"<div class='apart sideways'><p style='white-space:nowrap'>{words(count)}</p></div>"
    assert ids(made(tmp_path, f"<p>Бір</p>{wide}")) == found
