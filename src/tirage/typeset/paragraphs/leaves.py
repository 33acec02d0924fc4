"""What a paragraph consists of, and how wide it is, character by character.

In comes the engine's box of a whole paragraph, with the boxes of its runs in it; out goes its Matter: the text as one string
and the boxes that hold it. Lengths are CSS pixels.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.inline import atomic_box
from weasyprint.layout.percent import resolve_percentages

from tirage.typeset.paragraphs.glyphs import advances, shaped

OBJECT = "\u2e80"
"""Stands for a picture or formula in the text; broken around like an ideograph, as the engine does."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


class UnservedError(Exception):
    """A paragraph that is left to the engine; the message says what there is in it."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A box of text, or a picture, in a paragraph."""

    box: Any
    path: tuple[int, ...]
    """Its place among the children of each box around it."""
    around: tuple[Any, ...]
    """The boxes around it, outermost first."""
    start: int
    """Where its text begins in the paragraph's."""
    text: str
    offsets: list[int]
    """The place of each character in the text as UTF-8, and of its end."""


@dataclass(slots=True)
class Matter:
    """The text of a paragraph."""

    text: str = ""
    leaves: list[Leaf] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    """The width before each character, and before the end."""
    solids: list[float] = field(default_factory=list)
    """How much of the width before each leaf, and before the end, is not that of letters."""


def read_matter(linebox: Any, context: Any, containing_block: Any) -> Matter:
    """What the paragraph `linebox` consists of.

    Raises UnservedError when there is something in it that cannot be composed.
    """
    reader = _Reader(context, containing_block)
    reader.gather(linebox, (), (linebox,))
    reader.matter.widths.append(reader.width)
    reader.matter.solids.append(reader.solid)
    return reader.matter


class _Reader:
    def __init__(self, context: Any, containing_block: Any) -> None:
        self.context = context
        self.containing_block = containing_block
        self.matter = Matter()
        self.width = 0.0
        self.solid = 0.0

    def gather(self, box: Any, path: tuple[int, ...], around: tuple[Any, ...]) -> None:
        for index, child in enumerate(box.children):
            here = (*path, index)
            if not child.is_in_normal_flow():
                if child.is_floated():
                    raise UnservedError("a float")
            elif isinstance(child, boxes.TextBox):
                self._add_text(child, here, around)
            elif isinstance(child, boxes.InlineBox):
                before, after = self._sides(child)
                self._widen(before)
                self.gather(child, here, (*around, child))
                self._widen(after)
            elif isinstance(child, boxes.AtomicInlineLevelBox):
                self._add_object(child, here, around)
            else:
                raise UnservedError("a box that is laid out by itself")

    def _sides(self, box: Any) -> tuple[float, float]:
        """The width of the margin, border and padding before and after what an inline box holds."""
        if box.is_leader:
            raise UnservedError("a leader")
        if box.style["box_decoration_break"] == "clone":
            raise UnservedError("a frame that is repeated on each line")
        resolve_percentages(box, self.containing_block)
        left, right = (0 if m == "auto" else m for m in (box.margin_left, box.margin_right))
        return (
            left + box.border_left_width + box.padding_left,
            right + box.border_right_width + box.padding_right,
        )

    def _widen(self, solid: float) -> None:
        self.width += solid
        self.solid += solid

    def _add_text(self, box: Any, path: tuple[int, ...], around: tuple[Any, ...]) -> None:
        text = box.text
        if "\n" in text:
            raise UnservedError("a forced line break")
        if box.style["white_space"] == "pre-wrap":
            raise UnservedError("text whose spaces are kept")
        if _RIGHT_TO_LEFT.search(text) or box.style["direction"] == "rtl":
            raise UnservedError("text from right to left")
        if not text or not box.style["font_size"]:
            return
        data = text.encode()
        # All bytes that do not continue a character.
        offsets = [place for place, byte in enumerate(data) if byte & 0xC0 != 0x80]
        self._add(Leaf(box, path, around, len(self.matter.text), text, [*offsets, len(data)]))
        widths, before = advances(shaped(text, box.style)), self.width
        self.matter.widths += [before + widths[offset] for offset in offsets]
        self.width += widths[-1]

    def _add_object(self, box: Any, path: tuple[int, ...], around: tuple[Any, ...]) -> None:
        resolve_percentages(box, self.containing_block)
        made = atomic_box(self.context, box, 0, None, self.containing_block, [], [])
        offsets = [0, len(OBJECT.encode())]
        self._add(Leaf(box, path, around, len(self.matter.text), OBJECT, offsets))
        self.matter.widths.append(self.width)
        self._widen(made.margin_width())

    def _add(self, leaf: Leaf) -> None:
        self.matter.solids.append(self.solid)
        self.matter.leaves.append(leaf)
        self.matter.text += leaf.text
