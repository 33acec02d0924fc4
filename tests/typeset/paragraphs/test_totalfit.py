"""All breaks of a paragraph, chosen together."""

from __future__ import annotations

import time
from itertools import combinations
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.typeset.paragraphs.helpers import give, lines, manner, paragraph, slack, widened
from tirage.typeset.paragraphs.totalfit import Fit, Measure, Points, fit, share

MANNER = manner()
COLUMN = Measure(18.4, 20, 1)

SYLLABLES = st.lists(st.integers(1, 4), min_size=1, max_size=5)
TEXTS = st.lists(SYLLABLES, min_size=1, max_size=60)
MEASURES = st.builds(
    lambda rest, indent: Measure(rest - indent, rest, 1), st.floats(12, 45), st.floats(0, 2)
)


@given(TEXTS, MEASURES)
def test_lines_follow_each_other_to_the_end(text: list[list[int]], measure: Measure) -> None:
    points = paragraph(text)
    found = fit(points, measure, MANNER)
    assert found is not None
    assert list(found.breaks) == sorted(set(found.breaks))
    assert found.breaks[-1] == len(points) - 1


@given(TEXTS, MEASURES)
def test_no_line_overruns(text: list[list[int]], measure: Measure) -> None:
    points = paragraph(text)
    found = fit(points, measure, MANNER)
    assert found is not None
    for start, end in lines(points, found.breaks):
        assert widened(points, measure, start, end) >= -MANNER.shrink - 1e-9


@given(TEXTS, MEASURES)
def test_a_sound_paragraph_keeps_every_limit(text: list[list[int]], measure: Measure) -> None:
    points = paragraph(text)
    found = fit(points, measure, MANNER)
    assert found is not None
    if found.sound:
        for start, end in lines(points, found.breaks)[:-1]:
            assert widened(points, measure, start, end) <= MANNER.widest + 1e-9
        marks = "".join("-" if points.hyphens[end] else " " for end in found.breaks)
        assert "-" * (MANNER.hyphens + 1) not in marks


@given(TEXTS, st.floats(8, 20))
def test_spaces_are_too_wide_only_where_nothing_else_can_be_done(
    text: list[list[int]], width: float
) -> None:
    points, measure = paragraph(text), Measure(width, width, 1)
    found = fit(points, measure, MANNER)
    assert found is not None
    widest = [widened(points, measure, *line) for line in lines(points, found.breaks)[:-1]]
    if least_widest(points, measure) < MANNER.widest:
        assert max(widest, default=0) <= MANNER.widest + 1e-9


def least_widest(points: Points, measure: Measure) -> float:
    """What the spaces of a paragraph's widest line are given, when breaks are chosen for that alone."""
    last = len(points) - 1
    best: list[dict[int, float]] = [{0: 0.0}]
    for end in range(1, last + 1):
        ways: dict[int, float] = {}
        for start in range(end):
            wide = widened(points, measure, start, end)
            if end == last and slack(points, measure, start, end) >= 0:
                wide = 0.0
            for run, before in best[start].items():
                now = run + 1 if points.hyphens[end] and end < last else 0
                if wide >= -MANNER.shrink and now <= MANNER.hyphens:
                    ways[now] = min(ways.get(now, inf), max(wide, before))
        best.append(ways)
    return min(best[last].values(), default=inf)


@given(TEXTS, MEASURES)
def test_the_same_text_has_the_same_breaks(text: list[list[int]], measure: Measure) -> None:
    assert fit(paragraph(text), measure, MANNER) == fit(paragraph(text), measure, MANNER)


@given(st.lists(SYLLABLES, min_size=1, max_size=8), st.floats(4, 12))
def test_nothing_is_better_than_what_is_found(text: list[list[int]], width: float) -> None:
    points = paragraph(text)
    if len(points) > 10:
        points = Points(*(getattr(points, name)[:10] for name in Points.__slots__))
    measure = Measure(width, width, 1)
    found = fit(points, measure, MANNER)
    everything = [
        cost
        for count in range(len(points) - 1)
        for inner in combinations(range(1, len(points) - 1), count)
        if (cost := demerits(points, measure, (*inner, len(points) - 1))) is not None
    ]
    if found is None:
        assert not everything
    else:
        assert found.demerits == pytest.approx(min(everything), rel=1e-6)


def demerits(points: Points, measure: Measure, breaks: tuple[int, ...]) -> float | None:
    """What the breaks cost, counted line by line; None when a line overruns."""
    total, run = 0.0, 0
    for start, end in lines(points, breaks):
        last = end == breaks[-1]
        total += points.penalties[end]
        if last and run:
            total += MANNER.hyphen_again**2
        spaces = points.spaces_before[end] - points.spaces_after[start]
        left = slack(points, measure, start, end) - MANNER.space * spaces
        if last and left >= 0:
            length = points.ends[end] - points.starts[start]
            total += MANNER.short_last**2 if length < MANNER.last_line else 0
            continue
        give_ = give(points, start, end)
        part = min(abs(left) / give_, 1) if give_ else 1 if left else 0
        off = max(abs(left) - give_, 0) / (spaces or 1)
        if left < 0 and off > (MANNER.space + MANNER.shrink if spaces else 0):
            return None
        cost = off**2 + (part * MANNER.letters) ** 2
        total += cost * (1e9 if left > 0 and off > MANNER.widest - MANNER.space else 1)
        run = run + 1 if points.hyphens[end] and not last else 0
        if run > MANNER.hyphens:
            total += 1e12
        elif run > 1:
            total += MANNER.hyphen_again**2
    return total


@given(TEXTS, MEASURES, st.sampled_from((-1, 1)))
def test_a_paragraph_can_be_a_line_longer_or_shorter(
    text: list[list[int]], measure: Measure, looseness: int
) -> None:
    points = paragraph(text)
    usual = fit(points, measure, MANNER)
    other = fit(points, measure, MANNER, looseness)
    assert usual is not None
    if other is not None:
        assert len(other.breaks) == len(usual.breaks) + looseness
        assert other.sound
        assert other.demerits >= usual.demerits


def test_a_long_paragraph_finds_another_length() -> None:
    points = paragraph([[2, 3], [4], [3, 2, 3], [1]] * 60)
    usual, longer = (fit(points, COLUMN, MANNER, looseness) for looseness in (0, 1))
    assert usual is not None
    assert longer is not None
    assert len(longer.breaks) == len(usual.breaks) + 1


def test_one_tight_line_is_better_than_two_loose_ones() -> None:
    """What breaking line by line cannot know."""
    points = paragraph([[6], [6], [6], [6], [6], [6]])
    found = fit(points, Measure(9.5, 9.5, 1), MANNER)
    assert found is not None
    assert found.breaks == (3, 6)


def test_where_nothing_fits_the_engine_is_left_to_it() -> None:
    assert fit(paragraph([[60]]), COLUMN, MANNER) is None
    assert fit(paragraph([[3], [60], [3]]), COLUMN, MANNER) is None


def test_an_empty_paragraph_has_no_breaks() -> None:
    assert fit(Points(), COLUMN, MANNER) is None
    assert fit(Points([0], [0], [0], [0], [0], [0], [0], [False]), COLUMN, MANNER) is None


def test_limits_give_way_only_where_there_is_no_other_way() -> None:
    """Three lines of one long word must end in hyphens."""
    found = fit(paragraph([[5] * 36]), Measure(20, 20, 1), MANNER)
    assert found is not None
    assert not found.sound


@pytest.mark.parametrize(
    "text",
    [
        [[2, 3], [4], [3, 2, 3], [1], [2, 2, 2, 2]] * 1000,
        [[3] * 5000],
        [[1]] * 5000,
    ],
    ids=["5000 words", "one word of 5000 syllables", "5000 letters"],
)
def test_the_worst_cases_end_soon(text: list[list[int]]) -> None:
    start = time.process_time()
    assert fit(paragraph(text), COLUMN, MANNER) is not None
    assert time.process_time() - start < 5


def test_the_letters_give_first() -> None:
    assert share(0.2, 5, 0.4, 0) == (0.0, 0.5)
    assert share(1.4, 5, 0.4, 0) == pytest.approx((0.2, 1))
    assert share(-1.4, 5, 0.4, 0) == pytest.approx((-0.2, -1))
    assert share(1.4, 0, 0.4, 0) == (inf, 1)


def test_spaces_get_what_is_wanted_where_the_letters_allow_it() -> None:
    assert share(0.2, 5, 0.4, 0.03) == pytest.approx((0.03, 0.125))
    assert share(0, 5, 0.4, 0.03) == pytest.approx((0.03, -0.375))


def test_hyphens_that_cost_more_are_fewer() -> None:
    words = [[2, 3], [4], [3, 2, 3], [1], [2, 2, 2, 2]] * 40

    def hyphens(cost: float) -> int:
        points = paragraph(words, cost)
        found = fit(points, COLUMN, MANNER)
        assert isinstance(found, Fit)
        return sum(points.hyphens[end] for end in found.breaks)

    assert hyphens(1) < hyphens(0)
