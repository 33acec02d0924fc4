"""ICC profiles made from figures, so that no file with a licence of its own is needed. Out go whole profiles.

Version 2 (ICC.1:2001-04), which every program reads. The same bytes at any time: the date is fixed.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from functools import cache

_D50 = (0.9642, 1.0, 0.8249)
_MADE = (2026, 1, 1, 0, 0, 0)
_RIGHTS = "No copyright, use freely"

_SRGB = (
    (0.436066, 0.222488, 0.013916),
    (0.385147, 0.716873, 0.097076),
    (0.143066, 0.060608, 0.714096),
)
"""The primaries of sRGB, adapted to D50 (IEC 61966-2-1, Bradford)."""  # fmt: skip

_SOLID = 0.0205
"""How much light solid black sends back, of what paper does: L* 16 (ISO 12647-2, coated paper)."""

_GAIN = 0.16
"""Dot gain at half tone (ISO 12647-2, curve B)."""


def gained(tint: float) -> float:
    """The share of paper that a tint of a press covers, dots grown: a parabola through the gain at half tone."""
    return tint + 4 * _GAIN * tint * (1 - tint)


@cache
def grey() -> bytes:
    """The profile of a press that prints black alone; 0 is solid, 1 is paper."""
    steps = [1 - gained(1 - step / 255) * (1 - _SOLID) for step in range(256)]
    name = "Black ink on coated paper, dot gain 16 %"
    return profile(b"prtr", b"GRAY", b"XYZ ", name, [(b"kTRC", _curve(steps))])


@cache
def srgb() -> bytes:
    """The profile of the colours of screens, sRGB."""
    curve = _curve([_linear(step / 1023) for step in range(1024)])
    tags = [
        *((key, _xyz(xyz)) for key, xyz in zip((b"rXYZ", b"gXYZ", b"bXYZ"), _SRGB, strict=True)),
        *((key, curve) for key in (b"rTRC", b"gTRC", b"bTRC")),
    ]
    return profile(b"mntr", b"RGB ", b"XYZ ", "sRGB IEC61966-2.1", tags)


def profile(
    device: bytes, space: bytes, connection: bytes, name: str, tags: Sequence[tuple[bytes, bytes]]
) -> bytes:
    """A profile of the class `device` for a colour `space`, called `name`, with `tags` besides what all have."""
    common = [(b"desc", _description(name)), (b"cprt", b"text\0\0\0\0" + _RIGHTS.encode() + b"\0")]
    table, body = b"", b""
    whole = sorted([*common, (b"wtpt", _xyz(_D50)), *tags])
    start = 128 + 4 + 12 * len(whole)
    places: dict[bytes, int] = {}
    for key, content in whole:
        if content not in places:
            places[content] = start + len(body)
            body += content + bytes(-len(content) % 4)
        table += key + struct.pack(">II", places[content], len(content))
    size = start + len(body)
    head = struct.pack(
        ">I4xI4s4s4s6H4s", size, 0x02400000, device, space, connection, *_MADE, b"acsp"
    )
    head += bytes(24) + struct.pack(">I", 0) + _xyz(_D50)[8:]
    return head.ljust(128, b"\0") + struct.pack(">I", len(whole)) + table + body


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _curve(steps: Iterable[float]) -> bytes:
    values = [round(step * 65535) for step in steps]
    return b"curv" + struct.pack(f">4xI{len(values)}H", len(values), *values)


def _xyz(values: Iterable[float]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))


def _description(name: str) -> bytes:
    text = name.encode("ascii") + b"\0"
    return b"desc" + struct.pack(">4xI", len(text)) + text + bytes(78)
