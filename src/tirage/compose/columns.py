"""Columns of numbers: found by what stands in them, set with the decimal signs below one another.

In comes a table, out come its rows as they are set. A column is one of numbers when every cell of its body, totals
included, is a number, a dash or empty, and at least one is a number; cells that span
columns and headers of rows do not count. The author's own alignment goes before it, if it is not to the right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from tirage.compose.grouping import group_columns
from tirage.languages.traits import traits
from tirage.model.matter import (
    Alignment,
    Cell,
    Emphasis,
    Inline,
    Note,
    SmallCaps,
    Strong,
    Superscript,
    Table,
    Text,
    plain,
    walk,
)

_SPACES = " \u00a0\u2009\u202f"
_NUMBER = re.compile(
    rf"(?P<whole>[<>≤≥≈~±+−–-]?[{_SPACES}]?[$€£₸₽]?[{_SPACES}]?\d+(?:[{_SPACES}.,٬'’]\d{{3}})*?)"
    rf"(?P<fraction>[.,٫]\d+)?(?P<unit>[{_SPACES}]?[%‰°٪])?"
)
"""A number: a sign, groups of figures, a decimal part, a per cent sign."""
_GROUPED = re.compile(rf"\d{{1,3}}(?:[{_SPACES}.,٬'’]\d{{3}})*")
_NONE = frozenset(("", "-", "–", "—", "−", "…", "...", "х", "x", "×"))
"""What stands in a cell that has no number: GOST 2.105 asks for a dash."""
_RAISED = 0.6
"""Width of a raised sign, in figures."""


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell as it is set."""

    cell: Cell
    align: Alignment
    whole: tuple[Inline, ...]
    """What stands before the decimal sign, or all of it."""
    fraction: tuple[Inline, ...]
    """The decimal sign and what follows it; () where there is none."""
    room: float
    """Width to keep for the fraction, in figures; 0 in a column without one."""


@dataclass(frozen=True, slots=True)
class SetTable:
    """The rows of a table as they are set."""

    head: tuple[tuple[SetCell, ...], ...]
    body: tuple[tuple[SetCell, ...], ...]
    foot: tuple[tuple[SetCell, ...], ...]
    columns: int


@dataclass(frozen=True, slots=True)
class _Column:
    numbers: bool = False
    room: float = 0


def set_table(table: Table, language: str) -> SetTable:
    """The rows of `table` in an article in `language`, whose decimal sign counts."""
    head, below = _places(table.head), group_columns(_places(table.body) + _places(table.foot))
    places = (head, below[: len(table.body)], below[len(table.body) :])
    width = max((p + c.columns for part in places for row in part for p, c in row), default=0)
    under = tuple(row for part in places[1:] for row in part)
    columns = tuple(_column(under, number, language) for number in range(width))
    head_set, body_set, foot_set = (
        tuple(
            tuple(_set(cell, place, columns, language, at == 0) for place, cell in row)
            for row in part
        )
        for at, part in enumerate(places)
    )
    return SetTable(head_set, body_set, foot_set, width)


def split_number(text: str, language: str) -> tuple[str, str] | None:
    """`text` before its decimal sign and from it on; None when it is not a number."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    whole, fraction, unit = match["whole"], match["fraction"] or "", match["unit"] or ""
    sign = traits(language).decimal
    figures = re.sub(r"^\D+", "", whole)
    grouped = len(fraction) == 4 and not figures.startswith("0") and _GROUPED.fullmatch(figures)
    if grouped and fraction[0] not in (sign, "٫"):
        return whole + fraction, unit  # 1,234 in English is a thousand
    return whole, fraction + unit


def _places(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[tuple[int, Cell], ...], ...]:
    """The cells of `rows`, each with the column in which it begins."""
    taken: set[tuple[int, int]] = set()
    placed = []
    for r, row in enumerate(rows):
        line, c = [], 0
        for cell in row:
            while (r, c) in taken:
                c += 1
            taken.update(product(range(r, r + cell.rows), range(c, c + cell.columns)))
            line.append((c, cell))
        placed.append(tuple(line))
    return tuple(placed)


def _column(rows: Sequence[Sequence[tuple[int, Cell]]], number: int, language: str) -> _Column:
    cells = [c for row in rows for place, c in row if place == number and c.columns == 1]
    cells = [cell for cell in cells if cell.header not in ("row", "rows")]
    if any(cell.align not in ("", "right") for cell in cells):
        return _Column()
    texts = [_bare(cell) for cell in cells]
    numbers = [split_number(text, language) for text in texts if text not in _NONE]
    if not numbers or not all(numbers) or any(_has_note(cell) for cell in cells):
        return _Column()
    rooms = [
        len(parts[1]) + _RAISED * len(_raised(cell))
        for cell, text in zip(cells, texts, strict=True)
        if (parts := split_number(text, language))
    ]
    return _Column(True, round(max(rooms), 2))


def _set(
    cell: Cell, place: int, columns: Sequence[_Column], language: str, in_head: bool
) -> SetCell:
    is_row_header = cell.header in ("row", "rows")
    column = _Column() if cell.columns > 1 or is_row_header else columns[place]
    align = cell.align or ("right" if column.numbers else "")
    parts = split_number(_bare(cell), language)
    if in_head or not column.room or parts is None:
        return SetCell(cell, align, cell.children, (), 0 if in_head else column.room)
    whole, fraction = _cut(cell.children, len(parts[0]))
    return SetCell(cell, align, whole, fraction, column.room)


def _bare(cell: Cell) -> str:
    """The characters of a cell without its raised signs."""
    return _characters(cell.children).strip()


def _characters(nodes: Sequence[Inline]) -> str:
    kept = (node for node in nodes if not isinstance(node, Superscript))
    return "".join(
        _characters(node.children)
        if isinstance(node, (Emphasis, Strong, SmallCaps))
        else _text(node)
        for node in kept
    )


def _text(node: Inline) -> str:
    # What is no text makes the cell one of words.
    return node.text if isinstance(node, Text) else "?"


def _raised(cell: Cell) -> str:
    return "".join(plain((n,)) for n in walk(cell.children) if isinstance(n, Superscript))


def _has_note(cell: Cell) -> bool:
    return any(isinstance(node, Note) for node in walk(cell.children))


def _cut(nodes: tuple[Inline, ...], length: int) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """`nodes` before and from their character `length` on; spaces at their beginning do not count."""
    before: list[Inline] = []
    after: list[Inline] = []
    left = length
    for node in nodes:
        if not left:
            after.append(node)
            continue
        if isinstance(node, (Emphasis, Strong, SmallCaps)):
            first, second = _cut(node.children, left)
            left -= sum(len(_characters((child,))) for child in first)
            before += [replace(node, children=first)] if first else []
            after += [replace(node, children=second)] if second else []
        elif isinstance(node, Text):
            text = node.text.lstrip() if left == length else node.text
            before.append(Text(text[:left]))
            after += [Text(text[left:])] if text[left:] else []
            left -= min(left, len(text))
        else:
            before.append(node)
    return tuple(before), tuple(after)
