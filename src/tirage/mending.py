"""Edits → a text. In come a text and edits of its lines, out goes the text with as many of them as fit."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tirage.model.copy import Edit

_LINE = re.compile(r"(?P<text>[^\r\n]*)(?P<end>\r\n|\r|\n|\Z)")


def mend(text: str, edits: Iterable[Edit]) -> str:
    """`text` with `edits` made; line ends and a byte order mark stay as they are.

    An edit whose old characters do not stand where it says is left out, and so is one that overlaps another.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = [(match["text"], match["end"]) for match in _LINE.finditer(text.removeprefix(mark))]
    done: dict[int, int] = {}
    for edit in sorted(set(edits), key=lambda edit: (-edit.line, -edit.column, edit.old, edit.new)):
        row, start = edit.line - 1, edit.column - 1
        end = start + len(edit.old)
        if not 0 <= row < len(lines) or lines[row][0][start:end] != edit.old:
            continue
        if end > done.get(row, len(lines[row][0])):
            continue
        done[row] = start
        line, tail = lines[row]
        lines[row] = (line[:start] + edit.new + line[end:], tail)
    return mark + "".join(line + tail for line, tail in lines)
