"""The boxes of one composed line: made with the text that the plan gives them, then set apart to fill the measure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import inf
from typing import Any

from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox
from weasyprint.text.ffi import FROM_UNITS, pango
from weasyprint.text.line_break import line_size, strut

from tirage.typeset.paragraphs.glyphs import SPACES, Line, first_line, shaped
from tirage.typeset.paragraphs.plans import PlannedLine
from tirage.typeset.paragraphs.totalfit import share
from tirage.typeset.paragraphs.work import Work


def text_of(box: Any, skip: int, leaf: int, line: PlannedLine) -> tuple[Any, int | None]:
    """What of the text of `box`, the leaf of that number, stands on `line`, and the byte where the next line goes on.

    The text begins at the byte `skip`. A box, or None where no text is left; None instead of a byte: all of it does.
    """
    data = box.text.encode()
    if leaf != line.end.leaf or line.last:
        return _boxed(box, data[skip:].decode()), None
    text = data[skip : line.end.byte].decode().rstrip(" ")
    if line.end.hyphen:
        text += box.style["hyphenate_character"]
    return _boxed(box, text), line.end.byte


def _boxed(box: Any, text: str) -> Any:
    """A box like `box` with `text`, measured as the engine does it; None for no text."""
    if not text or not box.style["font_size"]:
        return None
    layout = shaped(text, box.style)
    made = box.copy_with_text(text)
    made.pango_layout = layout
    made.width, made.height = line_size(first_line(layout), box.style)
    made.margin_top = made.margin_bottom = (strut(box.style)[0] - made.height) / 2
    baseline = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
    made.baseline = baseline + made.margin_top
    layout.count()
    layout.rest()
    return made


def fill(line: Any, planned: PlannedLine, width: float, work: Work) -> None:
    """Set the letters and spaces of `line` apart, or closer, so that it is as long as `width`."""
    manner, em = work.manner, planned.plan.paragraph.em
    texts = list(_texts(line))
    if not texts:
        return
    layouts = [text.pango_layout for text in texts]
    for layout, after in pairwise(layouts):
        if not after.text.startswith(SPACES):
            layout.join()
    spaces = sum(layout.spaces for layout in layouts)
    give = manner.letters * em * sum(layout.letters for layout in layouts)
    give += manner.glyphs * sum(text.width for text in texts)
    slack = width - line.width
    if planned.last:
        slack = min(slack, manner.space * em * spaces)
    word, part = share(slack, spaces, give, manner.space * em)
    work.loose += word > manner.widest * em
    scale = 1 + round(part * manner.glyphs, 6)
    _spread(line, word if abs(word) < inf else 0.0, part * manner.letters * em, scale)


def _is_text(box: Any) -> bool:
    return isinstance(box, TextBox)


def _has_children(box: Any) -> bool:
    return isinstance(box, (LineBox, InlineBox))


def _texts(box: Any) -> Iterator[Any]:
    """The texts of a composed line, at any depth."""
    if _is_text(box):
        if isinstance(box.pango_layout, Line):
            yield box
    elif _has_children(box):
        for child in box.children:
            if child.is_in_normal_flow():
                yield from _texts(child)


def _spread(box: Any, word: float, letter: float, scale: float, moved: float = 0.0) -> float:
    """Set the texts in `box` apart, `moved` to the right by what was added before them; what is added up to its end."""
    if _is_text(box):
        box.position_x += moved
        if isinstance(box.pango_layout, Line):
            added = box.pango_layout.set_apart(box.width, word, letter, scale)
            box.width += added
            moved += added
        return moved
    if not _has_children(box):
        box.translate(moved, 0)
        return moved
    box.position_x += moved
    before = moved
    for child in box.children:
        if child.is_in_normal_flow():
            moved = _spread(child, word, letter, scale, moved)
    box.width += moved - before
    return moved
