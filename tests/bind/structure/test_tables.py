from __future__ import annotations

from tests.bind.notation import tree
from tirage.bind.structure.tables import headed
from tirage.bind.structure.tree import Element, Mark, elements


def heads(text: str) -> dict[int, list[int]]:
    """For each cell with text, by its mark: the marks of its headers."""
    root = headed(tree(f"Part({text})"))
    cells = [cell for cell in elements(root) if cell.tag in ("TH", "TD") and cell.kids]
    marks = {cell.id: _mark(cell) for cell in cells if cell.id}
    return {_mark(cell): [marks[name] for name in cell.headers] for cell in cells if cell.headers}


def scopes(text: str) -> dict[int, str]:
    root = headed(tree(f"Part({text})"))
    return {_mark(cell): cell.scope for cell in elements(root) if cell.scope}


def _mark(cell: Element) -> int:
    (mark,) = cell.kids
    assert isinstance(mark, Mark)
    return mark.number


def test_cells_have_the_headers_of_their_columns() -> None:
    table = "Table(THead(TR(TH(1) TH(2))) TBody(TR(TD(3) TD(4)) TR(TD(5) TD(6))))"
    assert heads(table) == {3: [1], 4: [2], 5: [1], 6: [2]}
    assert scopes(table) == {1: "Column", 2: "Column"}


def test_a_header_that_begins_a_row_heads_the_row() -> None:
    table = "Table(THead(TR(TH(1) TH(2))) TBody(TR(TH(3) TD(4))))"
    assert heads(table) == {4: [2, 3]}
    assert scopes(table)[3] == "Row"


def test_a_row_of_headers_alone_heads_columns() -> None:
    table = "Table(TBody(TR(TH(1) TH(2)) TR(TD(3) TD(4))))"
    assert scopes(table) == {1: "Column", 2: "Column"}
    assert heads(table) == {3: [1], 4: [2]}


def test_the_scope_that_the_author_gives_wins() -> None:
    table = "Table(TBody(TR(TH:col(1) TD(2)) TR(TD(3) TD(4))))"
    assert scopes(table) == {1: "Column"}
    assert heads(table) == {3: [1]}


def test_a_header_over_two_columns_heads_both() -> None:
    table = (
        "Table(THead(TR(TH|2(1) TH:colgroup/2(2)) TR(TH(3) TH(4))) TBody(TR(TH(5) TD(6) TD(7))))"
    )
    assert heads(table) == {6: [2, 3, 5], 7: [2, 4, 5]}


def test_a_header_over_two_rows_heads_both() -> None:
    table = "Table(TBody(TR(TH:rowgroup|2(1) TD(2)) TR(TD(3))))"
    assert heads(table) == {2: [1], 3: [1]}


def test_a_cell_over_two_columns_has_the_headers_of_both() -> None:
    assert heads("Table(THead(TR(TH(1) TH(2))) TBody(TR(TD/2(3))))") == {3: [1, 2]}


def test_a_header_in_the_midst_heads_the_rows_up_to_the_next_one() -> None:
    table = (
        "Table(THead(TR(TH(1) TH(2))) TBody(TR(TH:colgroup/2(3)) TR(TD(4) TD(5))"
        " TR(TH:colgroup/2(6)) TR(TD(7) TD(8))))"
    )
    assert heads(table) == {4: [1, 3], 5: [2, 3], 7: [1, 6], 8: [2, 6]}


def test_a_span_longer_than_the_table_ends_with_it() -> None:
    table = "Table(TR(TH:row|99999999(1) TD(2)) TR(TD/99999999(3)))"
    assert heads(table) == {2: [1], 3: [1]}


def test_ids_are_unique_over_tables_in_tables() -> None:
    inner = "Table(TR(TH(3) TD(4)))"
    root = headed(tree(f"Part(Table(TR(TH(1) TD({inner}))) {inner.replace('3', '5')})"))
    ids = [cell.id for cell in elements(root) if cell.tag == "TH"]
    assert len(ids) == 3
    assert len(set(ids)) == 3


def test_captions_and_text_stay() -> None:
    root = headed(tree("Part(Table(Caption(1) TR(TH(2) TD(3))))"))
    assert [element.tag for element in elements(root)] == [
        "Part",
        "Table",
        "Caption",
        "TR",
        "TH",
        "TD",
    ]
