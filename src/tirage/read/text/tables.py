"""A table in any of its three spellings, with the line of its caption → Table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from markdown_it.token import Token

from tirage.findings import counted
from tirage.model.matter import Cell, Inline, Table
from tirage.read.remarks import Position
from tirage.read.text.attributes import Attributes, check_keys, read_count
from tirage.read.text.csvtable import read_alignments, read_csv_rows
from tirage.read.text.grid import Draft, Placed, place
from tirage.read.text.htmltable import read_html_rows
from tirage.read.text.inlines import Inlines
from tirage.read.text.manuscript import Target
from tirage.read.text.pipetable import read_pipe_rows
from tirage.read.text.tablenotes import read_table_notes, tied

KEYS = ("source", "header-rows", "header-columns", "total-rows", "widths", "sideways", "align")
CSV_KEYS = (*KEYS, "csv")

_SCOPES: dict[str, Literal["column", "row", "columns", "rows"]] = {
    "col": "column",
    "row": "row",
    "colgroup": "columns",
    "rowgroup": "rows",
}


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the caption's line says of a table."""

    caption: tuple[Inline, ...]
    attributes: Attributes
    at: Position
    line: int
    """Of the table."""
    target: Target


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows as written."""

    drafts: tuple[tuple[Draft, ...], ...]
    lines: tuple[int, ...]
    complete: bool
    """Cells that others cover are written too."""
    head: int
    """How many of them are the head, unless the attributes say otherwise."""
    foot: int = 0


def read_table(
    tokens: Sequence[Token], caption: Sequence[Token], notes: Sequence[Token], inlines: Inlines
) -> Table | None:
    """The table of `tokens` (none: of a CSV file), with the tokens of its caption's line and its notes, if there are any.

    None, and findings, when its rows cannot be made out.
    """
    frame = _read_frame(tokens, caption, inlines)
    rows = _read_rows(tokens, frame, inlines)
    table = _set(rows, frame, inlines) if rows else None
    if table is None:
        return None
    under = read_table_notes(notes, frame.target.anchor, inlines)
    return tied(replace(table, notes=under), inlines.manuscript.remarks)


def _read_frame(tokens: Sequence[Token], caption: Sequence[Token], inlines: Inlines) -> _Frame:
    manuscript = inlines.manuscript
    line = ((tokens or caption)[0].map or [0])[0] + 1
    if not caption:
        target: Target = tokens[-1].meta["target"]
        frame = _Frame((), Attributes(), (line, 0), line, target)
    else:
        opener, inline = caption[0], caption[1]
        spot = manuscript.spot((opener.map or [0])[0] + 1, inline.content)
        at = (spot.line, manuscript.lines[spot.line - 1].find("{") + 1)
        attributes: Attributes = opener.meta["attributes"]
        known = KEYS if tokens else CSV_KEYS
        check_keys(attributes, known, "A table", manuscript.remarks, at)
        content = inlines.read(inline.children or [], spot)
        frame = _Frame(content, attributes, at, line, opener.meta["target"])
    if not frame.caption:
        message = "The table has no caption."
        advice = "Write it in a line after the table: `: Caption {#tbl:name}`."
        manuscript.remarks.warn("facts.missing/caption", message, advice, (line, 0))
    return frame


def _read_rows(tokens: Sequence[Token], frame: _Frame, inlines: Inlines) -> _Rows | None:
    if not tokens:
        read = read_csv_rows(frame.attributes.get("csv"), inlines.manuscript, frame.at)
        return _rows(read, head=1) if read else None
    if tokens[0].type == "html_table":
        return _read_html(tokens[0], inlines)
    return _rows(read_pipe_rows(tokens, inlines), head=1)


def _rows(read: list[tuple[int, list[Draft]]], head: int) -> _Rows:
    drafts = tuple(tuple(cells) for _, cells in read)
    return _Rows(drafts, tuple(line for line, _ in read), complete=True, head=head)


def _read_html(token: Token, inlines: Inlines) -> _Rows | None:
    # Wherever <thead> and <tfoot> are written, they are printed at the top and at the end.
    order = {"head": 0, "body": 1, "": 1, "foot": 2}
    rows = sorted(read_html_rows(token, inlines), key=lambda row: order[row[1]])
    if not rows:
        message = "The table has no rows."
        inlines.manuscript.remarks.fail(
            "content.table/empty",
            message,
            "Write `<tr>` and `<td>`.",
            ((token.map or [0])[0] + 1, 0),
        )
        return None
    head = sum(part == "head" for _, part, _ in rows)
    if not head:
        plain = [all(cell.is_header for cell in cells) for _, _, cells in rows]
        head = plain.index(False) if False in plain else 0
    return _Rows(
        tuple(tuple(cells) for _, _, cells in rows),
        tuple(line for line, _, _ in rows),
        complete=False,
        head=head,
        foot=sum(part == "foot" for _, part, _ in rows),
    )


def _set(rows: _Rows, frame: _Frame, inlines: Inlines) -> Table | None:
    manuscript, attributes = inlines.manuscript, frame.attributes

    def complain(row: int, code: str, message: str, advice: str) -> None:
        manuscript.remarks.fail(f"content.table/{code}", message, advice, (rows.lines[row], 0))

    def count(key: str, default: int) -> int:
        return read_count(attributes, key, default, manuscript.remarks, frame.at)

    placed = place(rows.drafts, rows.complete, complain)
    if placed is None:
        return None
    height = len(placed)
    width = sum(item.cell.columns for item in placed[0])
    head = min(count("header-rows", rows.head), height)
    foot = height - min(count("total-rows", rows.foot), height - head)
    for r, row in enumerate(placed):
        for item in row:
            if r < head < r + item.cell.rows or r < foot < r + item.cell.rows:
                message = "A cell spans from the head of the table, or into its totals."
                complain(r, "span", message, "Correct its `rowspan`, or `header-rows`.")
    alignments = read_alignments(attributes.get("align"), width, manuscript, frame.at)
    if alignments:
        placed = tuple(tuple(_align(item, alignments[item.column]) for item in r) for r in placed)
    row_headers = count("header-columns", 0)
    return Table(
        head=tuple(tuple(_cell(item, True, row_headers) for item in r) for r in placed[:head]),
        body=tuple(tuple(_cell(item, False, row_headers) for item in r) for r in placed[head:foot]),
        foot=tuple(tuple(_cell(item, False, row_headers) for item in r) for r in placed[foot:]),
        caption=frame.caption,
        anchor=frame.target.anchor,
        number=frame.target.number,
        widths=_read_widths(attributes.get("widths"), width, frame, inlines),
        source=attributes.get("source"),
        sideways=_read_sideways(attributes.get("sideways"), frame, inlines),
        line=frame.line,
    )


def _align(item: Placed, align: Literal["left", "center", "right", ""]) -> Placed:
    return Placed(replace(item.cell, align=align), item.column)


def _cell(item: Placed, in_head: bool, row_headers: int) -> Cell:
    draft = item.cell
    header: Literal["", "column", "row", "columns", "rows"] = ""
    if draft.scope:
        header = _SCOPES[draft.scope]
    elif in_head:
        header = "columns" if draft.columns > 1 else "column"
    elif draft.is_header or item.column < row_headers:
        header = "rows" if draft.rows > 1 else "row"
    return Cell(draft.children, draft.align, draft.columns, draft.rows, header)


def _read_widths(written: str, columns: int, frame: _Frame, inlines: Inlines) -> tuple[float, ...]:
    written = written.replace("%", " ").strip()
    parts = [part.rstrip(",;").replace(",", ".") for part in written.split()]
    parts = written.split(",") if len(parts) == 1 else parts
    shares = [float(part) for part in parts if re.fullmatch(r"\d{1,4}(\.\d{1,3})?", part.strip())]
    if not written:
        return ()
    if len(shares) == len(parts) == columns and all(shares):
        return tuple(share / sum(shares) for share in shares)
    message = f"`widths` does not fit to {counted(columns, 'column')}."
    advice = f'Write {counted(columns, "number")}, as `widths="{" ".join(["20"] * columns)}"`.'
    inlines.manuscript.remarks.fail("content.attributes/wrong-value", message, advice, frame.at)
    return ()


def _read_sideways(written: str, frame: _Frame, inlines: Inlines) -> bool:
    if written not in ("", "true", "false"):
        message = f"`sideways={written}` is neither `true` nor `false`."
        inlines.manuscript.remarks.fail(
            "content.attributes/wrong-value", message, "Write `sideways=true`.", frame.at
        )
    return written == "true"
