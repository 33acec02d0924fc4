"""Footnotes: the engine hangs them at the end of a page; a reader wants them after the paragraph that calls them."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from tirage.bind.structure.tree import Element, Kid, elements, rebuilt, with_kids
from tirage.bind.structure.vocabulary import PARAGRAPHS


def called(root: Element) -> Element:
    """`root` with each note right after its call, and the call tagged Reference.

    A call comes from the same HTML element as its note and stands before it. A note without one stays where it is.
    """
    notes: dict[int, Element] = {}
    calls: dict[int, Element] = {}
    for element in elements(root):
        if element.source is None:
            continue
        calls.setdefault(element.source, element)
        if element.tag == "Note":
            notes[element.source] = element
    pairs = {id(calls[source]): note for source, note in notes.items() if calls[source] is not note}
    return _paired(root, pairs, {id(note) for note in pairs.values()})


def _paired(element: Element, notes: dict[int, Element], moved: set[int]) -> Element:
    """`element` with `notes`, by the identity of their calls, after these; elsewhere those `moved` are left out."""
    kids: list[Kid] = []
    for kid in element.kids:
        if not isinstance(kid, Element):
            kids.append(kid)
        elif id(kid) in notes:
            call, note = (_paired(part, notes, moved) for part in (kid, notes[id(kid)]))
            kids += (replace(call, tag="Reference"), note)
        elif id(kid) not in moved:
            kids.append(_paired(kid, notes, moved))
    return with_kids(element, kids)


def lifted(element: Element) -> Element:
    """`element` with every note in a paragraph under it put after this paragraph."""
    kids: list[Kid] = []
    for kid in element.kids:
        if not isinstance(kid, Element):
            kids.append(kid)
        elif kid.tag in PARAGRAPHS:
            notes: list[Element] = []
            kids.append(_without_notes(kid, notes))
            kids.extend(lifted(note) for note in notes)
        else:
            kids.append(lifted(kid))
    return with_kids(element, kids)


def _without_notes(element: Element, notes: list[Element]) -> Element:
    """`element` without the notes in it, which are put into `notes`."""
    kids: list[Kid] = []
    for kid in element.kids:
        if isinstance(kid, Element) and kid.tag == "Note":
            notes.append(kid)
        else:
            kids.append(_without_notes(kid, notes) if isinstance(kid, Element) else kid)
    return with_kids(element, kids)


def numbered(root: Element) -> Element:
    """`root` with ids "note 1", "note 2" … (ISO 14289-1, 7.9: every note has one)."""
    numbers = count(1)

    def change(element: Element) -> tuple[Kid, ...]:
        if element.tag == "Note":
            return (replace(element, id=f"note {next(numbers)}"),)
        return (element,)

    return rebuilt(root, change)
