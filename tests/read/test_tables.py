"""Cells that span one another."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.read.helpers import only, read
from tirage.model.matter import Text
from tirage.read.text.grid import MOST_CELLS, MOST_COLUMNS, Draft, place

FULL = (Text("x"),)


def draft(columns: int = 1, rows: int = 1) -> Draft:
    return Draft(FULL, columns, rows)


def complaints(rows: list[list[Draft]], complete: bool) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    placed = place(rows, complete, lambda row, code, message, advice: found.append((row, code)))
    assert (placed is None) is bool(found)
    return found


@st.composite
def tilings(draw: st.DrawFn) -> tuple[int, int, list[tuple[int, int, int, int]]]:
    """A rectangle cut into tiles: (row, column, rows, columns), by rows."""
    height, width = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    taken: set[tuple[int, int]] = set()
    tiles = []
    for r, c in product(range(height), range(width)):
        if (r, c) in taken:
            continue
        columns = 1
        while c + columns < width and (r, c + columns) not in taken and draw(st.booleans()):
            columns += 1
        rows = draw(st.integers(1, height - r))
        taken |= set(product(range(r, r + rows), range(c, c + columns)))
        tiles.append((r, c, rows, columns))
    return height, width, tiles


@given(tilings())
def test_any_tiling_is_found_again(
    tiling: tuple[int, int, list[tuple[int, int, int, int]]],
) -> None:
    """Written with the covered cells (Markdown) and without (HTML), it is the same."""
    height, width, tiles = tiling
    without: list[list[Draft]] = [[] for _ in range(height)]
    complete = [[Draft(()) for _ in range(width)] for _ in range(height)]
    for r, c, rows, columns in tiles:
        without[r].append(draft(columns, rows))
        complete[r][c] = draft(columns, rows)
    for source, flag in ((without, False), (complete, True)):
        placed = place(source, flag, lambda *_: pytest.fail("it is a rectangle"))
        assert placed is not None
        found = [
            (r, item.column, item.cell.rows, item.cell.columns)
            for r, row in enumerate(placed)
            for item in row
        ]
        assert found == tiles


def test_rows_of_unequal_length() -> None:
    assert complaints([[draft(), draft()], [draft()]], complete=False) == [(1, "ragged")]
    assert complaints([[draft()], [draft(), draft()]], complete=False) == [(1, "ragged")]


def test_one_cell_is_not_called_cells() -> None:
    told: list[str] = []
    place([[draft(), draft()], [draft()]], False, lambda _r, _c, message, _a: told.append(message))
    place([[draft(MOST_COLUMNS + 1)]], False, lambda _r, _c, message, _a: told.append(message))
    assert told == [
        "The row has one cell where the table has 2 columns.",
        f"The table has one row and {MOST_COLUMNS + 1} columns.",
    ]


def test_widths_of_one_column_are_one_number(tmp_path: Path) -> None:
    table = '<table>\n<tr><td>1</td></tr>\n</table>\n\n: П {widths="20 20"}\n'
    (finding,) = read(tmp_path, table).findings
    assert finding.message == "`widths` does not fit to one column."
    assert finding.advice == 'Write one number, as `widths="20"`.'


def test_only_the_first_mistake_is_told() -> None:
    rows = [[draft(3), draft()], [draft(), draft(9)], [draft()], [draft(9)]]
    assert complaints(rows, complete=False) == [(1, "span")]


def test_spans_over_the_edge_and_over_one_another() -> None:
    assert complaints([[draft(rows=2)]], complete=False) == [(0, "span")]
    assert complaints([[draft(), draft(2)]], complete=True) == [(0, "span")]
    rows = [[draft(), draft(rows=2)], [draft(2)]]
    assert complaints(rows, complete=False) == [(1, "span")]


def test_covered_cells_are_empty() -> None:
    assert complaints([[draft(2), draft()]], complete=True) == [(0, "covered")]
    assert complaints([[draft(2), Draft(())]], complete=True) == []


def test_size_is_bounded() -> None:
    assert complaints([[draft(10**9)]], complete=False) == [(0, "too-large")]
    assert complaints([[draft()] * (MOST_COLUMNS + 1)], complete=True) == [(0, "too-large")]
    assert complaints([[draft()] * 100] * 3000, complete=True) == [(0, "too-large")]
    assert complaints([[draft(rows=10**9)]], complete=False) == [(0, "span")]


def test_a_table_that_is_too_large_is_named(tmp_path: Path) -> None:
    row = "|" + "а|" * (MOST_COLUMNS + 1)
    rule = row.replace("а", "-")
    found = read(tmp_path, f": Подпись {{#tbl:a}}\n\n{row}\n{rule}\n{row}\n").findings
    assert f"{MOST_COLUMNS + 1} columns" in only(found, "content.table/too-large").message


def test_a_csv_file_that_is_too_large_is_named(tmp_path: Path) -> None:
    files = {"2026-1/one/data.csv": "а,б\n" * (MOST_CELLS // 2 + 1)}
    found = read(tmp_path, ': Подпись {#tbl:a csv="data.csv"}\n', files=files).findings
    assert str(MOST_CELLS) in only(found, "content.csv/too-large").message


def test_no_rows() -> None:
    assert complaints([], complete=True) == []
