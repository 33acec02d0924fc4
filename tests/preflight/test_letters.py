"""Letters and digits of texts: what changes in typesetting is left out, what differs stays different."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tirage.model.press import Flow
from tirage.preflight.letters import PAGE, RUN, WORD, Letters, Strand, plain


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("интегра‐", "интегра"),
        ("со\u00adгласие", "согласие"),
        ("10\u202f000", "10 000"),
        ("ﬁnd", "find"),
        ("ҚАЗАҚСТАН", "Қазақстан"),
        ("и\u0306", "й"),
        ("за\u0301мок", "замок"),
        ("№ 5", "№5"),
        ("м²", "м2"),
        ("«Ёлка»", "Ёлка"),
        ("a-b", "ab"),
        ("KO\u0307 K", "ko\u0307k"),
    ],
)
def test_typesetting_changes_no_letter(printed: str, written: str) -> None:
    assert plain(printed) == plain(written)


@pytest.mark.parametrize("pair", ["іi", "әа", "ңн", "өо", "ұү", "һх", "йи", "ёе", "cс", "0о"])
def test_letters_that_look_alike_differ(pair: str) -> None:
    assert plain(pair[0]) != plain(pair[1])


def test_letters_remember_pages_and_seams() -> None:
    text = Letters.of([(0, ["Ab, c", "d2"]), (1, ["e"])])
    assert text.letters == "abcd2e"
    assert list(text.pages) == [0, 0, 0, 0, 0, 1]
    assert list(text.seams) == [PAGE, 0, WORD, RUN, WORD, PAGE]
    assert text.seam(len(text)) == PAGE


def test_runs_without_letters_leave_a_seam() -> None:
    assert list(Letters.of([(0, ["—", "a", "…", "b"])]).seams) == [PAGE, RUN]


@settings(deadline=None)
@given(st.lists(st.text("аб 1-", max_size=8), max_size=8), st.data())
def test_taking_out_leaves_the_rest(runs: list[str], data: st.DataObject) -> None:
    text = Letters.of([(0, runs)])
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    gone = {at for start, end in spans for at in range(start, end)}
    rest = text.without(spans)
    assert rest.letters == "".join(c for at, c in enumerate(text.letters) if at not in gone)
    assert len(rest.seams) == len(rest.pages) == len(rest)


def test_where_something_was_taken_out_there_is_a_seam() -> None:
    text = Letters.of([(0, ["abcd"])]).without([(1, 3)])
    assert text.letters == "ad"
    assert text.seam(1) == RUN


def test_places_are_whole_words() -> None:
    text = Letters.of([(0, ["ана, анализ, бана", "ана"])])
    assert list(text.places("ана")) == [0, 13]


def test_a_strand_knows_its_words() -> None:
    strand = Strand.of(Flow("text", ("Ab", "—", "c2")))
    assert strand.letters == "abc2"
    assert strand.starts == (0, 2)
    assert strand.words == (0, 2)
    assert [strand.word(at) for at in range(5)] == [0, 0, 1, 1, 1]
    assert [strand.end(at) for at in range(5)] == [2, 2, 4, 4, 4]
