"""The line "Table 1 continued": shown where a table goes on from another page, and nowhere else.

WeasyPrint repeats the whole head of a table on every page. A row of the head with the class `continued` is taken out
of the head where the table begins. Binding keeps the first head in the structure tree and makes artifacts of the
others, so the line is printed and not read aloud.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from weasyprint.layout import block, table

from tirage.typeset.classes import has_class
from tirage.typeset.pinned import expect

CLASS = "continued"
"""Of the row that is shown on later pages only."""


def install() -> None:
    """Wrap the engine's layout of tables, once in the life of a process.

    Raises TypesetError when the engine is not the one that this module knows.
    """
    expect(table, "table_layout", "sets tables")
    if not hasattr(table.table_layout, "__wrapped__"):
        block.table_layout = table.table_layout = _telling(table.table_layout)


def _telling(lay_out: Any) -> Any:
    @wraps(lay_out)
    def tell(context: Any, box: Any, bottom_space: float, skip_stack: Any, *rest: Any) -> Any:
        if skip_stack is None:
            box = _begun(box)
        return lay_out(context, box, bottom_space, skip_stack, *rest)

    return tell


def _begun(box: Any) -> Any:
    """The table `box` without the row that is for later pages."""
    if not box.children or not box.children[0].is_header:
        return box
    head = box.children[0]
    rows = [row for row in head.children if not has_class(row, CLASS)]
    if len(rows) == len(head.children):
        return box
    return box.copy_with_children([head.copy_with_children(rows), *box.children[1:]])
