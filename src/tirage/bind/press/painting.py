"""Content streams in inks. In comes a stream of the engine, out goes the same with other colours.

The engine writes each operation on a line of its own. Only operators of colour are changed and, around black text,
overprinting is set: no letter moves. Operators that are not known stay, and the check of the finished file refuses them.
"""

from __future__ import annotations

from collections.abc import Iterator

from tirage.bind.press.colours import Inks, Tint

OVER, KNOCK = b"TirageOver", b"TirageKnock"
"""Names of the graphics states in which black is printed over what is there, and in which it is not."""

_OPERATORS = {1: (b"g", b"G"), 4: (b"k", b"K")}
_SOLID = (0, 0, 0, 1)


def tint_operator(tint: Tint, stroke: bool = False) -> bytes:
    """The operation that chooses `tint` (ISO 32000-1, 8.6.8)."""
    operator = _OPERATORS[len(tint)][stroke]
    return b" ".join(b"%g" % part for part in tint) + b" " + operator


def inked(stream: bytes, inks: Inks) -> bytes:
    """`stream` with its colours changed to `inks`."""
    return b"\n".join(_lines(stream, inks))


def _lines(stream: bytes, inks: Inks) -> Iterator[bytes]:
    fill: Tint = inks.of_grey(0)
    kept: list[Tint] = []
    writing = False
    for line in stream.split(b"\n"):
        match line.rpartition(b" ")[2]:
            case b"rg" | b"RG" | b"g" | b"G" | b"k" | b"K" as operator:
                tint = _tint(line, inks)
                yield tint_operator(tint, operator.isupper())
                if operator.islower():
                    fill = tint
                    if writing:
                        yield _state(fill)
                continue
            case b"q":
                kept.append(fill)
            case b"Q" if kept:
                fill = kept.pop()
            case b"BT":
                writing = inks.number == 4
                if writing and fill == _SOLID:
                    yield _state(fill)
            case b"ET":
                yield line
                if writing and fill == _SOLID:
                    yield _state(())
                writing = False
                continue
        yield line


def _state(fill: Tint) -> bytes:
    return b"/%s gs" % (OVER if fill == _SOLID else KNOCK)


def _tint(line: bytes, inks: Inks) -> Tint:
    *parts, operator = line.split()
    values = [float(part) for part in parts]
    match operator.lower():
        case b"rg":
            return inks.of_rgb(values)
        case b"k":
            return inks.of_cmyk(values)
        case _:
            return inks.of_grey(values[0])
