"""TrueType subsets put together again. In come programs of one font that keep its glyph numbers, out goes one program.

The engine leaves glyphs where they were in the whole font, so subsets of it fit over each other. What a PDF's font program
needs is kept and nothing else (ISO 32000-1, 9.9). Sources of the tables: the OpenType specification 1.9.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

_KEPT = (b"cvt ", b"fpgm", b"prep")
"""Hints, which all subsets of a font share."""


@dataclass(frozen=True, slots=True)
class Program:
    """A font program taken apart."""

    head: bytes
    hhea: bytes
    maxp: bytes
    hints: tuple[tuple[bytes, bytes], ...]
    glyphs: dict[int, bytes]
    """Outlines by number; those without any are left out."""
    metrics: tuple[tuple[int, int], ...]
    """Width and left side of each glyph."""

    def fits(self, other: Program) -> bool:
        """Whether both can be subsets of one font: what both have is the same in both."""
        if self.hints != other.hints or self.head[18:20] != other.head[18:20]:
            return False
        few, many = sorted((self.glyphs, other.glyphs), key=len)
        return all(many.get(number, outline) == outline for number, outline in few.items())


def read_program(program: bytes) -> Program | None:
    """The parts of `program`; None when it is not TrueType as the engine writes it."""
    try:
        tables = _tables(program)
        head, hhea, maxp = tables[b"head"], tables[b"hhea"], tables[b"maxp"]
        number = struct.unpack_from(">H", maxp, 4)[0]
        hints = tuple((key, tables[key]) for key in _KEPT if key in tables)
        long = struct.unpack_from(">h", head, 50)[0] == 1
        loca = tables[b"loca"]
        places = struct.unpack_from(f">{number + 1}{'I' if long else 'H'}", loca)
        scale, glyf = (1 if long else 2), tables[b"glyf"]
        glyphs = {
            i: glyf[places[i] * scale : places[i + 1] * scale]
            for i in range(number)
            if places[i] != places[i + 1]
        }
        metrics = _metrics(tables[b"hmtx"], struct.unpack_from(">H", hhea, 34)[0], number)
    except (KeyError, struct.error):
        return None
    return Program(head, hhea, maxp, hints, glyphs, metrics)


def _tables(program: bytes) -> dict[bytes, bytes]:
    count = struct.unpack_from(">H", program, 4)[0]
    entries = (struct.unpack_from(">4sIII", program, 12 + 16 * i) for i in range(count))
    return {key: program[start : start + length] for key, _, start, length in entries}


def _metrics(hmtx: bytes, full: int, number: int) -> tuple[tuple[int, int], ...]:
    pairs = list(struct.iter_unpack(">Hh", hmtx[: 4 * full]))
    sides = struct.iter_unpack(">h", hmtx[4 * full : 4 * full + 2 * (number - full)])
    return tuple(pairs + [(pairs[-1][0], side) for (side,) in sides])


def merged(programs: Sequence[Program], used: Sequence[frozenset[int]]) -> bytes:
    """One font program that has the glyphs of all `programs`, of which each is `used` for some without outlines, too."""
    number = max(len(program.metrics) for program in programs)
    glyphs: dict[int, bytes] = {}
    metrics = [(0, 0)] * number
    for program, numbers in zip(programs, used, strict=True):
        glyphs |= program.glyphs
        for i in sorted(numbers | program.glyphs.keys()):
            if i < len(program.metrics):
                metrics[i] = program.metrics[i]
    glyf, places = bytearray(), [0]
    for i in range(number):
        outline = glyphs.get(i, b"")
        glyf += outline + bytes(-len(outline) % 4)
        places.append(len(glyf))
    tables = {
        b"glyf": bytes(glyf),
        b"head": _head(programs),
        b"hhea": _hhea(programs, metrics),
        b"hmtx": b"".join(struct.pack(">Hh", *pair) for pair in metrics),
        b"loca": struct.pack(f">{number + 1}I", *places),
        b"maxp": _maxp(programs, number),
        **dict(programs[0].hints),
    }
    return _whole(tables)


def _head(programs: Sequence[Program]) -> bytes:
    boxes = [struct.unpack_from(">4h", program.head, 36) for program in programs]
    box = (*(min(box[i] for box in boxes) for i in (0, 1)), *(max(box[i] for box in boxes) for i in (2, 3)))
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
    values = [struct.unpack(f">I{(len(program.maxp) - 4) // 2}H", program.maxp) for program in programs]
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
    return sum(struct.unpack(f">{len(padded) // 4}I", padded)) % 2**32
