"""Tables: every header cell says what it heads, every other cell which headers it has (ISO 14289-1, 7.5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count, product

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

_WIDEST = 1000
"""Columns that a cell may span, as HTML has it."""

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
    """A cell in the grid of its table."""

    element: Element
    section: int
    """0: the head of the table."""
    rows: range
    """From 0, as the columns."""
    columns: range
    among_heads: bool
    """Its row holds header cells only."""


def _headed(table: Element, name: str) -> Element:
    cells = [_scoped(cell, name) for cell in _grid(table)]
    heads = _Heads([cell for cell in cells if cell.element.tag == "TH"])
    changed = iter(
        cell.element
        if cell.element.tag == "TH"
        else replace(cell.element, headers=(*heads.over(cell), *heads.beside(cell)))
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
    lines = list(_rows(table))
    for row, (section, line) in enumerate(lines):
        column = 0
        elements = [element for element in line.kids if isinstance(element, Element)]
        among_heads = all(element.tag == "TH" for element in elements)
        for element in elements:
            while (row, column) in taken:
                column += 1
            rows = range(row, min(row + element.rows, len(lines)))
            columns = range(column, column + min(element.columns, _WIDEST))
            taken.update(product(rows, columns))
            yield _Cell(element, section, rows, columns, among_heads)


def _scoped(cell: _Cell, table: str) -> _Cell:
    element, row, column = cell.element, cell.rows.start, cell.columns.start
    if element.tag != "TH":
        return cell
    guess = "Column" if cell.section == 0 or cell.among_heads or column else "Row"
    name = f"{table} row {row + 1} column {column + 1}"
    scope = _SCOPES.get(element.scope) or guess
    return replace(cell, element=replace(element, scope=scope, id=name))


class _Heads:
    """The header cells of a table."""

    def __init__(self, heads: list[_Cell]) -> None:
        self._columns = [head for head in heads if head.element.scope != "Row"]
        self._rows: defaultdict[int, list[_Cell]] = defaultdict(list)
        for head in heads:
            if head.element.scope != "Column":
                for row in head.rows:
                    self._rows[row].append(head)

    def over(self, cell: _Cell) -> list[str]:
        """The ids of the headers of the columns of `cell`.

        A header in the midst of a table heads the rows of its own section that follow, up to the next such header.
        """
        found = [
            head
            for head in self._columns
            if head.rows.start < cell.rows.start
            and head.section in (0, cell.section)
            and head.columns.start < cell.columns.stop
            and cell.columns.start < head.columns.stop
        ]
        inner = [head.rows.start for head in found if head.section != 0]
        last = max(inner, default=0)
        return [head.element.id for head in found if head.section == 0 or head.rows.start == last]

    def beside(self, cell: _Cell) -> list[str]:
        """The ids of the headers of the rows of `cell`."""
        found = [
            head.element.id
            for row in cell.rows
            for head in self._rows[row]
            if head.columns.start < cell.columns.start
        ]
        return list(dict.fromkeys(found))
