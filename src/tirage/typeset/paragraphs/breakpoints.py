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
from tirage.typeset.paragraphs.glyphs import SPACES, advances, shaped
from tirage.typeset.paragraphs.leaves import OBJECT, Leaf, Matter, read_matter
from tirage.typeset.paragraphs.totalfit import Points

_HANGING = (*HYPHENS, ".", ",", ":", ";", "\u2013", "\u2014", "\u00bb", "\u201d", "\u2019")
"""Marks that may stand outside the measure."""
_GAPS = (*SPACES, OBJECT)
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
    matter = read_matter(linebox, context, containing_block)
    em = linebox.style["font_size"]
    counting = _Counting(matter, manner, em)
    if matter.leaves:
        counting.add(0, 0, Break())
        number, end = 0, len(matter.leaves[0].text)
        for position, found in find_breaks(
            matter, context, linebox.style["lang"], manner
        ).items():
            while end < position:
                number += 1
                end += len(matter.leaves[number].text)
            if may_break(matter.leaves, number, position):
                counting.add(position, number, found)
        counting.add(len(matter.text), len(matter.leaves) - 1, Break())
    return Paragraph(
        matter.text, tuple(matter.leaves), counting.points, tuple(counting.places), em
    )


class _Counting:
    """What stands before each point."""

    def __init__(self, matter: Matter, manner: Composer, em: float) -> None:
        self.matter = matter
        self.manner = manner
        self.letter = manner.letters * em
        self.points = Points()
        self.places: list[Place] = []
        self.hyphens: dict[int, float] = {}
        """The width of a hyphen, by leaf."""
        self.spaces = [0, *accumulate([character in SPACES for character in matter.text])]
        gaps = [character in _GAPS for character in matter.text]
        self.pairs = [0, *accumulate([not (a or b) for a, b in pairwise(gaps)]), 0]
        """How many characters up to each one, itself counted, have another before them and no space between."""

    def add(self, position: int, number: int, found: Break) -> None:
        """The point at `position`, which is in the leaf `number` or at its end."""
        text, widths, points = self.matter.text, self.matter.widths, self.points
        leaf, hyphen = self.matter.leaves[number], found.hyphen
        end = position
        while end and text[end - 1] == " ":
            end -= 1
        mark = text[end - 1 : end]
        length = widths[end] + (self._hyphen_width(number) if hyphen else 0.0)
        hang = 0.0
        if self.manner.hang and (hyphen or mark in _HANGING) and end:
            hang = self.manner.hang * (length - widths[end if hyphen else end - 1])
        solid = self.matter.solids[number + (position == leaf.start + len(leaf.text))]
        points.ends.append(length - hang)
        points.starts.append(widths[position])
        points.spaces_before.append(self.spaces[end])
        points.spaces_after.append(self.spaces[position])
        points.gives_before.append(self._give(self.pairs[end - 1] + hyphen, length - solid))
        points.gives_after.append(self._give(self.pairs[position], widths[position] - solid))
        points.penalties.append(found.penalty)
        points.hyphens.append(hyphen or mark in HYPHENS)
        byte = leaf.offsets[position - leaf.start] if position else 0
        self.places.append(Place(position, number, byte, hyphen, hang))

    def _give(self, pairs: int, width: float) -> float:
        """By how much so many letters can be set apart, and glyphs of that width be widened."""
        return self.letter * pairs + self.manner.glyphs * width

    def _hyphen_width(self, leaf: int) -> float:
        if leaf not in self.hyphens:
            style = self.matter.leaves[leaf].box.style
            self.hyphens[leaf] = advances(shaped(style["hyphenate_character"], style))[-1]
        return self.hyphens[leaf]
