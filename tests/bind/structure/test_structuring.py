from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bind.notation import show, tree
from tirage.bind.structure.structuring import structured
from tirage.bind.structure.tree import Element, Hook, Kid, Mark, elements, walk
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


TAGS = (
    "Art",
    "Sect",
    "Div",
    "P",
    "H2",
    "Span",
    "Link",
    "L",
    "LI",
    "LBody",
    "Lbl",
    "Table",
    "TR",
    "TD",
)
WISHES = ("", "", "", "Note", "Reference", "BibEntry", "TOC", "TOCI", "Caption", "Em", "Figure")

leaves = st.builds(Mark, st.integers(0, 3), st.integers(0, 999)) | st.builds(
    Hook, st.integers(0, 3), st.integers(0, 9)
)
trees = st.recursive(
    leaves,
    lambda kids: st.builds(
        Element,
        tag=st.sampled_from(TAGS),
        kids=st.lists(kids, max_size=4).map(tuple),
        source=st.none() | st.integers(0, 9),
        wish=st.sampled_from(WISHES),
        language=st.sampled_from(("", "", "en")),
    ),
    max_leaves=30,
)


@given(kids=st.lists(trees, max_size=4))
@settings(max_examples=200, deadline=None)
def test_whatever_comes_in_no_text_is_lost_or_doubled(kids: list[Kid]) -> None:
    root = Element("Document", tuple(kids))
    whole = structured(root, gathering())
    assert _marks(whole) == _marks(root)


def _marks(root: Element) -> Counter[Kid]:
    return Counter(kid for kid in walk(root) if not isinstance(kid, Element))
