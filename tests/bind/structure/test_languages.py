from __future__ import annotations

from tests.bind.notation import show, tree
from tirage.bind.structure.languages import spoken


def test_an_element_without_a_language_speaks_its_parents() -> None:
    root = spoken(tree("Part(P(1) Sect~en(P(2 Span~ru(3)) P~kk(4)))"), "kk")
    assert show(root, "kk") == "Part(P(1) Sect~en(P(2 Span~ru(3)) P~kk(4)))"
    assert root.language == "kk"


def test_a_language_of_its_own_wins() -> None:
    assert spoken(tree("Part~en(P(1))"), "kk").language == "en"
