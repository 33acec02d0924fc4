"""pages.yaml: written, read back, and what is said when a page moves."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tirage.findings import Severity
from tirage.folios import Move, moved, moves, pages_yaml, record
from tirage.model.press import Folios, Paging
from tirage.read.pages import read_paging

names = st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True).filter(
    lambda n: (
        not n.startswith("blank-")
        and n not in ("y", "n", "on", "off", "yes", "no", "true", "false", "null")
    )
)
folios = st.builds(
    lambda first, count, style: Folios(first, first + count, style),
    st.integers(1, 900),
    st.integers(0, 40),
    st.sampled_from(["arabic", "roman"]),
)
pagings = st.dictionaries(names, folios, max_size=12).map(lambda d: Paging(tuple(d.items())))


@given(pagings)
def test_what_is_written_is_read_back(tmp_path_factory: object, paging: Paging) -> None:
    path = tmp_path_factory.mktemp("issue") / "pages.yaml"  # type: ignore[attr-defined]
    record(paging, path)
    assert read_paging(path) == paging


def test_cover_and_blank_pages_are_not_recorded() -> None:
    text = pages_yaml(
        Paging((("cover", Folios(1, 2, "none")), ("blank-1", Folios(4, 4)), ("one", Folios(5, 9))))
    )
    assert text.splitlines()[1:] == ["one: {first: 5, last: 9}"]


def test_an_unchanged_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "pages.yaml"
    paging = Paging((("one", Folios(5, 9)),))
    assert record(paging, path)
    assert not record(paging, path)
    assert [p.name for p in tmp_path.iterdir()] == ["pages.yaml"]


def test_a_move_names_the_piece_and_both_ranges() -> None:
    before = Paging((("one", Folios(5, 9)), ("two", Folios(10, 14)), ("gone", Folios(15, 15))))
    after = Paging((("one", Folios(5, 10)), ("two", Folios(11, 15))))
    assert moves(before, after) == (Move("one", "5–9", "5–10"), Move("two", "10–14", "11–15"))
    finding = moved(moves(before, after)[0], frozen=False)
    assert finding.severity is Severity.INFO
    assert finding.message == "The pages of «one» were 5–9 and are now 5–10."
    assert moved(moves(before, after)[0], frozen=True).severity is Severity.FAIL
