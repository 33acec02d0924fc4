"""The way back from the page to the structure tree. In comes a file, out go pages where it leads astray."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tirage.preflight.check import Fault, check
from tirage.preflight.checks.tags import untagged
from tirage.preflight.objects import at
from tirage.preflight.order import Mark
from tirage.preflight.subjects import File
from tirage.preflight.ua.telling import ADVICE, number_of


@check(
    "ua.parents",
    codes=("none", "other"),
    rationale="Programs that read what stands under the finger or the pointer go from the page to its element by the "
    "parent tree. Where it leads to another one, they read another text.",
    source="ISO 32000-1, 14.7.4.4; ISO 14289-1, 7.1",
    lacks=untagged,
)
def parents(file: File) -> Iterator[Fault]:
    """The parent tree leads from every text on a page to its element."""
    tree = at(at(file.reader.root_object, "/StructTreeRoot"), "/ParentTree")
    rows = dict(_leaves(tree, set())) if isinstance(tree, dict) else {}
    keys = [at(page, "/StructParents") for page in file.reader.pages]
    faults: dict[tuple[int, str], str] = {}
    for mark, number, kind in _owned(file):
        key = keys[mark.page]
        found = _entry(rows.get(key), mark.number) if isinstance(key, int) else number
        if found != number:
            faults.setdefault((mark.page, "none" if found is None else "other"), kind)
    for (page, code), kind in faults.items():
        lead = "does not lead" if code == "none" else "leads astray"
        message = (
            f"The parent tree {lead} from text of the page to the element {kind} that holds it."
        )
        yield Fault(code, message, file.labels[page], ADVICE)


def _owned(file: File) -> Iterator[tuple[Mark, int, str]]:
    """The marks that pages draw, each with the number and the type of the element that holds it."""
    drawn = [set(page.marks) for page in file.prints[: len(file.labels)]]
    told: set[Mark] = set()
    for element in file.tree.walk():
        for mark in element.marks:
            if mark not in told and mark.page < len(drawn) and mark.number in drawn[mark.page]:
                told.add(mark)
                yield mark, number_of(element.entry), element.kind


def _entry(row: Any, place: int) -> int | None:
    """The number of the element that stands at `place` in a row of the parent tree."""
    if not isinstance(row, list) or place >= len(row):
        return None
    return getattr(row[place], "idnum", None)


def _leaves(node: Any, seen: set[int]) -> Iterator[tuple[int, Any]]:
    """Keys and values of a number tree (ISO 32000-1, 7.9.7), which may go round."""
    seen.add(id(node))
    numbers = list(at(node, "/Nums") or ())
    for key, value in zip(numbers[::2], numbers[1::2], strict=False):
        yield int(key), value.get_object()
    for reference in at(node, "/Kids") or ():
        if id(kid := reference.get_object()) not in seen:
            yield from _leaves(kid, seen)
