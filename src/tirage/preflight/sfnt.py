"""TrueType programs, as far as checks need them. In come bytes, out go widths and character maps.

Source of the tables: OpenType specification 1.9, cmap, head, hhea, hmtx and maxp.
"""

from __future__ import annotations

from dataclasses import dataclass
from struct import error, unpack_from


@dataclass(frozen=True, slots=True)
class Program:
    """A font program."""

    glyphs: int
    """How many it has."""
    widths: tuple[float, ...]
    """Of each glyph, in thousandths of the size of type."""
    maps: tuple[tuple[int, int], ...]
    """Platform and encoding of each of its character maps."""


def read_program(data: bytes) -> Program | None:
    """What the program says; None when it is none of TrueType's."""
    try:
        return _read(data)
    except (error, KeyError, IndexError, ZeroDivisionError):
        return None


def _read(data: bytes) -> Program:
    tables = {}
    for number in range(unpack_from(">H", data, 4)[0]):
        name, _, start, size = unpack_from(">4sIII", data, 12 + 16 * number)
        tables[name] = data[start : start + size]
    unit = unpack_from(">H", tables[b"head"], 18)[0]
    glyphs = unpack_from(">H", tables[b"maxp"], 4)[0]
    told = unpack_from(">H", tables[b"hhea"], 34)[0]
    metrics = unpack_from(f">{'Hh' * told}", tables[b"hmtx"])[::2]
    widths = (*metrics, *[metrics[-1]] * (glyphs - told))
    maps = tables.get(b"cmap", b"\0\0\0\0")
    count = unpack_from(">H", maps, 2)[0]
    return Program(
        glyphs,
        tuple(width * 1000 / unit for width in widths),
        tuple(unpack_from(">HH", maps, 4 + 8 * number) for number in range(count)),
    )
