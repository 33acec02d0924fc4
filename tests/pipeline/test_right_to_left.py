"""A journal in English, Turkish and Arabic: an Arabic article from right to left on pages bound from left to right."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from tests.pipeline.conftest import Desk

SAMPLES = Path(__file__).parent / "samples"
LEFT, RIGHT = 30 / 25.4 * 72, (210 - 28) / 25.4 * 72
"""Edges of the type area of a left page, pt."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("journal"))
    desk.issue.mkdir(parents=True)
    shutil.copy(SAMPLES / "journal.yaml", desk.folder / "content")
    shutil.copy(SAMPLES / "issue.yaml", desk.issue)
    for name in ("arabic", "turkish"):
        (desk.issue / name).mkdir()
        shutil.copy(SAMPLES / f"{name}.md", desk.article(name))
    result = desk.build("--jobs", "2")
    assert result.returncode == 0, result.stderr + result.stdout
    return desk


def offprint(desk: Desk, name: str) -> pypdfium2.PdfDocument:
    (path,) = (desk.out / "offprints").glob(f"{name}*.pdf")
    return pypdfium2.PdfDocument(path)


@pytest.fixture(scope="module")
def page(built: Desk) -> pypdfium2.PdfPage:
    """The first page of the Arabic article."""
    first: pypdfium2.PdfPage = offprint(built, "arabic")[0]
    return first


def edges(page: pypdfium2.PdfPage, words: str) -> tuple[float, float]:
    """Where `words` begin and end on the page, from the left."""
    text = page.get_textpage()
    start = text.get_text_range().index(words)
    boxes = [text.get_charbox(start + at) for at in range(len(words))]
    return min(box[0] for box in boxes), max(box[2] for box in boxes)


def test_nothing_is_wrong(built: Desk) -> None:
    """Every word is found in its order, every letter in its font."""
    quiet = (
        "facts.",
        "engine.composer/left",
        "makeup.pages/opened",
    )  # its paragraphs are the engine's
    assert not {code for code in built.codes() if not code.startswith(quiet)}


@pytest.mark.parametrize("words", ["قراءة", "تبدأ", "المراجع", "المدينة", "الأرقام"])
def test_lines_begin_at_the_right_margin(built: Desk, words: str) -> None:
    pages = [
        page for page in offprint(built, "arabic") if words in page.get_textpage().get_text_range()
    ]
    _, right = edges(pages[0], words)
    assert RIGHT - 7 < right < RIGHT + 1


def test_full_lines_reach_the_left_margin(page: pypdfium2.PdfPage) -> None:
    left, _ = edges(page, "Donald")
    assert abs(left - LEFT) < 2


def test_the_second_paragraph_is_indented_from_the_right(page: pypdfium2.PdfPage) -> None:
    _, right = edges(page, "وهذه")
    assert 14 < RIGHT - right < 24


def test_the_marks_of_lists_are_to_the_right_of_their_items(page: pypdfium2.PdfPage) -> None:
    text = page.get_textpage()
    _, item = edges(page, "أولا")
    numbers = [box for box in _boxes(text, "1") if box[0] > item and box[2] < RIGHT + 1]
    assert numbers


def _boxes(text: pypdfium2.PdfTextPage, sign: str) -> Iterator[tuple[float, ...]]:
    for at, letter in enumerate(text.get_text_range()):
        if letter == sign:
            yield text.get_charbox(at)


def test_the_first_column_is_at_the_right(page: pypdfium2.PdfPage) -> None:
    first, second, third = (edges(page, word)[0] for word in ("المدينة", "السكان", "النسبة"))
    assert first > second > third


def test_numbers_stand_below_one_another_on_the_decimal_sign(page: pypdfium2.PdfPage) -> None:
    text = page.get_textpage()
    letters = text.get_text_range()
    commas = [
        text.get_charbox(letters.index(number) + number.index(","))[0]
        for number in ("7,1", "6,05", "13,15")
    ]
    assert max(commas) - min(commas) < 0.6


def test_latin_and_cyrillic_names_keep_their_own_way(page: pypdfium2.PdfPage) -> None:
    assert edges(page, "Юрий")[0] < edges(page, "Образцов")[0]


def test_folios_stay_where_the_journal_has_them(page: pypdfium2.PdfPage) -> None:
    """A left page of a journal that is bound at the left has its number at the left."""
    text = page.get_textpage()
    folio = [box for box in _boxes(text, "6") if box[1] < 80]
    assert [round(box[0] - LEFT) for box in folio] == [0]


def test_the_other_languages_run_their_own_way(built: Desk) -> None:
    page = offprint(built, "turkish")[0]
    _, arabic = edges(page, "الحروف")
    english, _ = edges(page, "The letters")
    assert abs(arabic - RIGHT) < 2
    assert abs(english - LEFT) < 2


def test_turkish_words_are_broken_and_its_labels_are_turkish(built: Desk) -> None:
    text = offprint(built, "turkish")[0].get_textpage().get_text_range()
    assert "Tablo 1." in text
    assert "Anahtar kelimeler" in text
    assert "Işıl İpek Örnek" in text
    assert "değer\ufffelendirilebileceklerin" in text, "U+FFFE is pdfium's hyphen at a line's end"
