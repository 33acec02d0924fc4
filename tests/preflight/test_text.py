"""The words of real pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.preflight.documents import LONG
from tests.preflight.press import Press, piece
from tests.preflight.sketch import codes, proof, sheet
from tirage.model.press import Flow
from tirage.preflight.checks.text import SHOWN, complete
from tirage.preflight.opening import open_pdf
from tirage.preflight.order import reading_order
from tirage.preflight.sheets import read_sheets


def flows(**words: str) -> tuple[Flow, ...]:
    return tuple(Flow(name, tuple(text.split())) for name, text in words.items())


def test_the_lost_word_is_named_with_its_neighbours_and_its_page(press: Press) -> None:
    (found,) = press.prove("lost-words")
    assert found.message == (
        "Words of text are lost after «… там, где это возможно.» before «одно и то же. …»: «Повсюду»."
    )
    assert str(found.place) == "lost-words, p. 60"


@pytest.mark.parametrize(("more", "told"), [(1, "one place more"), (2, "2 places more")])
def test_of_many_places_some_are_only_counted(more: int, told: str) -> None:
    kept = [f"бұл{number}сөз беттерде бар" for number in range(SHOWN + more + 1)]
    words = " ".join(f"{text} жоғалған{number}" for number, text in enumerate(kept[:-1]))
    of = replace(piece("short"), flows=flows(text=f"{words} {kept[-1]}"))
    *_, last = complete.find(proof(sheet(" ".join(kept)), of=of))
    assert last.message == f"Words of text are lost at {told}, or at even more of them."


def test_a_lost_note_is_named(press: Press) -> None:
    (found,) = press.prove("lost-note")
    assert found.message == "Nothing of note 2 is in the pages: «Там же, с. 12.»."


def test_words_in_another_order_are_lost(press: Press) -> None:
    words = tuple(LONG.split())
    found = press.prove(
        "short", flows=(Flow("text", (*words[:3], *words[5:8], *words[3:5], *words[8:])),)
    )
    assert {one.id for one in found} == {"text.complete/lost"}


def test_a_split_row_of_a_table_is_read_cell_by_cell(
    press: Press, pdfs: Mapping[str, bytes]
) -> None:
    pdf = pdfs["split-row"]
    first, second = read_sheets(pdf, piece("split-row").folios.label, reading_order(open_pdf(pdf)))
    on_first, on_second = ("".join(run.text for run in page.body) for page in (first, second))
    assert "Справа" in on_first
    assert "третье" in on_second, "the row must be split for this test to tell anything"
    assert press.prove("split-row") == ()


def test_a_running_title_is_found_outside_the_body() -> None:
    subject = proof(
        sheet("Слова", furniture=("Вестник печати",)),
        of=replace(piece("short"), flows=flows(head="Вестник печати")),
    )
    assert codes(complete, subject) == []


def test_a_short_flow_is_not_found_inside_a_longer_one() -> None:
    title = flows(title="новые слова", text="здесь говорятся новые слова о деле")
    once = replace(piece("short"), flows=title)
    assert codes(complete, proof(sheet("здесь говорятся новые слова о деле"), of=once)) == ["lost"]
    both = sheet("новые слова", "здесь говорятся новые слова о деле")
    assert codes(complete, proof(both, of=once)) == []


def test_pages_without_tags_are_still_read() -> None:
    subject = proof(
        sheet(furniture=("Слова и", "слова")),
        of=replace(piece("short"), flows=flows(text="Слова и слова")),
    )
    assert codes(complete, subject) == []


@pytest.mark.parametrize(("losses", "told"), [(3, 3), (9, 6)])
def test_many_losses_are_counted(losses: int, told: int) -> None:
    words = [f"{sign}{place}предложение{sign}" for place in range(40) for sign in "абвг"]
    kept = [word for place, word in enumerate(words) if place % 10 or place // 10 >= losses]
    subject = proof(
        sheet(" ".join(kept)), of=replace(piece("short"), flows=(Flow("text", tuple(words)),))
    )
    found = complete.findings(subject, "short")
    assert len(found) == told
    if told > 5:
        assert "4 places more" in found[-1].message


def test_a_long_loss_is_shortened() -> None:
    words = tuple(f"{sign}{sign}слово{number}" for number in range(50) for sign in "аб")
    subject = proof(
        sheet(" ".join((*words[:20], *words[60:]))),
        of=replace(piece("short"), flows=(Flow("text", words),)),
    )
    (found,) = complete.findings(subject, "short")
    assert "… 32 words …" in found.message


def test_empty_pages_have_lost_everything() -> None:
    subject = proof(sheet(folio="5"), of=replace(piece("short"), flows=flows(text="Слова")))
    assert codes(complete, subject) == ["lost"]
