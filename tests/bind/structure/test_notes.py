from __future__ import annotations

import pytest

from tests.bind.notation import cases, show, tree
from tirage.bind.structure.notes import called, lifted, numbered
from tirage.bind.structure.tree import elements


@pytest.mark.parametrize(("given", "expected"), cases("notes"))
def test_cases(given: str, expected: str) -> None:
    assert show(lifted(called(tree(given)))) == expected


def test_notes_are_numbered_in_order() -> None:
    root = numbered(tree("Part(P(0) Note(1) Sect(Note(2)))"))
    assert [note.id for note in elements(root) if note.tag == "Note"] == ["note 1", "note 2"]
    assert {element.id for element in elements(root) if element.tag != "Note"} == {""}
