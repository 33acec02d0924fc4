"""The structure tree of the printer's files: that of the screen without links, as paper has none.

A press does not read it; whoever opens the file with a screen reader, or takes its text, does. PDF/X-4 allows it (ISO
15930-7 asks for nothing of the structure).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pikepdf import Pdf

from tirage.bind.press.assembly import SIDES
from tirage.bind.press.marks import MM
from tirage.bind.press.plan import PressPlan
from tirage.bind.sheets import Sheets
from tirage.bind.structure.tree import Element, Hook, Mark, rebuilt, remarked, walk
from tirage.bind.structure.writing import Part, unlinked, write_structure


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a page of a gathering is printed."""

    page: int
    """Of the file, from 0."""
    form: tuple[str, ...] = ()
    """The form that holds it where two stand on a page."""
    x: float = 0
    """How far to the right of the page's corner it begins, pt."""


def write_tags(pdf: Pdf, plan: PressPlan, sheets: Sequence[Sheets], language: str) -> None:
    """Write the structure of `sheets`, of whose pages `pdf` was made as `plan` says; the file speaks `language`.

    Pieces come in the order in which they are read, wherever their pages stand; empty pages and marks are in none.
    """
    spots = _spots(pdf, plan)
    parts = [
        Part(sheet.gathering.piece, _placed(sheet.tree, number, spots), first=0)
        for number, sheet in enumerate(sheets)
    ]
    write_structure(pdf, parts, {}, language)


def _spots(pdf: Pdf, plan: PressPlan) -> dict[tuple[int, int], _Spot]:
    """The spot of each page by its gathering and its number there."""
    faces = [(number, face) for number, face in enumerate(plan.faces) if face]
    if plan.work.up == 1:
        return {face: _Spot(number) for number, face in faces}
    right = (float(pdf.pages[0].trimbox[2]) + plan.work.spine * MM) / 2
    return {face: _Spot(n // 2, (SIDES[n % 2],), n % 2 * right) for n, face in faces}


def _placed(tree: Element, gathering: int, spots: dict[tuple[int, int], _Spot]) -> Element:
    """`tree` with marks and boxes at their spots."""

    def shift(element: Element) -> tuple[Element]:
        if element.box is None:
            return (element,)
        page = next((kid.page for kid in walk(element) if isinstance(kid, Mark)), 0)
        left, lower, right, upper = element.box
        x = spots[gathering, page].x
        return (replace(element, box=(round(left + x, 3), lower, round(right + x, 3), upper)),)

    def move(mark: Mark) -> Mark:
        spot = spots[gathering, mark.page]
        return Mark(spot.page, mark.number, spot.form + mark.form)

    hooks = {kid for kid in walk(tree) if isinstance(kid, Hook)}
    return remarked(rebuilt(unlinked(tree, hooks), shift), move)
