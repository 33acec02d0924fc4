"""Threading a flow through pages: what is foreign never alarms, what is lost always does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.preflight.printing import MAKES, TEXTS, Make, pages
from tirage.model.press import Flow
from tirage.preflight.letters import Letters, Strand, plain
from tirage.preflight.thread import Threading, thread

PLAIN = Make("Bulletin 2026", 5, 8, 40, calls=0, thead=False)


def threading(words: list[str], printed: list[list[str]]) -> Threading:
    return thread(Letters.of(enumerate(printed)), Strand.of(Flow("text", tuple(words))))


def lost(words: list[str], printed: list[list[str]]) -> list[list[str]]:
    """The words of each loss."""
    strand = Strand.of(Flow("text", tuple(words)))
    return [
        [words[strand.words[number]] for number in range(loss.first, loss.last + 1)]
        for loss in thread(Letters.of(enumerate(printed)), strand).losses
    ]


@given(TEXTS, MAKES)
def test_nothing_is_lost_on_pages_with_heads_folios_and_calls(words: list[str], make: Make) -> None:
    assert lost(words, pages(words, make)) == []


@given(TEXTS, MAKES)
def test_a_flow_takes_exactly_its_letters(words: list[str], make: Make) -> None:
    text = Letters.of(enumerate(pages(words, make)))
    spans = thread(text, Strand.of(Flow("text", tuple(words)))).spans
    assert "".join(text.letters[a:b] for a, b in spans) == plain("".join(words))


@given(TEXTS, MAKES, st.data())
def test_a_removed_word_is_always_missed(words: list[str], make: Make, data: st.DataObject) -> None:
    gone = data.draw(st.integers(0, len(words) - 1))
    assert lost(words, pages(words[:gone] + words[gone + 1 :], make))


@given(TEXTS, MAKES, st.data())
def test_removed_lines_are_always_missed(words: list[str], make: Make, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 10))
    count = data.draw(st.integers(5, 200))
    assert lost(words, pages(words[:first] + words[first + count :], make))


@given(TEXTS, MAKES, st.data())
def test_words_in_another_order_are_missed(
    words: list[str], make: Make, data: st.DataObject
) -> None:
    long = [number for number, word in enumerate(words[:-1]) if len(word) > 3]
    if not long:
        return
    at = data.draw(st.sampled_from(long))
    swapped = [*words[:at], words[at + 1], words[at], *words[at + 2 :]]
    same = "".join(swapped) == "".join(words)
    assert same or lost(words, pages(swapped, make))
