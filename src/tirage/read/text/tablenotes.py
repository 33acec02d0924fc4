"""Notes under a table, and the marks in its cells that call them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from markdown_it.token import Token

from tirage.model.matter import (
    Emphasis,
    Foreign,
    Inline,
    Link,
    Mark,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Table,
    TableNote,
    Text,
    walk,
)
from tirage.read.remarks import Remarks
from tirage.read.text.inlines import Inlines

_STARS = re.compile(r"\*{1,3}|[†‡]{1,2}")
_BETWEEN = re.compile(r"(,\s*)")


def read_table_notes(
    tokens: Sequence[Token], anchor: str, inlines: Inlines
) -> tuple[TableNote, ...]:
    """The notes of `tokens` under the table with the name `anchor`."""
    notes: dict[str, TableNote] = {}
    general: list[TableNote] = []
    for at, token in enumerate(tokens):
        if token.type != "table_note_open":
            continue
        line, mark, inline = (token.map or [0])[0] + 1, token.info, tokens[at + 1]
        spot = inlines.manuscript.spot(line, inline.content)
        children = inlines.read(inline.children or [], spot)
        if not mark:
            general.append(TableNote("", children, ""))
        elif mark in notes:
            message = f"The table has two notes with the mark `{mark}`."
            inlines.manuscript.remarks.fail(
                "content.table/note-twice", message, "Give one of them another mark.", (line, 1)
            )
        else:
            notes[mark] = TableNote(mark, children, f"{anchor}-note-{len(notes) + 1}")
    return (*general, *notes.values())


def tied(table: Table, remarks: Remarks) -> Table:
    """`table` with every raised sign that calls one of its notes leading there.

    A note that nothing calls, and a raised star that calls nothing, are findings.
    """
    notes = {note.mark: note for note in table.notes if note.mark}
    rows = [
        tuple(
            tuple(replace(cell, children=_tie(cell.children, notes)) for cell in row)
            for row in part
        )
        for part in (table.head, table.body, table.foot)
    ]
    made = replace(
        table, head=rows[0], body=rows[1], foot=rows[2], caption=_tie(table.caption, notes)
    )
    called = {node.anchor for node in walk((made.caption, *rows)) if isinstance(node, Mark)}
    for note in notes.values():
        if note.anchor not in called:
            message = f"Nothing in the table has the mark `{note.mark}` of its note."
            advice = (
                f"Write `^{note.mark}^` behind what the note is about, or `::` for the whole table."
            )
            remarks.warn("content.table/note-unused", message, advice, (table.line, 0))
    for sign in _loose(made):
        message = f"The table has no note for the mark `{sign}` in it."
        advice = f"Write it in a line after the caption: `:{sign}: The note.`."
        remarks.warn("content.table/mark-unknown", message, advice, (table.line, 0))
    return made


def _tie(nodes: Iterable[Inline], notes: dict[str, TableNote]) -> tuple[Inline, ...]:
    return tuple(_tie_node(node, notes) for node in nodes)


def _tie_node(node: Inline, notes: dict[str, TableNote]) -> Inline:
    match node:
        case Superscript((Text(text),)):
            parts = _BETWEEN.split(text)
            if all(part.strip() in notes for part in parts[::2]):
                return Superscript(tuple(_mark(part, notes) for part in parts))
            return node
        case Emphasis() | Strong() | SmallCaps() | Subscript() | Foreign() | Link():
            return replace(node, children=_tie(node.children, notes))
        case _:
            return node


def _mark(part: str, notes: dict[str, TableNote]) -> Inline:
    note = notes.get(part.strip())
    return Mark(note.anchor, (Text(part),)) if note else Text(part)


def _loose(table: Table) -> list[str]:
    """Raised stars and daggers that call no note, each once."""
    raised = (node for node in walk(table) if isinstance(node, Superscript))
    texts = (node.children[0].text for node in raised if isinstance(node.children[0], Text))
    return list(dict.fromkeys(text for text in texts if _STARS.fullmatch(text)))
