from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.bind.conftest import Bound
from tirage.bind.labels import Label, labels, roman, runs
from tirage.model.press import Folios, Gathering, Style


def gathering(first: int, last: int, style: Style = "arabic") -> Gathering:
    folios = Folios(first, last, style)
    return Gathering("p", "article", "kk", "", folios, Path(), "", (), (), (), False)


def test_labels_are_the_printed_folios() -> None:
    rows = labels(
        [
            gathering(1, 2, "none"),
            gathering(1, 4, "roman"),
            gathering(5, 7),
            gathering(1, 2, "none"),
        ]
    )
    assert [" ".join(map(str, row)) for row in rows] == ["C1 C2", "i ii iii iv", "5 6 7", "C3 C4"]


def test_a_run_goes_on_as_long_as_counting_gives_the_labels() -> None:
    rows = labels([gathering(1, 2, "none"), gathering(5, 7), gathering(8, 9), gathering(11, 11)])
    flat = [label for row in rows for label in row]
    assert [(place, str(label)) for place, label in runs(flat)] == [(0, "C1"), (2, "5"), (7, "11")]


@given(
    rows=st.lists(
        st.builds(
            lambda first, pages, style: gathering(first, first + pages, style),
            st.integers(1, 400),
            st.integers(0, 5),
            st.sampled_from(("none", "roman", "arabic")),
        )
    )
)
def test_counting_on_from_the_runs_gives_every_label(rows: list[Gathering]) -> None:
    flat = [label for row in labels(rows) for label in row]
    starts = dict(runs(flat))
    counted: list[Label] = []
    for place in range(len(flat)):
        last = counted[-1] if counted else Label("", "D", 0)
        counted.append(starts.get(place, Label(last.prefix, last.style, last.number + 1)))
    assert counted == flat


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (90, "xc"), (1994, "mcmxciv")],
)
def test_roman_numerals(number: int, numeral: str) -> None:
    assert roman(number) == numeral


def test_readers_show_the_labels(bound: Bound) -> None:
    for galley in bound.galleys:
        assert PdfReader(galley.path).page_labels == [leaf.label for leaf in galley.leaves]


def test_the_issue_counts_its_pages_as_they_are_printed(bound: Bound) -> None:
    printed = [leaf.label for leaf in bound.galleys[0].leaves]
    assert printed[:5] == ["C1", "i", "ii", "iii", "5"]
    assert printed[-1] == "C2"


def test_an_offprint_keeps_the_folios_of_the_issue(bound: Bound) -> None:
    first = bound.gathering("two").folios.first
    assert PdfReader(bound.path("two")).page_labels == [str(first)]
