"""The foot of a page: how far it is from being full, and what stands there.

In come a page that the engine has just made and the place where the document goes on, out goes a Foot. A page is looked
at when it has text that stands on the grid, or what follows this, and is not the last. Lengths are CSS pixels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox
from weasyprint.text.line_break import strut

from tirage.typeset import geometry
from tirage.typeset.classes import has_class
from tirage.typeset.floats import FLOATING, TEXT
from tirage.typeset.grid import GRID, HEADINGS, NEAR
from tirage.typeset.paragraphs.refit import Passage

SEEN = 0.02
"""Share of a line that may be missing where a line still fits."""
AFTER = "after"
"""Class of sections that follow the text."""
FEWEST = 2
"""Lines of a paragraph that stand at the foot of a page at least."""


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands on a page, down to its end."""

    flow: tuple[Any, ...]
    """Boxes below each other: the children of the text, as far as it stands on the page, and what follows it there."""
    below: bool
    """Whether something else stands above them."""
    height: float
    """Of the page's type area."""
    line: float
    """The distance of the text's lines."""
    empty: int
    """Whole lines that are missing."""
    goes_on: bool
    """Whether the text goes on on the next page."""
    wanted: int
    """Lines to be saved so that what follows would have room; 0 where that is not known."""
    hyphen: bool
    """Whether the last line ends in one."""
    passages: tuple[Passage, ...]
    """What the page holds of each composed paragraph whose lines stand on the grid, in order."""


def read_foot(page: Any, root: Any, resume_at: Any) -> Foot | None:
    """The foot of `page`; None on the last page, and when the page has neither text on a grid nor what follows it.

    `root` is the box of the whole document, `resume_at` where the engine goes on in it.
    """
    text, after = _flow(page)
    flow = (*(text.children if text else ()), *after)
    if resume_at is None or not flow:
        return None
    line = float(strut((text or flow[0]).style)[0])
    limit = page.content_box_y() + page.height
    notes = page.children[1]
    if notes.children:
        limit = min(limit, notes.position_y)
    empty = max(0, int((limit - max(map(geometry.lowest, flow))) / line + SEEN))
    follows = _following(root, resume_at)
    passages = tuple(_passages(text, line)) if text and follows else ()
    return Foot(
        flow,
        (text or flow[0]).content_box_y() - page.content_box_y() > line,
        float(page.height),
        line,
        empty,
        follows is not None,
        _wanted(follows, line, empty, passages) if follows else 0,
        bool(passages) and passages[-1].hyphen,
        passages,
    )


def _flow(page: Any) -> tuple[Any | None, Sequence[Any]]:
    """The text on the page, None where there is none, and the boxes that follow it there."""
    for box in page.children[0].descendants():
        children = getattr(box, "children", ())
        text = next((n for n, child in enumerate(children) if _is_text(child)), None)
        if text is not None:
            return children[text], children[text + 1 :]
        if any(has_class(child, AFTER) for child in children):
            return None, children
    return None, ()


def _is_text(box: Any) -> bool:
    return has_class(box, TEXT) and has_class(box, GRID)


@dataclass(frozen=True, slots=True)
class _Following:
    """The place in the text where it goes on."""

    boxes: list[Any]
    """What is not finished, the first perhaps begun."""
    begun: bool


def _following(root: Any, resume_at: Any) -> _Following | None:
    """Where the text goes on, when the document goes on at `resume_at`; None when it does not."""
    box = root
    while resume_at and len(resume_at) == 1:  # cells of a row go on side by side
        ((index, resume_at),) = resume_at.items()
        if _is_text(box):
            return _Following(list(box.children[index:]), resume_at is not None)
        if index >= len(box.children):
            return None
        box = box.children[index]
    return None


def _passages(text: Any, line: float) -> Iterator[Passage]:
    """The composed paragraphs below `text`, but for those in what floats."""
    lines: list[Any] = []
    for box in _lines(text):
        planned = box.__dict__.get("planned")
        if planned is None or abs(strut(box.style)[0] - line) > NEAR:
            continue
        if lines and lines[-1].plan is not planned.plan:
            yield from _passage(lines)
            lines = []
        lines.append(planned)
    yield from _passage(lines)


def _lines(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        if isinstance(child, LineBox):
            yield child
        elif not has_class(child, FLOATING):
            yield from _lines(child)


def _passage(lines: list[Any]) -> Iterator[Passage]:
    """The passage that the planned `lines` make; nothing where the paragraph was planned anew since."""
    if lines:
        plan = lines[0].plan
        starts = [at for at, known in plan.lines.items() if known is lines[0]]
        passage = Passage(plan, starts[0], len(lines)) if starts else None
        if passage and passage.is_planned:
            yield passage


def _wanted(follows: _Following, line: float, empty: int, passages: tuple[Passage, ...]) -> int:
    """The lines to be saved for a heading with two lines of its text, or for the first lines of a paragraph."""
    if follows.begun:
        return max(1, passages[-1].rest - empty) if passages and passages[-1].rest else 0
    height = margin = 0.0
    for box in follows.boxes:
        if box.element_tag == "p":
            lines = _count(box)
            return max(
                1, ceil(height / line - SEEN) + (lines if lines < 2 * FEWEST else FEWEST) - empty
            )
        if box.element_tag not in HEADINGS:
            return 0
        height += max(margin, _margin(box, "top")) + strut(box.style)[0]
        margin = _margin(box, "bottom")
    return 0


def _margin(box: Any, side: str) -> float:
    margin = box.style[f"margin_{side}"]
    return 0.0 if margin == "auto" else float(margin.value)


def _count(paragraph: Any) -> int:
    """The lines of a paragraph, as far as they are planned."""
    plans = (child.__dict__.get("plan") for child in paragraph.children)
    return next((len(plan.lines) for plan in plans if plan), 0) or 1
