"""Content streams in inks. In comes a stream of the engine, out goes the same with other colours.

The engine writes each operation on a line of its own. Only operators of colour are changed and, around black text,
overprinting is set: no letter moves. Operators that are not known stay, and the check of the finished file refuses them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tirage.bind.press.colours import Inks, Tint

OVER, KNOCK = b"TirageOver", b"TirageKnock"
"""Names of the graphics states in which black is printed over what is there, and in which it is not."""

_OPERATORS = {1: (b"g", b"G"), 4: (b"k", b"K")}
_CHOOSING = (b"rg", b"RG", b"g", b"G", b"k", b"K")
_SOLID: Tint = (0, 0, 0, 1)


def tint_operator(tint: Tint, stroke: bool = False) -> bytes:
    """The operation that chooses `tint` (ISO 32000-1, 8.6.8)."""
    operator = _OPERATORS[len(tint)][stroke]
    return b" ".join(b"%g" % part for part in tint) + b" " + operator


def inked(stream: bytes, inks: Inks) -> bytes:
    """`stream` with its colours changed to `inks`."""
    painter = _Painter(inks, inks.of_grey(0))
    return b"\n".join(made for line in stream.split(b"\n") for made in painter.lines(line))


@dataclass
class _Painter:
    """Goes through a stream and remembers in which ink it fills."""

    inks: Inks
    fill: Tint
    kept: list[Tint] = field(default_factory=list)
    writing: bool = False

    def lines(self, line: bytes) -> Iterator[bytes]:
        """What is written for a line."""
        operator = line.rpartition(b" ")[2]
        if operator in _CHOOSING:
            tint = _tint(line, self.inks)
            yield tint_operator(tint, operator.isupper())
            if operator.islower():
                self.fill = tint
                if self.writing:
                    yield _state(self.fill)
        elif operator == b"BT":
            self.writing = self.inks.number == 4
            yield from self._around_black(line, first=True)
        elif operator == b"ET":
            yield from self._around_black(line, first=False)
            self.writing = False
        else:
            if operator == b"q":
                self.kept.append(self.fill)
            elif operator == b"Q" and self.kept:
                self.fill = self.kept.pop()
            yield line

    def _around_black(self, line: bytes, first: bool) -> Iterator[bytes]:
        """Begin or end of a text, with overprinting put on before black and off after it."""
        black = self.writing and self.fill == _SOLID
        if black and first:
            yield _state(_SOLID)
        yield line
        if black and not first:
            yield _state(())


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
