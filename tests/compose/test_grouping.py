"""Numbers of four figures below larger ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tirage.compose.grouping import group_columns
from tirage.languages.marks.rules import rules_of
from tirage.languages.marks.setting import set_text
from tirage.model.matter import Cell, Strong, Text, plain

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "compose" / "grouping.yaml").read_text("utf-8")
)


def placed(rows: list[str]) -> tuple[tuple[tuple[int, Cell], ...], ...]:
    rules = rules_of("ru")
    cells = [[set_text(text.strip(), rules) for text in row.split("|")] for row in rows]
    return tuple(
        tuple((place, Cell((Text(text),), "")) for place, text in enumerate(row)) for row in cells
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_columns(case: dict[str, Any]) -> None:
    rows = [
        " | ".join(plain(c.children) for _, c in row)
        for row in group_columns(placed(case["typed"]))
    ]
    shown = [row.replace("\u202f", "^").replace("\u2060", "") for row in rows]
    expected = [row.replace("~", "\u00a0") for row in case["set"]]
    assert [row.replace("\u00a0%", " %") for row in shown] == expected


def test_a_bold_total_is_grouped_and_a_heading_of_a_row_is_not() -> None:
    total = Cell((Strong((Text("4321"),)),), "")
    head = Cell((Text("1234"),), "", header="row")
    rows = (((0, head), (1, Cell((Text("12\u202f345"),), ""))), ((0, head), (1, total)))
    ((first, _), (second, made)) = group_columns(rows)
    assert first[1] == second[1] == head
    assert plain(made[1].children) == "4\u202f321"
