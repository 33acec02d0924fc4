"""Fonts shared between pieces: subsets of one font, each with what its piece needs, become one subset."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from tirage.bind.streams import every_resources, named, subset_tag
from tirage.bind.truetype import Program, merged, read_program

_K = TypeVar("_K")

_MAPPED = re.compile(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]*)>\n")
_BLOCK = 100
"""Entries of a block in a map to Unicode, at most (Adobe Technical Note 5014)."""


@dataclass(frozen=True, slots=True)
class Subset:
    """A font as one piece has it."""

    font: Object
    name: str
    """Without the tag."""
    program: Program
    widths: dict[int, object]
    letters: dict[bytes, bytes]
    """Unicode by glyph, both in hexadecimal."""

    def fits(self, other: Subset) -> bool:
        """Whether both can be one font."""
        return (
            self.name == other.name
            and _agree(self.letters, other.letters)
            and _agree(self.widths, other.widths)
            and self.program.fits(other.program)
        )


def share_fonts(pdf: Pdf) -> None:
    """Let the subsets of one font in `pdf` be one."""
    places: dict[tuple[int, int], list[tuple[Object, str]]] = {}
    subsets: list[Subset] = []
    for resources in every_resources(pdf):
        for name, font in named(resources, "/Font"):
            if font.objgen not in places:
                places[font.objgen] = []
                if subset := _read(font):
                    subsets.append(subset)
            places[font.objgen].append((resources.Font, name))
    for group in _groups(subsets):
        if len(group) > 1:
            whole = _merge(pdf, group)
            for subset in group:
                for holder, name in places[subset.font.objgen]:
                    holder[name] = whole


def _read(font: Object) -> Subset | None:
    """A font that can be merged: a TrueType subset addressed by the numbers of its glyphs."""
    if font.get("/Encoding") != "/Identity-H" or "/ToUnicode" not in font:
        return None
    inner = font.DescendantFonts[0]
    if inner.get("/CIDToGIDMap") != "/Identity" or "/FontFile2" not in inner.FontDescriptor:
        return None
    descriptor = inner.FontDescriptor
    widths = dict(_widths(inner.W))
    program = read_program(descriptor.FontFile2.read_bytes(), widths.keys())
    if program is None:
        return None
    letters = dict(_MAPPED.findall(font.ToUnicode.read_bytes()))
    name = str(font.BaseFont).partition("+")[2]
    return Subset(font, name, program, widths, letters)


def _widths(array: Object) -> Iterator[tuple[int, object]]:
    """Width by glyph (ISO 32000-1, 9.7.4.3): the engine writes runs, a first glyph and the widths from it on."""
    items = list(array)
    for first, widths in zip(items[::2], items[1::2], strict=True):
        yield from enumerate(widths, start=int(first))


def _agree(one: Mapping[_K, object], other: Mapping[_K, object]) -> bool:
    few, many = sorted((one, other), key=len)
    return all(many.get(key, value) == value for key, value in few.items())


def _groups(subsets: Sequence[Subset]) -> list[list[Subset]]:
    """Subsets that fit each other, in their order; each goes to the first group that it fits."""
    groups: list[list[Subset]] = []
    for subset in subsets:
        fitting = (group for group in groups if all(subset.fits(one) for one in group))
        group = next(fitting, None)
        if group is None:
            groups.append([subset])
        else:
            group.append(subset)
    return groups


def _merge(pdf: Pdf, group: Sequence[Subset]) -> Object:
    program = merged([one.program for one in group], [frozenset(one.widths) for one in group])
    widths = {key: width for one in group for key, width in one.widths.items()}
    letters = {key: letter for one in group for key, letter in one.letters.items()}
    first = group[0].font
    name = Name(f"/{subset_tag(program)}+{group[0].name}")
    descriptor = _copy(first.DescendantFonts[0].FontDescriptor)
    boxes = [
        [float(edge) for edge in one.font.DescendantFonts[0].FontDescriptor.FontBBox]
        for one in group
    ]
    corners = (min, min, max, max)
    descriptor.FontBBox = Array(
        [corner(box[i] for box in boxes) for i, corner in enumerate(corners)]
    )
    descriptor.FontName = name
    descriptor.FontFile2 = _packed(pdf, program, Length1=len(program))
    inner = _copy(first.DescendantFonts[0])
    inner.BaseFont, inner.FontDescriptor = name, pdf.make_indirect(descriptor)
    inner.W = Array(list(_runs(widths)))
    whole = _copy(first)
    whole.BaseFont, whole.DescendantFonts = name, Array([pdf.make_indirect(inner)])
    whole.ToUnicode = _packed(pdf, _map(first.ToUnicode.read_bytes(), letters))
    return pdf.make_indirect(whole)


def _copy(dictionary: Object) -> Dictionary:
    return Dictionary(dict(dictionary.items()))


def _packed(pdf: Pdf, content: bytes, **entries: object) -> Stream:
    stream = Stream(pdf, b"", **entries)
    stream.write(zlib.compress(content, 9), filter=Name.FlateDecode)
    return stream


def _runs(widths: dict[int, object]) -> Iterator[object]:
    first = last = -2
    run: list[object] = []
    for glyph in sorted(widths):
        if glyph != last + 1:
            if run:
                yield from (first, Array(run))
            first, run = glyph, []
        run.append(widths[glyph])
        last = glyph
    if run:
        yield from (first, Array(run))


def _map(pattern: bytes, letters: dict[bytes, bytes]) -> bytes:
    """A map to Unicode of `letters`, its frame taken from another one."""
    frame = re.compile(rb"\d+ beginbfchar\n.*endbfchar\n", re.DOTALL)
    entries = sorted(letters.items())
    blocks = []
    for start in range(0, len(entries), _BLOCK):
        part = entries[start : start + _BLOCK]
        lines = b"".join(b"<%s> <%s>\n" % entry for entry in part)
        blocks.append(b"%d beginbfchar\n%sendbfchar\n" % (len(part), lines))
    return frame.sub(lambda _: b"".join(blocks), pattern)
