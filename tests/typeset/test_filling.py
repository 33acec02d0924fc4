"""Pages that end short are filled by paragraphs that take a line more or less, and by room around headings and tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from weasyprint.layout import page

from tests.typeset.helpers import ids
from tests.typeset.paragraphs.helpers import manner
from tirage.errors import TypesetError
from tirage.model.press import Gathering
from tirage.typeset import filling

CSS = """
@page { size: 190mm 80mm }
body { margin: 0 }
p { text-indent: 10pt; orphans: 2; widows: 2 }
h2 { font: 10pt/12pt Literata; margin: 12pt 0 0; break-after: avoid }
.box { background: #ddd; height: 24pt; margin: 12pt 0 }
"""
LINES = 14
"""Of a page."""
SENTENCE = (
    "баспа әріп жол абзац тасымал бет қаріп арасы тегіс болуы керек ал сөз аралығы тым кең болса оқу қиындайды сондықтан "
    "теруші әр жолды емес бүкіл абзацты қатар көреді де ең жақсы үзілу орындарын таңдайды"
)
WORDS = SENTENCE.split()

Typeset = Callable[..., Gathering]


def paragraph(words: int, seed: int) -> str:
    """A paragraph of as many words, always the same for the same `seed`."""
    chosen = (WORDS[(seed * 17 + n * n + 3 * n) % len(WORDS)] for n in range(words))
    return f"<p>{' '.join(chosen)}.</p>"


def set_text(typeset: Typeset, body: str, classes: str = "text grid") -> Gathering:
    return typeset(f'<div class="{classes}">{body}</div>', CSS, composer=manner())


def feet(gathering: Gathering) -> list[tuple[int, str]]:
    """The number of the lowest line on each page, from 1, and its last character."""
    told = []
    with pypdfium2.PdfDocument(gathering.pdf) as pdf:
        for sheet in pdf:
            text = sheet.get_textpage()
            boxes = [
                (text.get_charbox(n, loose=True), text.get_text_range(n, 1))
                for n in range(text.count_chars())
            ]
            seen = [(box, character) for box, character in boxes if character.strip("\r\n ")]
            (_, bottom, *_), last = max(seen, key=lambda one: (-round(one[0][1]), one[0][0]))
            top = sheet.get_height() - 10 / 25.4 * 72
            told.append((round((top - bottom) / 12), last))
    return told


def chapter(seed: int) -> str:
    """Twelve paragraphs of other lengths for every `seed`."""
    return "".join(paragraph(45 + (seed * 7 + k * 11) % 60, seed * 5 + k) for k in range(12))


def text_of(gathering: Gathering) -> list[str]:
    """The words of the pages, those that are broken put together."""
    with pypdfium2.PdfDocument(gathering.pdf) as pdf:
        text = " ".join(sheet.get_textpage().get_text_range() for sheet in pdf)
    return text.replace("\ufffe", "").replace("‐\r\n", "").replace("‐ ", "").split()


def test_a_page_that_ends_short_is_filled(typeset: Typeset) -> None:
    before, after = set_text(typeset, chapter(9), "text"), set_text(typeset, chapter(9))
    assert [line for line, _ in feet(before)][:4] == [14, 14, 13, 14]
    assert [line for line, _ in feet(after)][:4] == [14, 14, 14, 14]
    assert ids(after)[0] in ("makeup.pages/looser", "makeup.pages/tighter")
    assert "(p. 59)" in after.findings[0].message


def test_a_page_may_be_filled_by_a_paragraph_that_takes_a_line_less(typeset: Typeset) -> None:
    """A page of 28 lines; the paragraph at its foot may not be divided before its last line."""
    body = "".join(paragraph(170 + (42 + k * 11) % 90, 30 + k) for k in range(6))
    tall = CSS.replace("190mm 80mm", "190mm 140mm")
    before, after = (
        typeset(f'<div class="text {grid}">{body}</div>', tall, composer=manner())
        for grid in ("", "grid")
    )
    assert [line for line, _ in feet(before)][2] == 27
    assert [line for line, _ in feet(after)][2] == 28
    assert ids(after) == ["makeup.pages/tighter"]


def test_fewer_pages_end_in_a_hyphen(typeset: Typeset) -> None:
    ends = {"text": 0, "text grid": 0}
    told: set[str] = set()
    for seed in (4, 8, 12, 16, 22):
        for classes in ends:
            made = set_text(typeset, chapter(seed), classes)
            ends[classes] += sum(last == "‐" for _, last in feet(made))
            told |= set(ids(made))
    assert ends["text grid"] < ends["text"]
    assert "makeup.pages/hyphen" in told


@pytest.mark.parametrize("seed", range(0, 30, 3))
def test_no_page_gets_worse_and_no_word_is_lost(typeset: Typeset, seed: int) -> None:
    before, after = set_text(typeset, chapter(seed), "text"), set_text(typeset, chapter(seed))
    faults = [
        sum(line < LINES for line, _ in feet(made)[:-1])
        + sum(last == "‐" for _, last in feet(made))
        for made in (before, after)
    ]
    assert faults[1] <= faults[0]
    assert text_of(after) == text_of(before)


def test_the_same_text_is_filled_in_the_same_way(typeset: Typeset) -> None:
    first = typeset(f'<div class="text grid">{chapter(3)}</div>', CSS, "a", composer=manner())
    again = typeset(f'<div class="text grid">{chapter(3)}</div>', CSS, "b", composer=manner())
    assert first.pdf.read_bytes() == again.pdf.read_bytes()


def test_room_is_opened_around_what_stands_between_paragraphs(typeset: Typeset) -> None:
    """A heading that needs two lines of its text leaves a line empty; the box takes it, half above and half below."""
    five, four, two = ("<p>" + "<br>".join(["сөз"] * count) for count in (5, 4, 2))
    body = f"{five}<div class='box equation'></div>{four}<h2>Бөлім</h2>{two}"
    before, after = (
        typeset(f'<div class="text {grid}">{body}</div>', CSS) for grid in ("", "grid")
    )
    assert [line for line, _ in feet(before)] == [13, 3]
    assert [line for line, _ in feet(after)] == [14, 3]
    assert ids(after) == ["makeup.pages/opened"]


def test_two_lines_are_opened_rather_than_a_hole_left(typeset: Typeset) -> None:
    """What follows cannot be divided and leaves five of fourteen lines empty."""
    two = "<p>" + "<br>".join(["сөз"] * 2)
    held = f'<div style="break-inside: avoid">{two * 4}</div>'
    body = f"{two}<div class='box equation'></div>{two}<p>Соңы{held}"
    after = typeset(f'<div class="text grid">{body}</div>', CSS)
    assert [line for line, _ in feet(after)] == [11, 8]


ENTRIES = "<section class=after><h2>Әдебиеттер</h2><ol style='margin: 0'>%s</ol></section>"


def entries(count: int) -> str:
    """A list after the text, whose entries have two lines each and are not divided."""
    return ENTRIES % (f"<li style='break-inside: avoid'>{'<br>'.join(['әріп'] * 2)}" * count)


def test_room_is_opened_above_what_follows_the_text(typeset: Typeset) -> None:
    """The next entry does not fit into the last line; the line stands above the section's heading instead."""
    text = f"<p>{'<br>'.join(['сөз'] * 2)}"
    body = (
        f'<article><div class="text grid">{text}</div><p>Қаржы.{entries(2)}{entries(2)}</article>'
    )
    before, after = (typeset(html, CSS) for html in (body.replace("class=after", ""), body))
    assert [line for line, _ in feet(before)] == [13, 2]
    assert [line for line, _ in feet(after)] == [14, 2]
    assert ids(after) == ["makeup.pages/opened"]


def test_a_text_that_ends_on_a_page_is_opened_where_the_rest_goes_on(typeset: Typeset) -> None:
    """The list moves to the next page whole; the text and the line behind it go down to the foot."""
    lines = "<br>".join(["сөз"] * 5)
    text = f"<p>{lines}<h2>Бөлім</h2><p>{lines}"
    whole = entries(3).replace("<section", "<section style='break-inside: avoid'")
    after = typeset(f'<article><div class="text grid">{text}</div><p>Қаржы.{whole}</article>', CSS)
    assert [line for line, _ in feet(after)] == [14, 7]


def test_the_last_page_is_left_as_it_is(typeset: Typeset) -> None:
    body = f'<article><div class="text grid"><p>Соңы</div>{entries(2)}</article>'
    (foot,) = feet(typeset(body, CSS))
    assert foot[0] == 7
    assert ids(typeset(body, CSS)) == []


def test_an_engine_that_is_not_known_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def other(first: Any) -> None:
        """A function that takes something else."""

    monkeypatch.setattr(page, "remake_page", other)
    with pytest.raises(TypesetError, match="makes pages"):
        filling.install()
