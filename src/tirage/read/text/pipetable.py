"""A table of lines and bars → rows of drafts."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from tirage.model.matter import Alignment
from tirage.read.text.attributes import Attributes, check_keys, read_count
from tirage.read.text.grid import Draft
from tirage.read.text.inlines import Inlines
from tirage.read.text.manuscript import Spot

_ALIGNMENTS: dict[str, Alignment] = {
    "text-align:left": "left",
    "text-align:center": "center",
    "text-align:right": "right",
}


def read_pipe_rows(tokens: Sequence[Token], inlines: Inlines) -> list[tuple[int, list[Draft]]]:
    """The rows of the table's `tokens`, each with its line; cells that others cover are among them."""
    rows: list[tuple[int, list[Draft]]] = []
    bounds: list[tuple[int, int]] = []
    for opener, token in itertools.pairwise(tokens):
        if opener.type == "tr_open":
            line = (opener.map or [0])[0] + 1
            source = inlines.manuscript.lines[line - 1]
            bounds = list(split_row(source))
            rows.append((line, []))
        if token.type == "inline" and opener.type in ("th_open", "td_open"):
            line, row = rows[-1]
            hint = bounds[len(row)][0] if len(row) < len(bounds) else 0
            spot = inlines.manuscript.spot(line, token.content, hint)
            row.append(_read_cell(opener, token, spot, inlines))
            if len(row) == len(rows[0][1]) and opener.type == "td_open":
                _refuse_surplus(line, bounds[len(row) :], inlines)
    return rows


def _read_cell(opener: Token, token: Token, spot: Spot, inlines: Inlines) -> Draft:
    remarks = inlines.manuscript.remarks
    attributes: Attributes = opener.meta["attributes"]
    place = spot.at(0)
    check_keys(attributes, ("colspan", "rowspan"), "A cell", remarks, place)
    return Draft(
        children=inlines.read(token.children or [], spot),
        columns=max(1, read_count(attributes, "colspan", 1, remarks, place)),
        rows=max(1, read_count(attributes, "rowspan", 1, remarks, place)),
        align=_ALIGNMENTS.get(str(opener.attrs.get("style", "")), ""),
    )


def _refuse_surplus(line: int, surplus: Sequence[tuple[int, int]], inlines: Inlines) -> None:
    # markdown-it would drop these cells without a word.
    source = inlines.manuscript.lines[line - 1]
    filled = [start for start, end in surplus if source[start:end].strip()]
    if filled:
        inlines.manuscript.remarks.fail(
            "content.table/ragged",
            "The row has more cells than the table's first row.",
            "Take a cell out, or give the first row another; a bar inside a text is written `\\|`.",
            (line, filled[0] + 1),
        )


def split_row(source: str) -> Iterator[tuple[int, int]]:
    """Where the cells of a line begin and end, the bars left out; as markdown-it splits them."""
    indent = len(source) - len(source.lstrip())
    start = indent + 1 if source.startswith("|", indent) else indent
    escaped = False
    for i in range(start, len(source)):
        if source[i] == "|" and not escaped:
            yield start, i
            start = i + 1
        escaped = source[i] == "\\" and not escaped
    if source[start:].strip():
        yield start, len(source)
