"""Columns of numbers in tables."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tirage.compose.columns import SetCell, set_table, split_number
from tirage.model.matter import Alignment, Cell, Inline, Strong, Superscript, Table, Text

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "compose" / "columns.yaml").read_text("utf-8")
)


@pytest.mark.parametrize(("language", "cell", "whole", "fraction"), CASES)
def test_numbers(language: str, cell: str, whole: str, fraction: str) -> None:
    expected = None if whole == "no" else (whole, fraction)
    assert split_number(cell, language) == expected


def table(*rows: str, align: Alignment = "", total: str = "") -> Table:
    def cells(row: str, header: bool = False) -> tuple[Cell, ...]:
        texts = [text.strip() for text in row.split("|")]
        return tuple(
            Cell((Text(text),) if text else (), align, header="column" if header else "")
            for text in texts
        )

    head, *body = rows
    foot = (cells(total),) if total else ()
    return Table((cells(head, True),), tuple(map(cells, body)), foot, (), "t-1", 1)


def column(made: Table, number: int = 1, language: str = "ru") -> list[SetCell]:
    rows = set_table(made, language)
    return [row[number] for part in (rows.head, rows.body, rows.foot) for row in part]


def text(nodes: tuple[Inline, ...]) -> str:
    return "".join(node.text for node in nodes if isinstance(node, Text))


def test_a_column_of_numbers_is_found_and_parted_at_the_sign() -> None:
    head, *cells = column(table("Город|Доля", "А|3,9", "Б|12,75", "В|3", "Г|–"))
    assert [text(cell.whole) for cell in cells] == ["3", "12", "3", "–"]
    assert [text(cell.fraction) for cell in cells] == [",9", ",75", "", ""]
    assert {cell.align for cell in (head, *cells)} == {"right"}
    assert {cell.room for cell in cells} == {3}
    assert head.room == 0


def test_a_column_without_decimals_is_only_set_to_the_right() -> None:
    cells = column(table("Город|Год", "А|2024", "Б|"))
    assert {(cell.align, cell.room) for cell in cells} == {("right", 0)}


def test_a_word_makes_it_a_column_of_words() -> None:
    cells = column(table("Город|Доля", "А|3,9", "Б|нет данных"))
    assert {(cell.align, cell.room) for cell in cells} == {("", 0)}


def test_the_totals_count() -> None:
    *_, total = column(table("Город|Доля", "А|3,9", total="Всего|100,25"))
    assert (text(total.whole), text(total.fraction)) == ("100", ",25")


@pytest.mark.parametrize("align", ["left", "center"])
def test_the_authors_alignment_goes_first(align: Alignment) -> None:
    cells = column(table("Город|Доля", "А|3,9", align=align))
    assert {(cell.align, cell.room) for cell in cells} == {(align, 0)}


def test_a_mark_and_bold_type_are_no_part_of_the_number() -> None:
    bold = Cell((Strong((Text("12,5"),)), Superscript((Text("a"),))))
    plain = Cell((Text("3,25"),))
    made = Table((), ((bold,), (plain,)), (), (), "t-1", 1)
    first, _ = column(made, 0)
    assert first.whole == (Strong((Text("12"),)),)
    assert first.fraction == (Strong((Text(",5"),)), Superscript((Text("a"),)))
    assert first.room == 3


def test_headers_of_rows_and_spanning_cells_do_not_count() -> None:
    made = Table(
        (),
        (
            (Cell((Text("2024"),), header="row"), Cell((Text("1,5"),))),
            (Cell((Text("Итого по всем годам"),), columns=2),),
        ),
        (),
        (),
        "t-1",
        1,
    )
    rows = set_table(made, "ru")
    assert rows.columns == 2
    assert [cell.align for cell in rows.body[0]] == ["", "right"]
    assert rows.body[1][0].align == ""


def test_cells_under_a_spanning_one_know_their_column() -> None:
    made = Table(
        (),
        (
            (Cell((Text("А"),), rows=2), Cell((Text("1,5"),))),
            (Cell((Text("22,25"),)),),
        ),
        (),
        (),
        "t-1",
        1,
    )
    second = set_table(made, "ru").body[1][0]
    assert (text(second.whole), text(second.fraction)) == ("22", ",25")
