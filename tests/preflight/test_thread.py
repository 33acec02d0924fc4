"""Threading a flow through pages: what is foreign never alarms, what is lost always does."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.preflight.printing import MAKES, TEXTS, Make, pages
from tirage.model.press import Flow
from tirage.preflight.letters import Letters, Strand, plain
from tirage.preflight.thread import Threading, thread

PLAIN = Make("Bulletin 2026", 5, 8, 40, calls=0, thead=False)

REPEATABLE = settings(derandomize=True, deadline=None)

SENTENCES = [
    "Бұл",
    "мақалада",
    "қазақ",
    "тіліндегі",
    "сөздердің",
    "тасымалы",
    "қарастырылады",
    "және",
    "ережелер",
    "жинағы",
    "ұсынылады",
    "оның",
    "сапасы",
    "үлкен",
    "мәтінде",
    "тексерілді",
    "ал",
    "нәтижесі",
    "кестеде",
    "берілген",
]


def threading(words: list[str], printed: list[list[str]]) -> Threading:
    return thread(Letters.of(enumerate(printed)), Strand.of(Flow("text", tuple(words))))


def lost(words: list[str], printed: list[list[str]]) -> list[list[str]]:
    """The words of each loss."""
    strand = Strand.of(Flow("text", tuple(words)))
    return [
        [words[strand.words[number]] for number in range(loss.first, loss.last + 1)]
        for loss in thread(Letters.of(enumerate(printed)), strand).losses
    ]


@REPEATABLE
@given(TEXTS, MAKES)
def test_nothing_is_lost_on_pages_with_heads_folios_and_calls(words: list[str], make: Make) -> None:
    assert lost(words, pages(words, make)) == []


@REPEATABLE
@given(TEXTS, MAKES)
def test_a_flow_takes_exactly_its_letters(words: list[str], make: Make) -> None:
    text = Letters.of(enumerate(pages(words, make)))
    spans = thread(text, Strand.of(Flow("text", tuple(words)))).spans
    assert "".join(text.letters[a:b] for a, b in spans) == plain("".join(words))


@REPEATABLE
@given(TEXTS, MAKES, st.data())
def test_a_removed_word_is_always_missed(words: list[str], make: Make, data: st.DataObject) -> None:
    gone = data.draw(st.integers(0, len(words) - 1))
    assert lost(words, pages(words[:gone] + words[gone + 1 :], make))


@REPEATABLE
@given(TEXTS, MAKES, st.data())
def test_removed_lines_are_always_missed(words: list[str], make: Make, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 10))
    count = data.draw(st.integers(5, 200))
    assert lost(words, pages(words[:first] + words[first + count :], make))


@REPEATABLE
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


def test_the_lost_words_are_named() -> None:
    assert lost(SENTENCES, pages(SENTENCES[:6] + SENTENCES[8:], PLAIN)) == [SENTENCES[6:8]]


def test_two_losses_are_two() -> None:
    kept = SENTENCES[:3] + SENTENCES[4:12] + SENTENCES[13:]
    assert lost(SENTENCES, pages(kept, PLAIN)) == [SENTENCES[3:4], SENTENCES[12:13]]


def test_an_end_that_is_cut_off_is_lost() -> None:
    assert lost(SENTENCES, pages(SENTENCES[:-2], PLAIN)) == [SENTENCES[-2:]]


def test_what_is_not_there_at_all_is_lost_as_a_whole() -> None:
    assert lost(["Там", "же"], pages(SENTENCES, PLAIN)) == [["Там", "же"]]


def test_a_flow_without_letters_is_never_lost() -> None:
    assert lost(["—", "…"], pages(SENTENCES, PLAIN)) == []


def test_nothing_is_found_on_empty_pages() -> None:
    assert lost(["слово"], []) == [["слово"]]


@pytest.mark.parametrize("word", ["и", "не", "1", "131"])
def test_a_short_word_is_not_found_in_a_running_head(word: str) -> None:
    words = [*SENTENCES[:10], word, *SENTENCES[10:]]
    printed = [SENTENCES[:10], ["Bulletin не и 1 (131) Script"], SENTENCES[10:]]
    assert lost(words, printed) == [[word]]


def test_a_word_is_not_found_in_a_longer_one() -> None:
    words = ["жаңа", "ана", *SENTENCES]
    assert lost(words, [["жаңа анализ"], SENTENCES]) == [["ана"]]


@pytest.mark.parametrize("label", ["1", "12-кесте", "рисунок 3", "(1)"])
def test_a_number_or_label_in_a_line_is_passed_over(label: str) -> None:
    printed = [[" ".join(SENTENCES[:7]), label, SENTENCES[7], label, " ".join(SENTENCES[8:])]]
    assert lost(SENTENCES, printed) == []


def test_a_label_drawn_in_one_go_with_its_caption_is_passed_over() -> None:
    printed = [[" ".join(SENTENCES[:4]), "1-кесте. " + " ".join(SENTENCES[4:])]]
    assert lost(SENTENCES, printed) == []


def test_the_flow_parts_at_the_line_and_not_where_letters_happen_to_be_the_same() -> None:
    note = "Повсюду одно"
    printed = [["первая строка на странице под чертой", note, "7"], ["Повсюду и везде, так и было"]]
    words = [
        "первая",
        "строка",
        "на",
        "странице",
        "под",
        "чертой",
        "Повсюду",
        "и",
        "везде,",
        "так",
        "и",
        "было",
    ]
    text = Letters.of(enumerate(printed))
    rest = text.without(thread(text, Strand.of(Flow("text", tuple(words)))).spans)
    assert rest.letters == plain(note) + "7"


def test_a_page_may_begin_with_the_first_letter_of_what_stands_further_on() -> None:
    assert lost(["Irmak", "Ilgaz"], [["İçindekiler", "Umut Özgür, Irmak Ilgaz, Cem Çelik"]]) == []


def test_equal_flows_take_each_its_own_place() -> None:
    same = Strand.of(Flow("note", ("Там", "же,", "с.", "12.")))
    text = Letters.of([(0, ["1. Там же, с. 12.", "2. Там же, с. 12."])])
    first = thread(text, same)
    rest = text.without(first.spans)
    assert first.losses == thread(rest, same).losses == ()
    assert thread(rest.without(thread(rest, same).spans), same).losses


@pytest.mark.parametrize(
    ("printed", "losses"),
    [
        (pages(SENTENCES * 1000, PLAIN), 0),
        (pages(SENTENCES * 300 + SENTENCES * 400, PLAIN), 1),
        (pages([word[::-1] for word in SENTENCES * 1000], PLAIN), 1),
        ([["0 " * 20_000]], 1),
    ],
    ids=["all is there", "a third is gone", "another text", "zeros"],
)
def test_a_long_flow_takes_little_time(printed: list[list[str]], losses: int) -> None:
    words = SENTENCES * 1000
    text, strand = Letters.of(enumerate(printed)), Strand.of(Flow("text", tuple(words)))
    start = process_time()
    found = thread(text, strand).losses
    assert process_time() - start < 0.5
    assert len(found) == losses
