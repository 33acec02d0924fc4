"""TrueType subsets put together again. In come programs of one font that keep its glyph numbers, out goes one program.

The engine leaves glyphs that a text uses where they were in the whole font, so subsets of it fit over each other. Parts of
composite glyphs, which no text uses, stand at the end in any order. What a PDF's font program needs is kept and nothing
else (ISO 32000-1, 9.9). Sources of the tables: the OpenType specification 1.9.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate

_KEPT = (b"cvt ", b"fpgm", b"prep")
"""Hints, which all subsets of a font share."""


_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x01, 0x08, 0x20, 0x40, 0x80
"""Flags of a part of a composite glyph."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A glyph, known by its own look: two are equal when they draw the same."""

    data: bytes
    """As in the font, padded; the numbers of parts are zero."""
    metrics: tuple[int, int]
    """Width and left side: a composite glyph may take those of a part."""
    parts: tuple[Outline, ...] = ()
    """Of a composite glyph."""


@dataclass(frozen=True, slots=True)
class Program:
    """A font program taken apart."""

    head: bytes
    hhea: bytes
    maxp: bytes
    hints: tuple[tuple[bytes, bytes], ...]
    glyphs: dict[int, Outline]
    """The outlines of the glyphs that texts use, by number; those without any are left out."""
    metrics: dict[int, tuple[int, int]]
    """Width and left side of these glyphs, and of others that texts use."""

    def fits(self, other: Program) -> bool:
        """Whether both can be subsets of one font: what both have is the same in both."""
        if self.hints != other.hints or self.head[18:20] != other.head[18:20]:
            return False
        few, many = sorted((self.glyphs, other.glyphs), key=len)
        return all(many.get(number, outline) == outline for number, outline in few.items())


def read_program(program: bytes, used: Set[int]) -> Program | None:
    """The parts of `program`, of which texts use the glyphs `used`; None when it is not TrueType."""
    try:
        tables = _tables(program)
        head, hhea, maxp = tables[b"head"], tables[b"hhea"], tables[b"maxp"]
        number = struct.unpack_from(">H", maxp, 4)[0]
        hints = tuple((key, tables[key]) for key in _KEPT if key in tables)
        long = struct.unpack_from(">h", head, 50)[0] == 1
        loca = tables[b"loca"]
        places = struct.unpack_from(f">{number + 1}{'I' if long else 'H'}", loca)
        scale, glyf = (1 if long else 2), tables[b"glyf"]
        drawn = {
            i: glyf[places[i] * scale : places[i + 1] * scale]
            for i in range(number)
            if places[i] != places[i + 1]
        }
        measured = _Measured(tables[b"hmtx"], struct.unpack_from(">H", hhea, 34)[0])
        glyphs = {i: _outline(i, drawn, measured) for i in sorted(drawn) if i in used or i == 0}
        metrics = {i: measured.of(i) for i in {*glyphs, *used} if i < number}
    except (KeyError, IndexError, struct.error, RecursionError):
        return None
    return Program(head, hhea, maxp, hints, glyphs, metrics)


def _outline(number: int, drawn: dict[int, bytes], measured: _Measured) -> Outline:
    data = bytearray(drawn.get(number, b""))
    data += bytes(-len(data) % 4)  # some subsets are padded to two, others to four
    parts = []
    for place in _slots(bytes(data)):
        parts.append(_outline(struct.unpack_from(">H", data, place)[0], drawn, measured))
        data[place : place + 2] = b"\0\0"
    return Outline(bytes(data), measured.of(number), tuple(parts))


def _slots(data: bytes) -> Iterator[int]:
    """Where in a composite glyph the numbers of its parts stand."""
    if not data or struct.unpack_from(">h", data)[0] >= 0:
        return
    place, flags = 10, _MORE
    while flags & _MORE:
        flags = struct.unpack_from(">H", data, place)[0]
        yield place + 2
        place += 8 if flags & _WORDS else 6
        place += (
            2 * bool(flags & _SCALE) + 4 * bool(flags & _TWO_SCALES) + 8 * bool(flags & _MATRIX)
        )


def _tables(program: bytes) -> dict[bytes, bytes]:
    count = struct.unpack_from(">H", program, 4)[0]
    entries = (struct.unpack_from(">4sIII", program, 12 + 16 * i) for i in range(count))
    return {key: program[start : start + length] for key, _, start, length in entries}


@dataclass(frozen=True, slots=True)
class _Measured:
    """The table `hmtx`: of a thousand glyphs a piece needs a hundred."""

    table: bytes
    full: int
    """So many glyphs have a width of their own; the others have that of the last one."""

    def of(self, glyph: int) -> tuple[int, int]:
        """Width and left side of a glyph."""
        width, side = struct.unpack_from(">Hh", self.table, 4 * min(glyph, self.full - 1))
        if glyph >= self.full:
            (side,) = struct.unpack_from(">h", self.table, 4 * self.full + 2 * (glyph - self.full))
        return width, side


def merged(programs: Sequence[Program], used: Sequence[frozenset[int]]) -> bytes:
    """One font program that has the glyphs of all `programs`, of which each is `used` for some without outlines, too."""
    glyphs: dict[int, Outline] = {}
    widths: dict[int, tuple[int, int]] = {}
    for program, numbers in zip(programs, used, strict=True):
        glyphs |= program.glyphs
        for i in sorted(numbers | program.glyphs.keys()):
            if i in program.metrics:
                widths[i] = program.metrics[i]
    first = max(widths, default=0) + 1
    drawn, parts = _numbered(glyphs, first)
    number = len(drawn)
    metrics = [*(widths.get(i, (0, 0)) for i in range(first)), *parts]
    glyf, places = b"".join(drawn), [0, *accumulate(map(len, drawn))]
    tables = {
        b"glyf": glyf,
        b"head": _head(programs),
        b"hhea": _hhea(programs, metrics),
        b"hmtx": b"".join(struct.pack(">Hh", *pair) for pair in metrics),
        b"loca": struct.pack(f">{number + 1}I", *places),
        b"maxp": _maxp(programs, number),
        **dict(programs[0].hints),
    }
    return _whole(tables)


def _numbered(glyphs: dict[int, Outline], first: int) -> tuple[list[bytes], list[tuple[int, int]]]:
    """The glyphs by number; parts that are no glyph of a text stand from `first` on, each once, with these metrics."""
    numbers = {outline: number for number, outline in sorted(glyphs.items(), reverse=True)}
    written = [b""] * first
    metrics: list[tuple[int, int]] = []

    def write(outline: Outline) -> bytes:
        data = bytearray(outline.data)
        for place, part in zip(_slots(outline.data), outline.parts, strict=True):
            if part not in numbers:
                written.append(write(part))
                metrics.append(part.metrics)
                numbers[part] = len(written) - 1
            struct.pack_into(">H", data, place, numbers[part])
        return bytes(data)

    for number in sorted(glyphs):
        written[number] = write(glyphs[number])
    return written, metrics


def _head(programs: Sequence[Program]) -> bytes:
    boxes = [struct.unpack_from(">4h", program.head, 36) for program in programs]
    box = (
        *(min(box[i] for box in boxes) for i in (0, 1)),
        *(max(box[i] for box in boxes) for i in (2, 3)),
    )
    head = bytearray(programs[0].head)
    struct.pack_into(">I", head, 8, 0)  # the sum of the whole file comes last
    struct.pack_into(">4h", head, 36, *box)
    struct.pack_into(">h", head, 50, 1)  # long places
    return bytes(head)


def _hhea(programs: Sequence[Program], metrics: Sequence[tuple[int, int]]) -> bytes:
    hhea = bytearray(programs[0].hhea)
    struct.pack_into(">H", hhea, 10, max(width for width, _ in metrics))
    struct.pack_into(">H", hhea, 34, len(metrics))
    return bytes(hhea)


def _maxp(programs: Sequence[Program], number: int) -> bytes:
    """The largest of all limits."""
    values = [
        struct.unpack(f">I{(len(program.maxp) - 4) // 2}H", program.maxp) for program in programs
    ]
    version, _, *limits = (max(column) for column in zip(*values, strict=True))
    return struct.pack(f">IH{len(limits)}H", version, number, *limits)


def _whole(tables: dict[bytes, bytes]) -> bytes:
    """A font file of `tables`, with the sums that it wants."""
    power = len(tables).bit_length() - 1
    head = struct.pack(
        ">IHHHH", 0x00010000, len(tables), 16 << power, power, 16 * len(tables) - (16 << power)
    )
    start = 12 + 16 * len(tables)
    entries, body, place = b"", b"", 0
    for key in sorted(tables):
        content = tables[key]
        if key == b"head":
            place = start + len(body)
        entries += struct.pack(">4sIII", key, _sum(content), start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    whole = bytearray(head + entries + body)
    struct.pack_into(">I", whole, place + 8, (0xB1B0AFBA - _sum(bytes(whole))) % 2**32)
    return bytes(whole)


def _sum(content: bytes) -> int:
    padded = content + bytes(-len(content) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total % 2**32
