"""Where the lines of a paragraph may end, and how wide everything in it is.

In comes the engine's box of a whole paragraph, with the boxes of its runs in it; out goes a Paragraph: its text as one string,
the boxes that hold it, and the points that total fit chooses from. Lengths are CSS pixels.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import pyphen
from weasyprint.formatting_structure import boxes
from weasyprint.layout.inline import atomic_box
from weasyprint.layout.percent import resolve_percentages
from weasyprint.text.ffi import ffi
from weasyprint.text.line_break import get_log_attrs

from tirage.model.layout import Composer
from tirage.typeset.paragraphs.glyphs import advances, shaped
from tirage.typeset.paragraphs.totalfit import Points

_OBJECT = "\u2e80"
"""Stands for a picture or formula in the text; broken around like an ideograph, as the engine does."""
_SOFT_HYPHEN = "\u00ad"
_HYPHENS = ("-", "\u2010")
_HANGING = (*_HYPHENS, ".", ",", ":", ";", "\u2013", "\u2014", "\u00bb", "\u201d", "\u2019")
"""Marks that may stand outside the measure."""
_DASHES = ("\u2013", "\u2014")
_BEFORE_DASH = 50_000.0
"""Demerits of a line that begins with a dash."""
_STRETCHED = frozenset(" \u00a0")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_BREAK, _WORD_END, _WORD_BORDER = 1, 1 << 6, 1 << 12
"""Bits of a PangoLogAttr."""
_ADDRESS = re.compile(r"\S*(?:/|@|www\.)\S*")
_IN_ADDRESS = re.compile(r"(?<=[/=&])(?=\w)|(?<=\w)(?=[.~_?#%=&-])")
"""Where an address may be broken without a hyphen: after a slash, before other marks (Chicago Manual of Style, 14.18)."""
_WRAPPED = ("normal", "pre-line")


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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a point lies in the boxes."""

    position: int
    """In the paragraph's text: the first character of the next line."""
    leaf: int
    """Number of the leaf that holds the last character of the line, spaces included."""
    byte: int
    """Where the next line begins in the leaf."""
    hyphen: bool
    """A hyphen is to be put there."""
    hang: float = 0.0
    """How far the line's last mark stands outside the measure."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What total fit needs to know of a paragraph, and what the engine needs to know of its breaks."""

    text: str
    leaves: tuple[Leaf, ...]
    points: Points
    places: tuple[Place, ...]
    """For each point."""
    em: float


def read_paragraph(
    linebox: Any, context: Any, containing_block: Any, manner: Composer
) -> Paragraph:
    """The paragraph that `linebox` holds.

    Raises UnservedError when there is something in it that cannot be composed.
    """
    reader = _Reader(context, containing_block)
    reader.gather(linebox, (), (linebox,))
    return reader.paragraph(linebox, manner)


class _Reader:
    def __init__(self, context: Any, containing_block: Any) -> None:
        self.context = context
        self.containing_block = containing_block
        self.leaves: list[Leaf] = []
        self.ends: list[int] = []
        """Where the text of each leaf ends."""
        self.text = ""
        self.widths: list[float] = []
        """The width before each character."""
        self.width = 0.0
        self.hyphens: dict[int, float] = {}
        """The width of a hyphen, by leaf."""

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
                self.width += before
                self.gather(child, here, (*around, child))
                self.width += after
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
        widths = advances(shaped(text, box.style))
        offsets = [0, *accumulate(map(_length, text))]
        self._add(Leaf(box, path, around, len(self.text), text, offsets))
        self.widths += [self.width + widths[offset] for offset in offsets[:-1]]
        self.width += widths[-1]

    def _add_object(self, box: Any, path: tuple[int, ...], around: tuple[Any, ...]) -> None:
        resolve_percentages(box, self.containing_block)
        made = atomic_box(self.context, box, 0, None, self.containing_block, [], [])
        self._add(Leaf(box, path, around, len(self.text), _OBJECT, [0, 3]))
        self.widths.append(self.width)
        self.width += made.margin_width()

    def _add(self, leaf: Leaf) -> None:
        self.leaves.append(leaf)
        self.text += leaf.text
        self.ends.append(len(self.text))

    def paragraph(self, linebox: Any, manner: Composer) -> Paragraph:
        text, widths = self.text, [*self.widths, self.width]
        stretched = [character in _STRETCHED for character in text]
        spaces = [0, *accumulate(stretched)]
        points, places = Points(), []
        for position, leaf, hyphen, penalty in self._breaks(linebox, manner):
            end = position
            while end and text[end - 1] == " ":
                end -= 1
            mark = text[end - 1 : end]
            width = self._hyphen_width(leaf) if hyphen else 0.0
            hangs = hyphen or mark in _HANGING
            hang = manner.hang * (width or widths[end] - widths[end - 1]) if end and hangs else 0.0
            points.ends.append(widths[end] + width - hang)
            points.starts.append(widths[position])
            points.spaces_before.append(spaces[end])
            points.spaces_after.append(spaces[position])
            points.letters_before.append(end + hyphen)
            points.letters_after.append(position)
            points.penalties.append(penalty)
            points.hyphens.append(hyphen or mark in _HYPHENS)
            holder = self.leaves[leaf]
            byte = holder.offsets[position - holder.start] if position else 0
            places.append(Place(position, leaf, byte, hyphen, hang))
        return Paragraph(
            text, tuple(self.leaves), points, tuple(places), linebox.style["font_size"]
        )

    def _hyphen_width(self, leaf: int) -> float:
        if leaf not in self.hyphens:
            style = self.leaves[leaf].box.style
            self.hyphens[leaf] = advances(shaped(style["hyphenate_character"], style))[-1]
        return self.hyphens[leaf]

    def _breaks(self, linebox: Any, manner: Composer) -> Iterator[tuple[int, int, bool, float]]:
        """Each point: its position, the leaf before it, whether a hyphen is put there, what it costs."""
        text, leaves = self.text, self.leaves
        yield 0, 0, False, 0.0
        found: dict[int, tuple[bool, float]] = {}
        attributes = get_log_attrs(text, linebox.style["lang"])
        bits = memoryview(ffi.buffer(attributes)).cast("I")
        border = 0
        for position, bit in enumerate(bits):
            if bit & _BREAK and 0 < position < len(text):
                found[position] = self._given(position, manner)
            if bit & _WORD_END:
                for point in self._hyphenated(border, position):
                    found.setdefault(point, (True, manner.hyphen))
            if bit & _WORD_BORDER:
                border = position
        for point in self._in_addresses():
            found.setdefault(point, (False, manner.hyphen / 2))
        for position in sorted(found):
            leaf = bisect_left(self.ends, position)
            if self._may_break(leaf, position):
                yield position, leaf, *found[position]
        yield len(text), len(leaves) - 1, False, 0.0

    def _given(self, position: int, manner: Composer) -> tuple[bool, float]:
        """For a break that Unicode allows: whether a hyphen is put there, and what it costs."""
        mark = self.text[position - 1]
        if mark == _SOFT_HYPHEN:
            return True, manner.hyphen
        if self.text[position] in _DASHES:
            return False, _BEFORE_DASH
        return False, manner.hyphen if mark in _HYPHENS else 0.0

    def _may_break(self, number: int, position: int) -> bool:
        leaf = self.leaves[number]
        if not isinstance(leaf.box, boxes.TextBox):
            return False  # the engine goes on behind a picture
        if position < leaf.start + len(leaf.text):
            return leaf.box.style["white_space"] in _WRAPPED
        after = self.leaves[number + 1]
        common = [a for a, b in zip(leaf.around, after.around, strict=False) if a is b]
        return common[-1].style["white_space"] in _WRAPPED

    def _hyphenated(self, start: int, end: int) -> Iterator[int]:
        """Where the word from `start` to `end` may be hyphenated, as the engine would."""
        number = bisect_left(self.ends, start + 1)
        while number < len(self.leaves) and self.leaves[number].start < end:
            leaf = self.leaves[number]
            number += 1
            first = max(start, leaf.start)
            word = self.text[first : min(end, leaf.start + len(leaf.text))]
            style = leaf.box.style
            total, left, right = style["hyphenate_limit_chars"]
            if style["hyphens"] != "auto" or len(word) < total or _SOFT_HYPHEN in word:
                continue
            language = style["lang"] and pyphen.language_fallback(style["lang"])
            if not language:
                continue
            key = (language, left, right, total)  # as in the engine, which keeps them there
            dictionary = self.context.dictionaries.get(key)
            if dictionary is None:
                dictionary = pyphen.Pyphen(lang=language, left=left, right=right)
                self.context.dictionaries[key] = dictionary
            for point in dictionary.positions(word):
                if not point.data:
                    yield first + point

    def _in_addresses(self) -> Iterator[int]:
        for leaf in self.leaves:
            if leaf.box.style["overflow_wrap"] != "normal":
                for address in _ADDRESS.finditer(leaf.text):
                    for point in _IN_ADDRESS.finditer(leaf.text, address.start(), address.end()):
                        if address.start() + 2 < point.start() < address.end() - 2:
                            yield leaf.start + point.start()


def _length(character: str) -> int:
    """Bytes of a character as UTF-8."""
    return (
        1
        if character < "\x80"
        else 2
        if character < "\u0800"
        else 3
        if character < "\U00010000"
        else 4
    )
