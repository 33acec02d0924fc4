"""How far two texts are the same, and how much is needed to trust a place."""

from __future__ import annotations

from itertools import takewhile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tirage.model.press import Flow
from tirage.preflight.evidence import Evidence, common, outweighing
from tirage.preflight.letters import PAGE, RUN, Letters, Strand


@settings(deadline=None)
@given(
    st.text("аб", max_size=300), st.text("аб", max_size=300), st.integers(0, 20), st.integers(0, 20)
)
def test_common_is_the_common_prefix(one: str, two: str, i: int, j: int) -> None:
    assert common(one, i, two, j) == sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one[i:], two[j:], strict=False))
    )


@settings(deadline=None)
@given(st.integers(0, 10_000), st.text("аб", max_size=5))
def test_common_of_long_texts(length: int, end: str) -> None:
    assert common("а" * length + "в" + end, 0, "а" * length + "г" + end, 0) == length


@settings(deadline=None)
@given(st.integers(0, 100_000))
def test_a_wider_gap_needs_more(gap: int) -> None:
    assert outweighing(gap, RUN) <= outweighing(gap + 1, RUN)
    assert outweighing(gap, PAGE) <= outweighing(gap, RUN)


def evidence(runs: list[str], words: str) -> Evidence:
    return Evidence(Letters.of([(0, runs)]), Strand.of(Flow("text", tuple(words.split()))))


@pytest.mark.parametrize(
    ("runs", "enough", "follows"),
    [
        (["одна строка"], 11, False),
        (["одна строка"], 10, True),
        (["одна", "2", " строка"], 10, True),
        (["одна 2 строка"], 10, False),
        (["одна", "что-то совсем чужое", " строка"], 10, False),
        (["одностворчатый"], 10, False),
    ],
)
def test_enough_must_follow(runs: list[str], enough: int, follows: bool) -> None:
    assert evidence(runs, "одна строка текста").follows(0, 0, enough, tail=False) is follows


def test_an_end_will_do_where_it_may_stand() -> None:
    ended = evidence(["конец"], "конец")
    assert ended.follows(0, 0, 99, tail=True)
    assert not ended.follows(0, 0, 99, tail=False)


def test_a_word_may_go_on_on_the_next_page() -> None:
    text = Letters.of([(0, ["интегра‐", "чужая строка внизу страницы"]), (1, ["ция народов"])])
    both = Evidence(text, Strand.of(Flow("text", ("интеграция", "народов"))))
    assert both.follows(0, 0, 15, tail=False)
