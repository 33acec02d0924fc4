"""Tables: every header cell says what it heads, every other cell which headers it has (ISO 14289-1, 7.5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from tirage.bind.structure.tree import Element, Kid, rebuilt, with_kids
from tirage.bind.structure.vocabulary import CELLS

_SCOPES = {
    "": "",
    "col": "Column",
    "colgroup": "Column",
    "row": "Row",
    "rowgroup": "Row",
    "Column": "Column",
    "Row": "Row",
    "Both": "Both",
}
"""The values of HTML's `scope`, and the standard's own."""

_SECTIONS = ("THead", "TBody", "TFoot")


def headed(root: Element) -> Element:
    """`root` with Scope and id at the header cells of its tables and the ids of its headers at every other cell.

    A header without a scope heads its row when it begins a row of the body that has other cells, else its column.
    Ids are "table 1 row 2 column 3", unique in `root`.
    """
    numbers = count(1)

    def change(element: Element) -> tuple[Kid, ...]:
        return (_headed(element, f"table {next(numbers)}") if element.tag == "Table" else element,)

    return rebuilt(root, change)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell in the grid of its table; rows and columns from 0."""

    element: Element
    section: int
    """0: the head of the table."""
    row: int
    column: int
    among_heads: bool
    """Its row holds header cells only."""

    @property
    def rows(self) -> range:
        return range(self.row, self.row + self.element.rows)

    @property
    def columns(self) -> range:
        return range(self.column, self.column + self.element.columns)


def _headed(table: Element, name: str) -> Element:
    cells = [_scoped(cell, name) for cell in _grid(table)]
    heads = [cell for cell in cells if cell.element.tag == "TH"]
    changed = iter(
        cell.element
        if cell.element.tag == "TH"
        else replace(cell.element, headers=_headers(cell, heads))
        for cell in cells
    )

    def change(element: Element) -> Element:
        kids: list[Kid] = []
        for kid in element.kids:
            if not isinstance(kid, Element) or kid.tag == "Caption":
                kids.append(kid)
            else:
                kids.append(next(changed) if kid.tag in CELLS else change(kid))
        return with_kids(element, kids)

    return change(table)


def _rows(table: Element) -> Iterator[tuple[int, Element]]:
    """The rows of a table with the number of their section: 0 the head, one for each other section."""
    for number, kid in enumerate(table.kids, 1):
        if isinstance(kid, Element) and kid.tag in _SECTIONS:
            section = 0 if kid.tag == "THead" else number
            yield from ((section, row) for row in kid.kids if isinstance(row, Element))
        elif isinstance(kid, Element) and kid.tag == "TR":
            yield -1, kid


def _grid(table: Element) -> Iterator[_Cell]:
    """The cells of a table at their places, row by row, as HTML lays them out (HTML, 4.9.12.1)."""
    taken: set[tuple[int, int]] = set()
    for row, (section, line) in enumerate(_rows(table)):
        column = 0
        elements = [element for element in line.kids if isinstance(element, Element)]
        among_heads = all(element.tag == "TH" for element in elements)
        for element in elements:
            while (row, column) in taken:
                column += 1
            cell = _Cell(element, section, row, column, among_heads)
            taken.update((r, c) for r in cell.rows for c in cell.columns)
            yield cell


def _scoped(cell: _Cell, table: str) -> _Cell:
    element = cell.element
    if element.tag != "TH":
        return cell
    guess = "Column" if cell.section == 0 or cell.among_heads or cell.column else "Row"
    name = f"{table} row {cell.row + 1} column {cell.column + 1}"
    scope = _SCOPES.get(element.scope) or guess
    return replace(cell, element=replace(element, scope=scope, id=name))


def _headers(cell: _Cell, heads: list[_Cell]) -> tuple[str, ...]:
    """The ids of the headers of `cell`: of its columns, then of its rows.

    A header in the midst of a table heads the rows of its own section that follow, up to the next such header.
    """
    over = [
        head
        for head in heads
        if head.element.scope in ("Column", "Both")
        and head.row < cell.row
        and head.section in (0, cell.section)
        and set(head.columns) & set(cell.columns)
    ]
    inner = [head.row for head in over if head.section == cell.section and head.section != 0]
    columns = [head for head in over if head.section == 0 or head.row == max(inner)]
    rows = [
        head
        for head in heads
        if head.element.scope in ("Row", "Both")
        and head.column < cell.column
        and set(head.rows) & set(cell.rows)
    ]
    return tuple(head.element.id for head in (*columns, *rows))
