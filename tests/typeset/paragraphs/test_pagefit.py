"""A last page of a few lines is saved by paragraphs that take a line less."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.typeset.paragraphs.helpers import manner, paragraph
from tirage.model.layout import Composer
from tirage.typeset.paragraphs.pagefit import settle
from tirage.typeset.paragraphs.totalfit import Measure
from tirage.typeset.paragraphs.work import Set, Work

WORDS = [[2, 3], [4], [3, 2, 3], [1, 2]] * 60
"""A text of 22 lines that can be set in 21."""


@dataclass
class Desk:
    """An engine whose pages have forty lines: it counts how often it lays out."""

    lines: int
    """Of the piece, at its paragraphs' best."""
    manner: Composer
    paragraphs: int = 8
    layouts: int = 0

    def lay_out(self, shorter: frozenset[str]) -> tuple[int, Work | None]:
        self.layouts += 1
        work = Work(self.manner, shorter)
        for number in range(self.paragraphs):
            text = f"Абзац нөмірі {number}"
            measure = Measure(29, 31, 1)
            work.paragraphs.append(Set(text, paragraph(WORDS), measure, text in shorter))
        return self.lines - len(shorter), work

    @staticmethod
    def count(lines: int) -> tuple[int, int]:
        return -(-lines // 40), (lines - 1) % 40 + 1


def settled(desk: Desk) -> tuple[int, Work]:
    lines, work = settle(desk.lay_out, desk.count)
    assert work is not None
    return lines, work


def test_a_short_last_page_is_saved() -> None:
    desk = Desk(82, manner())
    lines, work = settled(desk)
    assert lines == 80
    assert desk.layouts == 2
    (said,) = work.findings("article")
    assert said.id == "engine.composer/shorter"
    assert "2 lines" in said.message
    assert "“Абзац нөмірі 0”, “Абзац нөмірі 1”" in said.message


def test_a_page_that_is_worth_its_paper_stays() -> None:
    desk = Desk(90, manner())
    assert settled(desk)[0] == 90
    assert desk.layouts == 1


def test_where_it_cannot_be_done_everything_stays() -> None:
    desk = Desk(84, manner(), paragraphs=2)
    lines, work = settled(desk)
    assert lines == 84
    assert desk.layouts == 1
    assert not list(work.findings("article"))


def test_it_gives_up_after_three_layouts() -> None:
    class Stubborn(Desk):
        def lay_out(self, shorter: frozenset[str]) -> tuple[int, Work | None]:
            _, work = super().lay_out(shorter)
            return self.lines, work

    desk = Stubborn(82, manner())
    assert settled(desk)[0] == 82
    assert desk.layouts == 3


def test_a_layout_may_switch_it_off() -> None:
    desk = Desk(82, replace(manner(), last_page=0))
    assert settled(desk)[0] == 82
