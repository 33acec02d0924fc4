"""Numbers of four figures in a column that also holds larger ones: grouped as these are, so that figures stand below one another.

The cells of a table below its head come in, each with its column; the same go out. A row that has nothing but years, so far
as it has numbers, stays: what would be read as an amount was none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from tirage.languages.marks.signs import SPACES, THIN
from tirage.model.matter import Cell, Superscript, Text, plain
from tirage.model.rewriting import rewrite

Placed: TypeAlias = tuple[tuple[tuple[int, Cell], ...], ...]
"""Rows of cells, each with the column in which it begins."""

_LARGE = re.compile(rf"\D*(?:\d{{2,3}}|\d{{1,3}}[{SPACES}]\d{{3}})(?:[{SPACES}]\d{{3}})+(?!\d).*")
_FOUR = re.compile(r"[^\d\w]*\d{4}(?:[.,]\d+)?[^\d\w]*")
_PART = re.compile(r"(?<![\d.,])(\d)(?=\d{3}(?!\d))")
_YEAR = re.compile(r"(?:18|19|20)\d\d")


def group_columns(rows: Placed) -> Placed:
    """`rows` with the numbers of four figures grouped in every column that has grouped ones."""
    texts = [[(place, _text(cell)) for place, cell in row] for row in rows]
    large = {place for row in texts for place, text in row if _LARGE.fullmatch(text)}
    if not large:
        return rows
    return tuple(
        row if _has_years_only([text for place, text in read if place]) else _grouped(row, large)
        for row, read in zip(rows, texts, strict=True)
    )


def _grouped(row: tuple[tuple[int, Cell], ...], large: set[int]) -> tuple[tuple[int, Cell], ...]:
    return tuple(
        (place, replace(cell, children=rewrite(cell.children, Text, _part)))
        if place in large and _FOUR.fullmatch(_text(cell))
        else (place, cell)
        for place, cell in row
    )


def _has_years_only(texts: Sequence[str]) -> bool:
    numbers = [text for text in texts if any(map(str.isdigit, text))]
    return bool(numbers) and all(map(_YEAR.fullmatch, numbers))


def _text(cell: Cell) -> str:
    if cell.columns > 1 or cell.header:
        return ""
    return plain(tuple(node for node in cell.children if not isinstance(node, Superscript))).strip()


def _part(leaf: Text) -> Text:
    return Text(_PART.sub(rf"\1{THIN}", leaf.text))
