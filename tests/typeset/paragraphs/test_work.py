"""What an editor is told of the composing of a piece, of one thing and of several."""

from __future__ import annotations

from collections import Counter

from tests.typeset.paragraphs.helpers import manner, paragraph
from tirage.typeset.paragraphs.totalfit import Measure
from tirage.typeset.paragraphs.work import Set, Work


def told(work: Work) -> str:
    (said,) = work.findings("one")
    return said.message


def composed(text: str, shorter: bool = False) -> Set:
    return Set(text, paragraph([[2, 3], [4]]), Measure(2, 3, 1), shorter)


def test_loose_lines() -> None:
    assert told(Work(manner(), loose=1)) == (
        "The spaces of one line are wider than the layout allows; there was no better way to break it."
    )
    assert told(Work(manner(), loose=3)) == (
        "The spaces of 3 lines are wider than the layout allows; there was no better way to break them."
    )


def test_paragraphs_left_to_the_engine() -> None:
    work = Work(manner(), paragraphs=[composed("Бір")], left=Counter({"a formula": 1}))
    assert told(work).startswith("Of 2 justified paragraphs one was set line by line")
    work.left["a formula"] = 2
    assert told(work).startswith("Of 3 justified paragraphs 2 were set line by line")


def test_a_last_page_that_was_saved() -> None:
    one, two = composed("Бір абзац", shorter=True), composed("Екі абзац", shorter=True)
    assert told(Work(manner(), paragraphs=[one], saved=1)) == (
        "A last page of one line was saved by setting one paragraph a line shorter, which begins: “Бір абзац”."
    )
    assert told(Work(manner(), paragraphs=[one, two], saved=2)) == (
        "A last page of 2 lines was saved by setting 2 paragraphs a line shorter, which begin: “Бір абзац”, “Екі абзац”."
    )
