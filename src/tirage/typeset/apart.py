"""Tables and figures that stand on pages of their own, while the text flows on past them.

WeasyPrint knows no floats of a page. An element with the class `apart` is taken out of the flow; when the place where it
stood has come onto a page, the next page holds it alone, and the text goes on behind. With the class `sideways` too, it
is set in the type area turned by a quarter, its head to the left on left and right pages alike; running heads and folio
stay upright, as they belong to the page. One that is longer than a page goes on on the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure.boxes import BlockBox
from weasyprint.layout import page

from tirage.typeset.classes import has_class
from tirage.typeset.pinned import expect

APART, SIDEWAYS = "apart", "sideways"
"""Classes of the elements."""

_OVER: dict[int, None] = {0: None}
"""Where the text goes on when it is at its end, but not all that stands apart is set."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Something to be set apart."""

    root: Any
    """A tree of boxes with this alone in it."""
    turned: bool
    resume_at: Any = None
    """Where it goes on, if a part of it is set."""


@dataclass(slots=True)
class _Line:
    """What waits, in the life of one layout."""

    boxes: list[_Waiting] = field(default_factory=list)
    waiting: dict[int, tuple[_Waiting, ...]] = field(default_factory=dict)
    """Before each page."""


def install() -> None:
    """Wrap the engine's making of pages, once in the life of a process.

    Raises TypesetError when the engine is not the one that this module knows.
    """
    expect(page, "make_page", "makes pages")
    if not hasattr(page.make_page, "__wrapped__"):
        page.make_page = _letting_by(page.make_page)


def is_turned(page_box: Any) -> bool:
    """Whether what stands on a page is turned by a quarter."""
    return bool(page_box.children and page_box.children[0].style["transform"])


def _letting_by(make: Any) -> Any:
    @wraps(make)
    def let_by(
        context: Any, root: Any, page_type: Any, resume_at: Any, number: int, state: Any
    ) -> Any:
        if not hasattr(context, "tirage_line"):
            context.tirage_line = _Line()
            _take_out(root, (), context.tirage_line)
        line: _Line = context.tirage_line
        waiting = line.waiting.get(number, ())
        over = resume_at is _OVER
        # Notes left from the page before come first: they must not be turned.
        if waiting and (over or not (page_type.blank or context.reported_footnotes)):
            first, rest = waiting[0], waiting[1:]
            made, further = _set(make, first, context, page_type, number, state)
            if further is not None:
                rest = (_Waiting(first.root, first.turned, further), *rest)
            line.waiting[number + 1] = rest
            following = None if over and not rest else resume_at
            return made, following, context.page_maker[number - 1][1]
        made, following, next_page = make(context, root, page_type, resume_at, number, state)
        line.waiting[number + 1] = (*waiting, *(line.boxes[at] for at in _passed(made)))
        if following is None and line.waiting[number + 1]:
            following, next_page = _OVER, {"break": "any", "page": None}
        return made, following, next_page

    return let_by


def _take_out(box: Any, path: tuple[Any, ...], line: _Line) -> None:
    """Put a mark into the tree below `box` in the place of each element that stands apart."""
    children = list(box.children)
    for at, child in enumerate(children):
        if has_class(child, APART) and child.element is not box.element:
            mark = BlockBox.anonymous_from(box, [])
            mark.tirage_apart = len(line.boxes)
            alone = child
            for ancestor in (box, *reversed(path)):
                alone = ancestor.copy_with_children([alone])
            line.boxes.append(_Waiting(alone, has_class(child, SIDEWAYS)))
            children[at] = mark
        elif hasattr(child, "children") and not hasattr(child, "wrapped_table"):
            _take_out(child, (*path, box), line)
    box.children = children


def _passed(page_box: Any) -> Iterator[int]:
    """The numbers of the marks on a page."""
    for box in page_box.descendants():
        if hasattr(box, "tirage_apart"):
            yield box.tirage_apart


def _set(
    make: Any, waiting: _Waiting, context: Any, page_type: Any, number: int, state: Any
) -> tuple[Any, Any]:
    """A page that holds what waits, and where that goes on."""
    if not waiting.turned:
        made, further, _ = make(context, waiting.root, page_type, waiting.resume_at, number, state)
        return made, further
    height = page.page_height
    try:
        page.page_height = _turning(height)
        made, further, _ = make(context, waiting.root, page_type, waiting.resume_at, number, state)
    finally:
        page.page_height = height
    made.width, made.height = made.height, made.width
    for area in made.children:  # the text, the footnotes, and the engine's own notes
        if area.children:
            _turn(area, made)
    return made, further


def _turning(measure: Any) -> Any:
    """The engine's measuring of a page's height, with height and width of the type area exchanged after it."""

    def turn(box: Any, context: Any, containing_height: float) -> None:
        measure(box, context, containing_height)
        box.width, box.height = box.height, box.width

    return turn


def _turn(area: Any, made: Any) -> None:
    """Turn `area` to the left within the type area of the page `made`.

    A point right and down of the area's corner by (x, y) comes to lie (y, height - x) from the corner of the type area.
    """
    right = area.border_box_x() - made.content_box_x()
    down = area.border_box_y() - made.content_box_y()
    style = area.style.copy()
    style["transform"] = (("matrix", (0, -1, 1, 0, down - right, made.height - right - down)),)
    style["transform_origin"] = (Dimension(0, "px"), Dimension(0, "px"))
    area.style = style
