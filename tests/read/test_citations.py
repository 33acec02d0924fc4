"""The grammar of citations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirage.read.text.citations import Work, parse_keyed, parse_numeric


def short(works: tuple[Work, ...] | None) -> list[tuple[int | str, int, str]] | None:
    return None if works is None else [(w.key or w.number, w.through, w.locator) for w in works]


@pytest.mark.parametrize(
    ("content", "works"),
    [
        ("1", [(1, 0, "")]),
        ("1, 3", [(1, 0, ""), (3, 0, "")]),
        ("1;3", [(1, 0, ""), (3, 0, "")]),
        ("1–3, 7", [(1, 3, ""), (7, 0, "")]),
        ("1-3", [(1, 3, "")]),
        ("2, с. 12", [(2, 0, "с. 12")]),
        ("2, С.12-15", [(2, 0, "С.12-15")]),
        ("2, 12 б.", [(2, 0, "12 б.")]),
        ("2, 12-б.", [(2, 0, "12-б.")]),
        ("2, 25-бет", [(2, 0, "25-бет")]),
        ("2, б. 12–15", [(2, 0, "б. 12–15")]),
        ("2, т. 1, с. 5", [(2, 0, "т. 1, с. 5")]),
        ("2, p. xii", [(2, 0, "p. xii")]),
        ("1, с. 5, 7; 3", [(1, 0, "с. 5, 7"), (3, 0, "")]),
        ("1, 2, pp. 3–4", [(1, 0, ""), (2, 0, "pp. 3–4")]),
        ("4, гл. II", [(4, 0, "гл. II")]),
        ("999", [(999, 0, "")]),
    ],
)  # fmt: skip
def test_numbers(content: str, works: list[tuple[int, int, str]]) -> None:
    assert short(parse_numeric(content)) == works


@pytest.mark.parametrize(
    "content",
    ["", "0", "0, 1", "1000", "2020", "2008–2009", "а", "12а", "1, см. там", "с. 12", "1,", ";1", "1.5", "1 2", "№1", "+1"],
)  # fmt: skip
def test_brackets_that_are_no_citation(content: str) -> None:
    assert parse_numeric(content) is None


@given(
    st.lists(st.integers(1, 999), min_size=1, max_size=6), st.sampled_from([", ", ",", "; ", ";"])
)
def test_any_list_of_numbers_is_a_citation(numbers: list[int], separator: str) -> None:
    works = parse_numeric(separator.join(map(str, numbers)))
    assert works is not None
    assert [work.number for work in works] == numbers


@pytest.mark.parametrize(
    ("content", "works"),
    [
        ("@knuth", [("knuth", 0, "")]),
        ("@knuth1981a, с. 12", [("knuth1981a", 0, "с. 12")]),
        ("@a1999; @b2001, p. 4", [("a1999", 0, ""), ("b2001", 0, "p. 4")]),
        ("@a, §2, с. 3", [("a", 0, "§2, с. 3")]),
        ("@абай:1909/x", [("абай:1909/x", 0, "")]),
    ],
)
def test_keys(content: str, works: list[tuple[str, int, str]]) -> None:
    assert short(parse_keyed(content)) == works


@pytest.mark.parametrize("content", ["@", "@a с. 12", "@a, @b;c", "@a;", "@a @b", "@a; b"])
def test_keys_that_are_malformed(content: str) -> None:
    works = parse_keyed(content)
    assert works is None or any("@" in work.locator for work in works)


def test_works_know_their_place() -> None:
    works = parse_keyed("@a; @bb, p. 1")
    assert works is not None
    assert [work.at for work in works] == [0, 4]
    numbers = parse_numeric("1, 22;  3")
    assert numbers is not None
    assert [work.at for work in numbers] == [0, 3, 8]
