"""The points at which the lines of a paragraph may end, with what stands before each.

In comes the engine's box of a whole paragraph; out goes a Paragraph: its text as one string, the boxes that hold it, and
the points that total fit chooses from. Lengths are CSS pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from tirage.model.layout import Composer
from tirage.typeset.paragraphs.breaks import HYPHENS, Break, find_breaks, may_break
from tirage.typeset.paragraphs.glyphs import SPACES, hyphen_width
from tirage.typeset.paragraphs.leaves import OBJECT, Leaf, Matter, read_matter
from tirage.typeset.paragraphs.totalfit import Points

_HANGING = (*HYPHENS, ".", ",", ":", ";", "\u2013", "\u2014", "\u00bb", "\u201d", "\u2019")
"""Marks that may stand outside the measure."""
_GAPS = frozenset((*SPACES, OBJECT))
"""What letters are not set apart from."""


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
    hang: float
    """How far the line's last mark stands outside the measure."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What total fit needs to know of a paragraph, and what the engine needs to know of its breaks."""

    text: str
    leaves: list[Leaf]
    points: Points
    positions: list[int]
    """Of each point in the text: the first character of the next line."""
    numbers: list[int]
    """For each point the leaf that holds the last character of the line, spaces included."""
    hangs: list[float]
    """How far the last mark of a line that ends at the point stands outside the measure."""
    breaks: list[Break]
    em: float

    def place(self, point: int) -> Place:
        """Where a line ends that ends at the `point` of that number."""
        position, number = self.positions[point], self.numbers[point]
        leaf = self.leaves[number]
        byte = leaf.offsets[position - leaf.start] if position else 0
        return Place(position, number, byte, self.breaks[point].hyphen, self.hangs[point])


def read_paragraph(
    linebox: Any, context: Any, containing_block: Any, manner: Composer
) -> Paragraph:
    """The paragraph that `linebox` holds.

    Raises UnservedError when there is something in it that cannot be composed.
    """
    matter = read_matter(linebox, context, containing_block)
    found = find_breaks(matter, context, linebox.style["lang"], manner)
    positions, numbers, breaks = [0], [0], [Break()]
    number, end = 0, len(matter.leaves[0].text) if matter.leaves else 0
    for position in sorted(found):
        while end < position:
            number += 1
            end += len(matter.leaves[number].text)
        if may_break(matter.leaves, number, position):
            positions.append(position)
            numbers.append(number)
            breaks.append(found[position])
    if matter.leaves:
        positions.append(len(matter.text))
        numbers.append(len(matter.leaves) - 1)
        breaks.append(Break())
    em = linebox.style["font_size"]
    points, hangs = _count(matter, positions, numbers, breaks, manner, em)
    return Paragraph(matter.text, matter.leaves, points, positions, numbers, hangs, breaks, em)


def _count(
    matter: Matter,
    positions: list[int],
    numbers: list[int],
    breaks: list[Break],
    manner: Composer,
    em: float,
) -> tuple[Points, list[float]]:
    """What stands before each point, as total fit wants it, and how far the last mark of a line hangs."""
    text, widths = matter.text, matter.widths
    ends = [_trimmed(text, position) for position in positions]
    used = {number for number, found in zip(numbers, breaks, strict=True) if found.hyphen}
    known = {number: hyphen_width(matter.leaves[number].box.style) for number in used}
    hyphens = [
        known[number] if found.hyphen else 0.0
        for number, found in zip(numbers, breaks, strict=True)
    ]
    lengths = [widths[end] + hyphen for end, hyphen in zip(ends, hyphens, strict=True)]
    starts = [widths[position] for position in positions]
    marks = [text[end - 1 : end] for end in ends]
    hangs = [0.0] * len(ends)
    if manner.hang:
        hangs = [
            manner.hang * (hyphen or (mark in _HANGING and widths[end] - widths[end - 1]))
            for end, mark, hyphen in zip(ends, marks, hyphens, strict=True)
        ]
    spaces = [0, *accumulate(map(SPACES.__contains__, text))]
    gaps = map(_GAPS.__contains__, text)
    # How many characters up to each one have another before them and no space between; none up to the paragraph's start.
    pairs = [0, *accumulate([not (a or b) for a, b in pairwise(gaps)]), 0]
    solids = _solids(matter, positions, numbers)
    letter, glyphs = manner.letters * em, manner.glyphs
    points = Points(
        ends=[length - hang for length, hang in zip(lengths, hangs, strict=True)],
        starts=starts,
        spaces_before=[spaces[end] for end in ends],
        spaces_after=[spaces[position] for position in positions],
        gives_before=[
            letter * (pairs[end - 1] + found.hyphen) + glyphs * (length - solid)
            for end, found, length, solid in zip(ends, breaks, lengths, solids, strict=True)
        ],
        gives_after=[
            letter * pairs[position] + glyphs * (start - solid)
            for position, start, solid in zip(positions, starts, solids, strict=True)
        ],
        penalties=[found.penalty for found in breaks],
        hyphens=[
            found.hyphen or mark in HYPHENS for found, mark in zip(breaks, marks, strict=True)
        ],
    )
    return points, hangs


def _trimmed(text: str, end: int) -> int:
    """Where `text` ends up to `end`, without spaces behind it."""
    while end and text[end - 1] == " ":
        end -= 1
    return end


def _solids(matter: Matter, positions: list[int], numbers: list[int]) -> list[float]:
    """How much of the width before each point is not that of letters."""
    if not matter.solids[-1]:
        return [0.0] * len(positions)
    ends = [leaf.start + len(leaf.text) for leaf in matter.leaves]
    return [
        matter.solids[number + (position == ends[number])] if ends else 0.0
        for position, number in zip(positions, numbers, strict=True)
    ]
