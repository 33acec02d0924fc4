"""A CSV file → rows of drafts. Cells are plain text: data is not marked up."""

from __future__ import annotations

import csv
import io

from tirage.findings import counted
from tirage.model.matter import Alignment, Text
from tirage.read.remarks import Position, Remarks
from tirage.read.source import read_text
from tirage.read.text.grid import MOST_CELLS, Draft
from tirage.read.text.manuscript import Manuscript

_LETTERS: dict[str, Alignment] = {"l": "left", "c": "center", "r": "right", "-": ""}


def read_csv_rows(
    name: str, manuscript: Manuscript, at: Position
) -> list[tuple[int, list[Draft]]] | None:
    """The rows of the file `name`, each with its line in it; None, and findings, when it cannot be read."""
    path = manuscript.shelf.find(name, manuscript.remarks, manuscript.folder, at)
    if path is None:
        return None
    remarks = manuscript.remarks.about(manuscript.shelf.name(path))
    text = read_text(path, remarks)
    if text is None:
        return None
    rows = _parse(text, remarks)
    if rows is None:
        return None
    width = len(rows[0][1]) if rows else 0
    for line, row in rows:
        if len(row) != width:
            remarks.fail(
                "content.csv/ragged",
                f"The line has {counted(len(row), 'cell')}, the first has {width}.",
                "A cell that holds the separator stands between double quotes.",
                (line, 0),
            )
            return None
    return [(line, [Draft(_cell(value)) for value in row]) for line, row in rows]


def _cell(value: str) -> tuple[Text, ...]:
    value = " ".join(value.split("\n")).strip()
    return (Text(value),) if value else ()


def _parse(text: str, remarks: Remarks) -> list[tuple[int, list[str]]] | None:
    reader = csv.reader(io.StringIO(text), delimiter=_find_separator(text), strict=True)
    rows: list[tuple[int, list[str]]] = []
    cells, line = 0, 1
    try:
        for row in reader:
            cells += len(row)
            if cells > MOST_CELLS:
                message = f"The file has more than {MOST_CELLS} cells."
                remarks.fail("content.csv/too-large", message, "Print a part of it.", (line, 0))
                return None
            if row:
                rows.append((line, row))
            line = reader.line_num + 1
    except csv.Error as error:
        advice = "A double quote inside quotes is written twice."
        remarks.fail("content.csv/broken", f"The line is broken ({error}).", advice, (line, 0))
        return None
    if not rows:
        remarks.fail("content.csv/empty", "The file is empty.", "Give it rows.")
        return None
    return rows


def _find_separator(text: str) -> str:
    """The sign that separates the first line's cells: `;` (Excel in Russian and Kazakh), tab or `,`."""
    first = text.split("\n", 1)[0]
    bare = "".join(first.split('"')[::2])
    return max((";", "\t", ","), key=bare.count)


def read_alignments(
    written: str, columns: int, manuscript: Manuscript, at: Position
) -> tuple[Alignment, ...]:
    """The alignment of each column, from letters as "rlc-"; empty, and a finding, when they do not fit."""
    if not written:
        return ()
    if len(written) == columns and set(written) <= _LETTERS.keys():
        return tuple(_LETTERS[letter] for letter in written)
    manuscript.remarks.fail(
        "content.attributes/wrong-value",
        f"`align={written}` does not fit to {counted(columns, 'column')}.",
        "Write one letter for each column: `l` left, `c` centre, `r` right, `-` neither.",
        at,
    )
    return ()
