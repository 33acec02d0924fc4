"""The line "Table 1 continued": shown where a table goes on from another page, and nowhere else.

WeasyPrint repeats the whole head of a table on every page. A row of the head with the class `continued` is taken out
of the head where the table begins. Binding keeps the first head in the structure tree and makes artifacts of the
others, so the line is printed and not read aloud.
"""

from __future__ import annotations

import inspect
from functools import wraps
from typing import Any

from weasyprint.layout import block, table

from tirage.errors import TypesetError

PARAMETERS = (
    "context", "table", "bottom_space", "skip_stack", "containing_block", "page_is_empty", "absolute_boxes",
    "fixed_boxes",
)  # fmt: skip
"""What WeasyPrint 70.0's `table_layout` takes."""

CLASS = "continued"
"""Of the row that is shown on later pages only."""


def install() -> None:
    """Wrap the engine's layout of tables, once in the life of a process.

    Raises TypesetError when the engine is not the one that this module knows.
    """
    lay_out = table.table_layout
    if hasattr(lay_out, "__wrapped__"):
        return
    if tuple(inspect.signature(lay_out).parameters) != PARAMETERS:
        raise TypesetError(
            "This version of WeasyPrint sets tables in a way that tirage does not know. "
            "Install the version that tirage names in its requirements."
        )
    block.table_layout = table.table_layout = _telling(lay_out)


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
    rows = [row for row in head.children if not _is_continued(row)]
    if len(rows) == len(head.children):
        return box
    return box.copy_with_children([head.copy_with_children(rows), *box.children[1:]])


def _is_continued(row: Any) -> bool:
    return row.element is not None and CLASS in row.element.get("class", "").split()
