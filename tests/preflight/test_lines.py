"""Lines and paragraphs, made of runs of text that were sketched by hand."""

from __future__ import annotations

import pytest

from tirage.preflight.box import Box
from tirage.preflight.lines import Paragraph, paragraphs
from tirage.preflight.order import Block, Mark, Structure
from tirage.preflight.sheets import Run, Sheet

BLOCK = Block("P", ("Document",), -1, repeated=False)


def run(text: str, base: float, left: float = 0, size: float = 10, width: float = 100) -> Run:
    return Run(text, Box(left, base - 2, left + width, base + 7), 0, base, size)


def made(*pages: tuple[Run, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs of pages whose runs all belong to one block."""
    sheets = tuple(Sheet(str(number), runs, (), ()) for number, runs in enumerate(pages, 1))
    return paragraphs(sheets, Structure((Mark(0, 0),), (BLOCK,), (0,)))


def texts(*pages: tuple[Run, ...]) -> list[tuple[int, str]]:
    return [(line.page, line.text) for one in made(*pages) for line in one.lines]


def test_runs_of_one_base_are_a_line() -> None:
    assert texts((run("one ", 50), run("two", 50, left=100), run("three", 38))) == [
        (0, "one two"),
        (0, "three"),
    ]


def test_a_raised_figure_stands_in_its_line() -> None:
    assert texts((run("word", 50), run("1", 54, left=100, size=6), run(" on", 50, left=110))) == [
        (0, "word1 on")
    ]


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    (paragraph,) = made((run("one", 20),), (run("two", 200), run("three", 188)))
    assert [(page, len(lines)) for page, lines in paragraph.parts()] == [(0, 1), (1, 2)]


@pytest.mark.parametrize(
    ("text", "broken"),
    [("обра-", True), ("обра\x02", True), ("обра‐ ", True), ("2020 -", False), ("-", False)],
)
def test_a_line_that_ends_in_a_word_is_known(text: str, broken: bool) -> None:
    ((line,),) = (one.lines for one in made((run(text, 50),)))
    assert line.hyphenated is broken


def test_full_lines_are_justified_and_ragged_ones_are_not() -> None:
    bases = (90, 78, 66, 54, 42)
    (even,) = made(tuple(run("words", base, width=100) for base in bases))
    (ragged,) = made(tuple(run("words", base, width=70 + base / 2) for base in bases))
    assert even.justified
    assert not ragged.justified


def test_without_a_structure_there_are_no_paragraphs() -> None:
    sheet = Sheet("1", (), (run("word", 50),), ())
    assert paragraphs((sheet,), Structure((), (), ())) == ()
