from __future__ import annotations

from pathlib import Path

import pytest

from tests.bind.notation import show, tree
from tirage.bind.structure.structuring import structured
from tirage.bind.structure.tree import elements
from tirage.model.press import Folios, Gathering, PieceKind


def gathering(kind: PieceKind = "article") -> Gathering:
    folios = Folios(1, 2)
    return Gathering("one", kind, "kk", "Title", folios, Path(), "", (), (), (), False)


@pytest.mark.parametrize(
    ("kind", "tag"), [("article", "Art"), ("editorial", "Art"), ("board", "Part")]
)
def test_a_piece_is_one_element_of_its_kind(kind: PieceKind, tag: str) -> None:
    root = structured(tree("Document(P#1(1))"), gathering(kind))
    assert show(root, "kk") == f"{tag}(P(1))"
    assert root.title == "Title"


def test_the_article_of_the_template_is_the_piece() -> None:
    text = "Document(Art#1(H1#2(1) P#3(2)) Note#9(3) Art#1(P#3(1.0)))"
    assert show(structured(tree(text), gathering()), "kk") == "Art(H1(1) P(2 1.0) Note(3))"


def test_a_piece_in_a_language_of_its_own() -> None:
    root = structured(tree("Document(Art#1~ru(P#2(1)))"), gathering())
    assert root.language == "ru"


def test_a_note_speaks_the_language_of_its_call() -> None:
    text = "Document(Sect#1~en(P#2(1 Span#3(2))) P#5(4) Note#3(3))"
    root = structured(tree(text), gathering())
    assert show(root, "kk") == "Art(Sect~en(P(1 Reference(2)) Note(3)) P(4))"


def test_notes_and_header_cells_have_ids() -> None:
    root = structured(tree("Document(Note#1(1) Table#2(TR#3(TH#4(2))))"), gathering())
    assert [element.id for element in elements(root) if element.id] == [
        "note 1",
        "table 1 row 1 column 1",
    ]


def test_a_blank_page_has_an_empty_structure() -> None:
    assert structured(tree("Document"), gathering("blank")).kids == ()
