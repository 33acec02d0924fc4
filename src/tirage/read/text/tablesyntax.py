"""Tables beyond CommonMark, as rules of markdown-it: the caption, the notes, a table in HTML."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

Kinds: TypeAlias = tuple[tuple[str, Literal[-1, 0, 1]], ...]
"""Types of tokens, each with its nesting."""

_TABLE_NOTE = re.compile(r":(?P<mark>[^\W\d_]{1,2}|\d{1,2}|\*{1,3}|[†‡]{1,2})?:[ \t]+(?=\S)")
_CAPTION = re.compile(r":[ \t]+\S")
_CAPTION_TOKENS: Kinds = (
    ("caption_open", 1),
    ("inline", 0),
    ("caption_close", -1),
)
_NOTE_TOKENS: Kinds = (
    ("table_note_open", 1),
    ("inline", 0),
    ("table_note_close", -1),
)
_TABLE = re.compile(r"<table\b", re.IGNORECASE)


def caption(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`: Caption {#tbl:spread}` → caption; it also ends the table above it."""
    begin = state.bMarks[start] + state.tShift[start]
    if not _CAPTION.match(state.src, begin, state.eMarks[start]):
        return False
    if silent:
        return state.parentType == "table"
    line = _after_lines(state, start, end)
    text = state.getLines(start, line, state.blkIndent, False).strip()
    _push_block(state, _CAPTION_TOKENS, text[1:].lstrip(), start, line)
    return True


def table_note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`:a: Text` and, without a mark, `:: Text` → table_note; it also ends the table above it."""
    begin = state.bMarks[start] + state.tShift[start]
    match = _TABLE_NOTE.match(state.src, begin, state.eMarks[start])
    if not match:
        return False
    if silent:
        return state.parentType == "table"
    line = _after_lines(state, start, end)
    text = state.getLines(start, line, state.blkIndent, False).strip()
    opener = _push_block(
        state, _NOTE_TOKENS, text[match.end() - match.start() :].lstrip(), start, line
    )
    opener.info = match["mark"] or ""
    return True


def _after_lines(state: StateBlock, start: int, end: int) -> int:
    """The line after the text that begins on `start`: an empty one, or one with a note to a table."""
    line = start + 1
    while line < end and not state.isEmpty(line) and state.sCount[line] >= state.blkIndent:
        if _TABLE_NOTE.match(state.src, state.bMarks[line] + state.tShift[line]):
            break
        line += 1
    return line


def _push_block(
    state: StateBlock,
    kinds: Kinds,
    content: str,
    start: int,
    line: int,
) -> Token:
    """Tokens of `kinds` around one inline with `content`; the first of them."""
    tokens = []
    for kind, nesting in kinds:
        token = state.push(kind, "", nesting)
        token.map = [start, line]
        token.children = []
        token.content = content if kind == "inline" else ""
        tokens.append(token)
    state.line = line
    return tokens[0]


def html_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`<table>…</table>`, empty lines included → html_table."""
    begin = state.bMarks[start] + state.tShift[start]
    if not _TABLE.match(state.src, begin):
        return False
    line = start
    while line < end and "</table>" not in line_text(state, line).lower():
        line += 1
    if line == end or not line_text(state, line).lower().rstrip().endswith("</table>"):
        return False
    if not silent:
        token = state.push("html_table", "", 0)
        token.map = [start, line + 1]
        token.content = state.getLines(start, line + 1, state.blkIndent, False)
        state.line = line + 1
    return True


def line_text(state: StateBlock, line: int) -> str:
    """The line `line` of the source."""
    return state.src[state.bMarks[line] : state.eMarks[line]]
