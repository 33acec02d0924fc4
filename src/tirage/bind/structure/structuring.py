"""The whole way of a structure tree: from what the engine wrote to what a reader's tools expect."""

from __future__ import annotations

from dataclasses import replace

from tirage.bind.structure.definitions import defined
from tirage.bind.structure.headings import leveled
from tirage.bind.structure.joining import joined
from tirage.bind.structure.languages import spoken
from tirage.bind.structure.nesting import nested
from tirage.bind.structure.notes import called, lifted, numbered
from tirage.bind.structure.tables import headed
from tirage.bind.structure.tagging import tagged
from tirage.bind.structure.tree import Element, tag_of
from tirage.model.press import Gathering

_WHOLES = frozenset(("Art", "Part", "Sect"))


def structured(root: Element, gathering: Gathering) -> Element:
    """The tree `root` of `gathering` as one element: Art for a contribution, Part for any other piece.

    Raises TypesetError when a template asks for a type that PDF does not know.
    """
    tag = "Art" if gathering.kind in ("article", "editorial") else "Part"
    tree = called(joined(tagged(root)))
    tree = nested(spoken(replace(tree, tag=tag), gathering.language))
    tree = numbered(headed(leveled(lifted(defined(_unwrapped(tree))))))
    return replace(tree, title=gathering.title)


def _unwrapped(root: Element) -> Element:
    """`root` in place of the single article or section that holds all its text; notes may stand beside it."""
    whole = [kid for kid in root.kids if tag_of(kid) != "Note"]
    if len(whole) == 1 and isinstance(kid := whole[0], Element) and kid.tag in _WHOLES:
        notes = tuple(note for note in root.kids if note is not kid)
        return replace(kid, tag=root.tag, kids=kid.kids + notes)
    return root
