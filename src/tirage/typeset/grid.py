"""Lines of facing pages meet: paragraphs stand on the grid of their text's lines, whatever stands between them.

Formulas, figures and tables are as high as they are. What is left to the next line of the grid is put half above and half
below them; above a heading it is put whole, so that the heading stays with its text.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from weasyprint.layout import block
from weasyprint.text.line_break import strut

from tirage.typeset.classes import has_class
from tirage.typeset.floats import TEXT
from tirage.typeset.pinned import expect, name_arguments

GRID = "grid"
"""Class of a text whose paragraphs stand on the grid."""
NEAR = 0.01
"""Distance from the grid, in CSS pixels, that nobody sees."""
SLACK = 0.25
"""Share of a line by which a paragraph may be drawn up instead: a high sign in the one before is no reason for a gap."""
HEADINGS = ("h2", "h3", "h4")


def install() -> None:
    """Wrap the engine's layout of blocks, once in the life of a process.

    Raises TypesetError when the engine is not the one that this module knows.
    """
    expect(block, "_in_flow_layout", "lays out blocks")
    if not hasattr(block._in_flow_layout, "tirage_grid"):
        aligned = _aligning(block._in_flow_layout)
        aligned.tirage_grid = True
        block._in_flow_layout = aligned


def _aligning(flow: Any) -> Any:
    """`_in_flow_layout`, which lets a paragraph begin on the grid."""

    @wraps(flow)
    def align(*arguments: Any) -> Any:
        given = name_arguments("_in_flow_layout", arguments)
        box, child = given["box"], given["child"]
        if child.element_tag != "p" or not (has_class(box, TEXT) and has_class(box, GRID)):
            return flow(*arguments)
        room = _room(given)
        if room:
            _lower(given["new_children"], room, _top(given))
            given["position_y"] += room
            child.position_y += room
        return flow(*given.values())

    return align


def _room(given: dict[str, Any]) -> float:
    """How far the paragraph is from the next line of the grid, in CSS pixels; 0 on it."""
    child = given["child"]
    line = strut(given["box"].style)[0]
    if abs(strut(child.style)[0] - line) > NEAR:
        return 0
    begins = given["position_y"] + block.collapse_margin([*given["adjoining_margins"], 0])
    room = float((_top(given) - begins) % line)
    if line - room < SLACK * line:
        room -= line
    return 0 if abs(room) < NEAR else room


def _top(given: dict[str, Any]) -> float:
    """The upper edge of the page's type area, in CSS pixels."""
    return float(given["context"].current_footnote_area.page.content_box_y())


def _lower(children: list[Any], room: float, top: float) -> None:
    """Give the room to what stands above: all of it to headings, half of it to anything else but text.

    What stands at the head of a page, at `top`, stays there.
    """
    first = 1 if children and children[0].border_box_y() - top < NEAR else 0
    last = len(children)
    while last and children[last - 1].element_tag in HEADINGS:
        last -= 1
    for heading in children[max(first, last) :]:
        heading.translate(dy=room)
    if first < last == len(children) and children[-1].element_tag != "p":
        children[-1].translate(dy=room / 2)
