"""A table written in HTML → rows of drafts. What stands in its cells is read like any other text."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Literal, TypeAlias

from markdown_it.token import Token

from tirage.read.text.grid import Draft
from tirage.read.text.inlines import Inlines
from tirage.read.text.manuscript import Manuscript
from tirage.read.text.markdown import parse_inline

Part: TypeAlias = Literal["head", "body", "foot", ""]
"""Where a row stands; "": straight in the table."""

_PARTS: dict[str, Part] = {"thead": "head", "tbody": "body", "tfoot": "foot"}
_CELLS = ("td", "th")
_KEPT = frozenset({"colspan", "rowspan", "scope"})
_SCOPES = frozenset({"col", "row", "colgroup", "rowgroup"})


@dataclass(slots=True)
class _RawCell:
    tag: str
    attributes: dict[str, str]
    start: int
    """Where its content begins in the table's source."""
    end: int = 0


@dataclass(slots=True)
class _RawRow:
    """One row as written."""

    part: Part
    line: int
    """In the file."""
    cells: list[_RawCell] = field(default_factory=list)


class _Scanner(HTMLParser):
    """Finds rows and cells; end tags may be missing, as HTML allows."""

    def __init__(self, source: str, first_line: int, manuscript: Manuscript) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[_RawRow] = []
        self.dropped: set[str] = set()
        self._first_line = first_line
        self._manuscript = manuscript
        self._starts = [0]
        for line in source.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._part: Part = ""
        self._row: _RawRow | None = None
        self._cell: _RawCell | None = None
        self._in_caption = False

    def _here(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def _position(self) -> tuple[int, int]:
        line, column = self.getpos()
        return (self._first_line + line - 1, column + 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _PARTS:
            self._end_row()
            self._part = _PARTS[tag]
        elif tag == "tr":
            self._end_row()
            self._row = _RawRow(self._part, self._position()[0])
            self.rows.append(self._row)
        elif tag in _CELLS:
            self._start_cell(tag, attrs)
        elif tag == "caption":
            self._in_caption = True
            advice = "Write it in a line after the table: `: Caption {#tbl:name}`."
            self._refuse("caption", "The table's caption stands inside it.", advice)
        if tag not in _CELLS and self._cell is None:
            self.dropped |= {name for name, _ in attrs}

    def _start_cell(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_cell()
        if self._row is None:
            self._row = _RawRow(self._part, self._position()[0])
            self.rows.append(self._row)
        start = self._here() + len(self.get_starttag_text() or "")
        self.dropped |= {name for name, _ in attrs if name not in _KEPT}
        self._cell = _RawCell(tag, {name: value or "" for name, value in attrs}, start)
        self._row.cells.append(self._cell)

    def handle_endtag(self, tag: str) -> None:
        if tag in _CELLS:
            self._end_cell()
        elif tag == "caption":
            self._in_caption = False
        elif tag in ("tr", "table", *_PARTS):
            self._end_row()
        if tag in _PARTS:
            self._part = ""

    def _end_cell(self) -> None:
        if self._cell:
            self._cell.end = self._here()
            self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        self._row = None

    def handle_data(self, data: str) -> None:
        if self._cell is None and not self._in_caption and data.strip():
            advice = "Put it into a cell, `<td>…</td>`, or into the text."
            self._refuse("outside", f"“{data.strip()[:40]}” stands outside the cells.", advice)

    def _refuse(self, code: str, message: str, advice: str) -> None:
        self._manuscript.remarks.fail(f"content.table/{code}", message, advice, self._position())


def read_html_rows(token: Token, inlines: Inlines) -> list[tuple[int, Part, list[Draft]]]:
    """The rows of the table `token`: line, part of the table and cells, covered ones left out."""
    manuscript = inlines.manuscript
    first_line = (token.map or [0])[0] + 1
    scanner = _Scanner(token.content, first_line, manuscript)
    scanner.feed(token.content)
    scanner.close()
    if scanner.dropped:
        manuscript.remarks.warn(
            "content.html/attributes",
            f"Taken out of the table: {', '.join(f'`{name}`' for name in sorted(scanner.dropped))}.",
            "The layout decides how a table looks; `align` may stand in the line with its caption.",
            (first_line, 0),
        )
    breaks = [i for i, sign in enumerate(token.content) if sign == "\n"]
    rows = []
    for row in scanner.rows:
        cells = [
            _read_cell(
                cell, token.content, first_line + bisect.bisect_left(breaks, cell.start), inlines
            )
            for cell in row.cells
        ]
        rows.append((row.line, row.part, cells))
    return rows


def _read_cell(cell: _RawCell, source: str, line: int, inlines: Inlines) -> Draft:
    content = source[cell.start : cell.end]
    lead = content[: len(content) - len(content.lstrip())]
    column = 0 if "\n" in lead else cell.start - (source.rfind("\n", 0, cell.start) + 1)
    spot = inlines.manuscript.spot(line + lead.count("\n"), content.strip(), column)
    return Draft(
        children=inlines.read(parse_inline(content.strip()), spot),
        columns=_count(cell, "colspan", spot.at(0), inlines),
        rows=_count(cell, "rowspan", spot.at(0), inlines),
        is_header=cell.tag == "th",
        scope=cell.attributes.get("scope", "") if cell.attributes.get("scope") in _SCOPES else "",
    )


def _count(cell: _RawCell, key: str, at: tuple[int, int], inlines: Inlines) -> int:
    written = cell.attributes.get(key, "1").strip()
    if written.isascii() and written.isdigit() and 0 < int(written) < 10_000:
        return int(written)
    message = f"`{key}={written}` is not a number of cells."
    inlines.manuscript.remarks.fail(
        "content.attributes/wrong-value", message, f'Write `{key}="2"`.', at
    )
    return 1
