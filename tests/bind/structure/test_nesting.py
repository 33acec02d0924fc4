from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bind.notation import cases, show, tree
from tirage.bind.structure.nesting import nested
from tirage.bind.structure.tree import Element, Hook, Kid, Mark, elements, walk
from tirage.bind.structure.vocabulary import CELLS, CONTAINERS, HOMES, KIDS


@pytest.mark.parametrize(("given", "expected"), cases("nesting"))
def test_cases(given: str, expected: str) -> None:
    assert show(nested(tree(given))) == expected


TAGS = [
    "Div",
    "Span",
    "NonStruct",
    "P",
    "H1",
    "L",
    "LI",
    "LBody",
    "Lbl",
    "Table",
    "THead",
    "TBody",
    "TR",
    "TH",
    "TD",
    "TOC",
    "TOCI",
    "Figure",
    "Caption",
    "Link",
    "Em",
    "Note",
    "BlockQuote",
    "Sect",
    "Reference",
    "BibEntry",
    "Formula",
]

marks = st.integers(0, 99).map(lambda number: Mark(0, number))
hooks = st.integers(0, 9).map(lambda place: Hook(0, place))


def _grown(kids: st.SearchStrategy[Kid]) -> st.SearchStrategy[Kid]:
    return st.builds(
        Element,
        tag=st.sampled_from(TAGS),
        kids=st.lists(kids, max_size=4).map(tuple),
        language=st.sampled_from(("kk", "en")),
    )


trees = st.recursive(marks | hooks, _grown, max_leaves=25)


@given(kids=st.lists(trees, max_size=4))
@settings(max_examples=200, deadline=None)
def test_any_tree_becomes_valid_and_keeps_its_text_in_order(kids: list[Kid]) -> None:
    root = Element("Part", tuple(kids), language="kk")
    whole = nested(root)
    assert [kid for kid in walk(whole) if isinstance(kid, Mark)] == [
        kid for kid in walk(root) if isinstance(kid, Mark)
    ]
    assert {kid for kid in walk(whole) if isinstance(kid, Hook)} == {
        kid for kid in walk(root) if isinstance(kid, Hook)
    }
    for element in elements(whole):
        _check(element)
    assert show(nested(whole)) == show(whole)


def _check(element: Element) -> None:
    assert element.kids or element.tag in CELLS or element.tag == "Part"
    for kid in element.kids:
        if isinstance(kid, Element):
            assert element.tag in HOMES.get(kid.tag, (element.tag,))
            assert element.tag not in KIDS or kid.tag in KIDS[element.tag][0]
        elif isinstance(kid, Hook):
            assert element.tag == "Link"
        else:
            assert element.tag not in CONTAINERS
            assert element.tag not in KIDS


@given(kids=st.lists(trees, max_size=4))
@settings(max_examples=200, deadline=None)
def test_every_word_keeps_its_language(kids: list[Kid]) -> None:
    root = Element("Part", tuple(kids), language="kk")
    assert list(_spoken(nested(root))) == list(_spoken(root))


def _spoken(element: Element) -> list[tuple[Mark, str]]:
    found: list[tuple[Mark, str]] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            found.extend(_spoken(kid))
        elif isinstance(kid, Mark):
            found.append((kid, element.language))
    return found
