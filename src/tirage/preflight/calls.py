"""Footnotes and their calls. In comes the structure tree of a gathering, out go the pages on which both stand.

A call and its note carry the number of the same HTML element (`TirageSource`); the note is tagged Note (`TirageTag`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tirage.preflight.anatomy import page_numbers
from tirage.preflight.objects import at

if TYPE_CHECKING:
    from pypdf import PdfReader


@dataclass(frozen=True, slots=True)
class Called:
    """A footnote and where it is called. Pages count from 0."""

    number: int
    """From 1, in the order of the text."""
    call: int
    note: int


def called_notes(reader: PdfReader) -> Iterator[Called]:
    """The footnotes of a gathering, each with the first page of its call and of itself."""
    structure = at(reader.root_object, "/StructTreeRoot")
    if structure is None:
        return
    calls: dict[int, int] = {}
    notes: dict[int, int] = {}
    numbers = page_numbers(reader)
    for element, page in _elements(at(structure, "/K"), None, numbers):
        source = at(element, "/TirageSource")
        if source is None or page is None:
            continue
        first = notes if at(element, "/TirageTag") == "/Note" else calls
        first[int(source)] = min(page, first.get(int(source), page))
    for number, source in enumerate(sorted(notes), 1):
        if source in calls:
            yield Called(number, calls[source], notes[source])


def _elements(
    kids: Any, page: int | None, numbers: dict[int, int]
) -> Iterator[tuple[Any, int | None]]:
    """The structure elements under /K, each with its page, or that of the first below it that has one."""
    for reference in kids if isinstance(kids, list) else [kids]:
        kid = reference.get_object() if reference is not None else None
        if kid is None or isinstance(kid, int) or "/S" not in kid:
            continue
        own = numbers.get(kid.raw_get("/Pg").idnum) if "/Pg" in kid else page
        below = list(_elements(at(kid, "/K"), own, numbers))
        if own is None:
            own = next((page for _, page in below if page is not None), None)
        yield kid, own
        yield from below
