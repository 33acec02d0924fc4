"""Where a paragraph's text may be broken: between words, within them, in addresses.

In comes the text with the boxes that hold it, out goes each place, whether a hyphen is put there, and what that costs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pyphen
from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.text.ffi import ffi
from weasyprint.text.line_break import get_log_attrs

from tirage.model.layout import Composer
from tirage.typeset.paragraphs.leaves import Leaf, Matter

HYPHENS = ("-", "\u2010")
_SOFT_HYPHEN = "\u00ad"
_DASHES = ("\u2013", "\u2014")
_BEFORE_DASH = 1.0
"""What a line costs that begins with a dash: as much as spaces that are an em too wide."""
_BREAK, _WORD_END, _WORD_BORDER = 1, 1 << 6, 1 << 12
"""Bits of a PangoLogAttr."""
_ADDRESS = re.compile(r"\S*(?:/|@|www\.)\S*")
_IN_ADDRESS = re.compile(r"(?<=[/=&])(?=\w)|(?<=\w)(?=[.~_?#%=&-])")
"""Where an address may be broken without a hyphen: after a slash, before other marks (Chicago Manual of Style, 14.18)."""
_WRAPPED = ("normal", "pre-line")


@dataclass(frozen=True, slots=True)
class Break:
    """How a line ends."""

    hyphen: bool = False
    """A hyphen is to be put there."""
    penalty: float = 0.0
    """What that costs, in squares of an em."""


def find_breaks(
    matter: Matter, context: Any, language: str | None, manner: Composer
) -> dict[int, Break]:
    """Each place before whose character a line may begin, and how the line before it ends."""
    found: dict[int, Break] = {}
    cost = manner.hyphen**2
    plain, hyphened, marked = Break(), Break(True, cost), Break(False, cost)
    text = matter.text
    words = _Words(matter.leaves, context)
    border = 0
    for position, bits in _marked(text, language):
        if bits & _BREAK and 0 < position < len(text):
            mark = text[position - 1]
            if text[position] in _DASHES:
                found[position] = Break(False, _BEFORE_DASH)
            elif mark == _SOFT_HYPHEN:
                found[position] = hyphened
            else:
                found[position] = marked if mark in HYPHENS else plain
        if bits & _WORD_END:
            for point in words.points(border, position):
                found.setdefault(point, hyphened)
        if bits & _WORD_BORDER:
            border = position
    for point in _in_addresses(matter.leaves):
        found.setdefault(point, Break(False, cost / 2))
    return found


def may_break(leaves: list[Leaf], number: int, position: int) -> bool:
    """Whether the engine can break behind a character of the leaf `number`, at `position`."""
    leaf = leaves[number]
    if not isinstance(leaf.box, TextBox):
        return False  # the engine goes on behind a picture
    if position < leaf.start + len(leaf.text):
        return leaf.box.style["white_space"] in _WRAPPED
    after = leaves[number + 1]
    common = [a for a, b in zip(leaf.around, after.around, strict=False) if a is b]
    return common[-1].style["white_space"] in _WRAPPED


def _marked(text: str, language: str | None) -> list[tuple[int, int]]:
    """The places that Unicode's algorithms, made fit for the language, know something of: each with Pango's bits."""
    attributes = get_log_attrs(text, language)
    bits = memoryview(ffi.buffer(attributes)).cast("I")
    wanted = _BREAK | _WORD_END | _WORD_BORDER
    return [(position, bit) for position, bit in enumerate(bits) if bit & wanted]


class _Words:
    """Words are broken as the engine would: the part of a word in each leaf by itself."""

    def __init__(self, leaves: list[Leaf], context: Any) -> None:
        self.leaves = leaves
        self.ends = [leaf.start + len(leaf.text) for leaf in leaves]
        self.breakers = [_breaker(leaf.box.style, context) for leaf in leaves]

    def points(self, start: int, end: int) -> Iterator[int]:
        """Where the word from `start` to `end` may be hyphenated."""
        number = bisect_left(self.ends, start + 1)
        while number < len(self.leaves) and self.leaves[number].start < end:
            leaf, breaker = self.leaves[number], self.breakers[number]
            if breaker:
                first = max(start, leaf.start)
                word = leaf.text[first - leaf.start : end - leaf.start]
                for point in breaker(word):
                    yield first + point
            number += 1


def _breaker(style: Any, context: Any) -> Callable[[str], list[int]] | None:
    """The function that finds the points of a word in this style, where words may be hyphenated."""
    language = style["lang"] and pyphen.language_fallback(style["lang"])
    if style["hyphens"] != "auto" or not language:
        return None
    total, left, right = style["hyphenate_limit_chars"]
    key = (language, left, right, total)  # as in the engine, which keeps them there
    dictionary = context.dictionaries.get(key)
    if dictionary is None:
        dictionary = pyphen.Pyphen(lang=language, left=left, right=right)
        context.dictionaries[key] = dictionary

    # Words come again and again: what was found is kept as long as the dictionary.
    known: dict[str, list[int]] = context.dictionaries.setdefault((*key, "known"), {})

    def find(word: str) -> list[int]:
        points = known.get(word)
        if points is None:
            points = []
            if len(word) >= total and _SOFT_HYPHEN not in word:
                points = [point for point in dictionary.positions(word) if not point.data]
            known[word] = points
        return points

    return find


def _in_addresses(leaves: list[Leaf]) -> Iterator[int]:
    for leaf in leaves:
        if leaf.box.style["overflow_wrap"] != "normal":
            for address in _ADDRESS.finditer(leaf.text):
                for point in _IN_ADDRESS.finditer(leaf.text, address.start(), address.end()):
                    if address.start() + 2 < point.start() < address.end() - 2:
                        yield leaf.start + point.start()
