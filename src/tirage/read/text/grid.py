"""Rows of cells that span one another → rows in which every cell knows its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tirage.findings import counted
from tirage.model.matter import Alignment, Inline

MOST_CELLS = 200_000
"""Places in one table."""
MOST_COLUMNS = 100

Complain: TypeAlias = Callable[[int, str, str, str], None]
"""Takes a row (from 0), a code of "content.table", a message and advice."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A cell as written."""

    children: tuple[Inline, ...]
    columns: int = 1
    rows: int = 1
    align: Alignment = ""
    is_header: bool = False
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell and the column in which it begins, from 0."""

    cell: Draft
    column: int


def place(
    rows: Sequence[Sequence[Draft]], complete: bool, complain: Complain
) -> tuple[tuple[Placed, ...], ...] | None:
    """The cells of `rows` in their places; None, and a complaint, when they do not make a rectangle.

    `complete`: the cells that a spanning cell covers are written too (and must be empty), as in Markdown; else they
    are left out, as in HTML.
    """
    width = _width(rows, complete)
    if width > MOST_COLUMNS or width * len(rows) > MOST_CELLS:
        message = f"The table has {counted(len(rows), 'row')} and {counted(width, 'column')}."
        complain(0, "too-large", message, "Split it, or give the data beside the article.")
        return None
    grid = _Grid(len(rows), width, complain)
    placed = tuple(
        tuple(grid.put_complete(r, row) if complete else grid.put(r, row))
        for r, row in enumerate(rows)
    )
    return placed if grid.is_full() else None


def _width(rows: Sequence[Sequence[Draft]], complete: bool) -> int:
    if complete:
        return max((len(row) for row in rows), default=0)
    return sum(min(cell.columns, MOST_COLUMNS + 1) for cell in rows[0]) if rows else 0


class _Grid:
    def __init__(self, height: int, width: int, complain: Complain) -> None:
        self._height = height
        self._width = width
        self._taken = [[False] * width for _ in range(height)]
        self._complain = complain
        self._sound = True

    def put_complete(self, r: int, row: Sequence[Draft]) -> list[Placed]:
        placed = []
        for c, cell in enumerate(row):
            if not self._taken[r][c]:
                self._cover(r, c, cell)
                placed.append(Placed(cell, c))
            elif cell.children:
                message = f"The cell in column {c + 1} is covered by one that spans it."
                self._refuse(r, "covered", message, "Leave the covered cell empty.")
        return placed

    def put(self, r: int, row: Sequence[Draft]) -> list[Placed]:
        placed, c = [], 0
        for cell in row:
            while c < self._width and self._taken[r][c]:
                c += 1
            self._cover(r, c, cell)
            placed.append(Placed(cell, c))
            c += cell.columns
        return placed

    def _cover(self, r: int, c: int, cell: Draft) -> None:
        if c >= self._width:
            message = f"The row has more cells than the table has columns ({self._width})."
            self._refuse(
                r, "ragged", message, "Take the cells out, or add columns to the first row."
            )
            return
        if r + cell.rows > self._height or c + cell.columns > self._width:
            message = "A cell reaches over the edge of the table."
            self._refuse(r, "span", message, "Correct its `colspan` or `rowspan`.")
            return
        for line in self._taken[r : r + cell.rows]:
            if any(line[c : c + cell.columns]):
                message = "Two cells cover the same place."
                self._refuse(r, "span", message, "Correct their `colspan` and `rowspan`.")
            line[c : c + cell.columns] = [True] * cell.columns

    def is_full(self) -> bool:
        for r, line in enumerate(self._taken):
            if self._sound and not all(line):
                cells, columns = counted(sum(line), "cell"), counted(self._width, "column")
                message = f"The row has {cells} where the table has {columns}."
                self._refuse(
                    r, "ragged", message, "Add the cells that are missing, empty ones too."
                )
        return self._sound

    def _refuse(self, r: int, code: str, message: str, advice: str) -> None:
        if self._sound:  # what follows from the first mistake would only confuse
            self._complain(r, code, message, advice)
        self._sound = False
