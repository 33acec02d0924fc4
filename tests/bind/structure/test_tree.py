from __future__ import annotations

from tests.bind.notation import show, tree
from tirage.bind.structure.tree import Element, Kid, elements, rebuilt, tag_of, walk, with_kids


def test_walking_goes_in_reading_order_parents_first() -> None:
    root = tree("Art(H1(1) P(2 Link(*0 3)) 4)")
    kinds = [tag_of(kid) or show(Element("x", (kid,)))[2:-1] for kid in walk(root)]
    assert kinds == ["Art", "H1", "1", "P", "2", "Link", "*0", "3", "4"]
    assert [element.tag for element in elements(root)] == ["Art", "H1", "P", "Link"]


def test_rebuilding_replaces_from_within() -> None:
    def doubled(element: Element) -> tuple[Kid, ...]:
        return (element, element) if element.tag == "P" else (element,)

    assert show(rebuilt(tree("Art(Sect(P(1)))"), doubled)) == "Art(Sect(P(1) P(1)))"


def test_the_same_kids_give_the_same_element() -> None:
    root = tree("Art(P(1) P(2))")
    assert with_kids(root, list(root.kids)) is root
    assert with_kids(root, root.kids[:1]) is not root
