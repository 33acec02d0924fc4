"""YAML text to a tree with places."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from tests.read.helpers import tell
from tirage.read.remarks import Remarks
from tirage.read.tree import Map, Plain, Scalar, Sequence, locate, plain
from tirage.read.yaml import read_yaml

WORDS = st.text(alphabet="abкқә0159:-#'\"{}[],&*!|>%@` \n", max_size=12)
TREES: st.SearchStrategy[Any] = st.recursive(
    WORDS.filter(lambda word: word.strip() not in ("", "~")),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(WORDS.filter(str.strip), inner, max_size=3)
    ),
    max_leaves=12,
)


def tree_of(text: str) -> tuple[Any, list[str]]:
    remarks = Remarks("f")
    return read_yaml(text, remarks), tell(remarks.findings, "f")


@given(TREES)
def test_what_yaml_wrote_is_read_again(value: Plain) -> None:
    tree, told = tree_of(yaml.safe_dump(value, allow_unicode=True))
    assert told == []
    assert plain(tree) == value


@given(st.text(max_size=60))
@example("\x85")
@example("? a\n: b")
@example("%YAML 9.9\n---\n")
@example("a: \ud7ff\ue000")
def test_no_text_is_too_strange(text: str) -> None:
    tree, told = tree_of(text)
    assert tree is not None or told


def test_everything_knows_its_place() -> None:
    tree, _ = tree_of("a: 1\nб:\n  - x\n  - {c: d}\n")
    assert locate(tree, ["a"], key=True) == (1, 1)
    assert locate(tree, ["a"]) == (1, 4)
    assert locate(tree, ["б", 1, "c"], key=True) == (4, 6)
    assert locate(tree, ["б", 1, "c"]) == (4, 9)


def test_a_place_that_is_not_there_is_the_nearest() -> None:
    tree, _ = tree_of("a: {b: c}\n")
    assert locate(tree, ["a", "x", 3]) == (1, 4)
    assert locate(None, ["a"]) == (0, 0)


def test_places_in_front_matter_are_those_of_the_file() -> None:
    remarks = Remarks("f")
    read_yaml("a: 1\na: 2\n", remarks, first_line=2)
    assert tell(remarks.findings, "f") == ["FAIL content.yaml/duplicate-key 3:1"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("010", "010"),
        ("no", "no"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("2026-03-31", "2026-03-31"),
        ("327.70", "327.70"),
    ],
)
def test_nothing_is_interpreted(written: str, value: str) -> None:
    tree, _ = tree_of(f"a: {written}")
    assert plain(tree) == {"a": value}


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null"])
def test_a_key_without_a_value_is_not_there(nothing: str) -> None:
    tree, _ = tree_of(f"a: {nothing}\nb: '{nothing}'\n")
    assert plain(tree) == {"b": nothing}


def test_an_empty_file_is_an_empty_value() -> None:
    assert tree_of("# comment\n") == (Scalar((1, 1), None), [])


def test_trees() -> None:
    tree, _ = tree_of("[a]")
    assert tree == Sequence((1, 1), (Scalar((1, 2), "a"),))
    tree, _ = tree_of("a: b")
    assert isinstance(tree, Map)
    assert tree.get("a") == Scalar((1, 4), "b")
    assert tree.get("c") is None


def test_a_bomb_of_aliases_is_refused() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [*a, *a]\n" for i in range(20))
    tree, told = tree_of(bomb)
    assert tree is None
    assert told == ["FAIL content.yaml/alias 1:4"]


def test_depth_and_number_are_bounded() -> None:
    assert tree_of("[" * 5000 + "]" * 5000)[1] == ["FAIL content.yaml/too-deep 1:32"]
    assert tree_of("- a\n" * 200_001)[1] == ["FAIL content.yaml/too-deep 199998:3"]


def test_control_characters_have_a_place() -> None:
    assert tree_of("a: b\nc: \x07")[1] == ["FAIL content.yaml/broken 2:4"]


@pytest.mark.parametrize("escape", [r"\0", r"\a", r"\x07", r"\uFFFE"])
def test_control_characters_cannot_be_smuggled_in(escape: str) -> None:
    assert tree_of(f'a: "б{escape}"')[1] == ["FAIL content.yaml/escape 1:4"]
