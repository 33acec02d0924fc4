"""What a page paints, and where. In comes a content stream of the engine, out go boxes round all that it draws, in order.

Boxes are never too small: letters are taken for wide ones, strokes for mitred ones, and clipping is left out of account.
So what no box meets, nothing lies under.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from tirage.bind.press.extents import Widths, glyph_widths, span

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Box: TypeAlias = tuple[float, float, float, float]
"""Left, lower, right, upper."""

_UNIT: Matrix = (1, 0, 0, 1, 0, 0)
_FILLS = (b"f", b"F", b"f*")
_BOTH = (b"B", b"B*", b"b", b"b*")
_STROKES = (b"S", b"s")
_COLOURS = (b"rg", b"g", b"k", b"cs", b"sc", b"scn", b"RG", b"G", b"K", b"CS", b"SC", b"SCN")

_HIGH, _DEEP, _BEYOND = 1.3, 0.5, 0.2
"""How far a letter may reach over and under its line, and beyond its width, in sizes of the type."""


@dataclass(frozen=True, slots=True)
class Painted:
    """One thing that is painted."""

    box: Box
    alpha: float = 1
    white: bool = False
    """It leaves paper as it is."""
    mask: tuple[int, int] | None = None
    """The object of a picture with transparent parts."""
    plain: bool = True
    """It has one colour, so that this can be mixed with that of the paper."""


@dataclass(frozen=True, slots=True)
class _State:
    matrix: Matrix = _UNIT
    fill: tuple[float, ...] | None = (0, 0, 0)
    """Red, green, blue, or grey; None: something else."""
    stroke: tuple[float, ...] | None = (0, 0, 0)
    alphas: tuple[float, float] = (1, 1)
    """Of what is filled, and of what is stroked."""
    width: float = 1
    soft: bool = False
    """Something else than constant alpha is on."""


def scan(stream: bytes, resources: Any, matrix: Matrix = _UNIT) -> Iterator[Painted]:
    """All that `stream`, whose coordinates `matrix` changes to those of the page, paints with its forms, in order."""
    scanner = _Scanner(resources, [_State(matrix)])
    for line in stream.split(b"\n"):
        yield from scanner.read(line)


def states(resources: Any) -> dict[bytes, tuple[float | None, float | None]]:
    """The states that set alpha, by their names: that of what is filled and of what is stroked, None where unset."""
    held = resources.get("/ExtGState", {})
    return {
        str(name).encode(): (_number(state, "/ca"), _number(state, "/CA"))
        for name, state in held.items()
    }


def _number(state: Any, key: str) -> float | None:
    return float(state[key]) if key in state else None


@dataclass
class _Scanner:
    resources: Any
    kept: list[_State]
    path: list[tuple[float, float]] = field(default_factory=list)
    text: list[tuple[float, float]] = field(default_factory=list)
    line: Matrix = _UNIT
    size: float = 0
    fonts: dict[bytes, Widths] = field(default_factory=dict)
    widths: Widths = field(default_factory=dict)

    @property
    def now(self) -> _State:
        return self.kept[-1]

    def __post_init__(self) -> None:
        self.states = states(self.resources)

    def read(self, line: bytes) -> Iterator[Painted]:
        """What the operation on a `line` paints."""
        *parts, operator = line.split() or [b""]
        match operator:
            case b"q":
                self.kept.append(self.now)
            case b"Q" if len(self.kept) > 1:
                self.kept.pop()
            case b"cm":
                self._set(matrix=_product(_matrix(parts), self.now.matrix))
            case b"gs":
                self._choose(parts[0])
            case b"w":
                self._set(width=float(parts[0]))
            case b"Do":
                yield from self._drawn(parts[0].decode())
            case b"sh":
                yield Painted(_EVERYWHERE, self.now.alphas[0], plain=False)
            case _ if operator in _COLOURS:
                known = operator.lower() in (b"rg", b"g")
                colour = tuple(map(float, parts)) if known else None
                self._set(**{"stroke" if operator.isupper() else "fill": colour})
            case _:
                yield from self._write(operator, parts)
                yield from self._shape(operator, parts)

    def _set(self, **changes: Any) -> None:
        self.kept[-1] = replace(self.now, **changes)

    def _choose(self, name: bytes) -> None:
        state = self.resources.ExtGState[name.decode()]
        both = (new if new is not None else old for new, old in zip(self.states[name], self.now.alphas, strict=True))  # fmt: skip
        soft = any(key not in ("/Type", "/ca", "/CA") for key in state.keys())  # noqa: SIM118
        self._set(alphas=tuple(both), soft=self.now.soft or soft)

    def _write(self, operator: bytes, parts: list[bytes]) -> Iterator[Painted]:
        """What an operation on text paints: all of a text is one."""
        match operator:
            case b"Tm":
                self.line = _matrix(parts)
            case b"Tf":
                self.size = float(parts[1])
                self.widths = self.fonts.get(parts[0]) or self._measure(parts[0])
            case b"TJ" | b"Tj":
                self.text += self._letters(b" ".join(parts))
            case b"ET" if self.text:
                points, self.text = self.text, []
                yield self._painted(points, self.now.fill, 0, page=True)

    def _measure(self, name: bytes) -> Widths:
        font = self.resources.get("/Font", {}).get(name.decode(), {})
        self.fonts[name] = glyph_widths(font)
        return self.fonts[name]

    def _shape(self, operator: bytes, parts: list[bytes]) -> Iterator[Painted]:
        """What an operation on paths paints."""
        match operator:
            case b"re":
                x, y, width, height = map(float, parts)
                self.path += [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]
            case b"m" | b"l" | b"c" | b"v" | b"y":
                numbers = [float(part) for part in parts]
                self.path += zip(numbers[::2], numbers[1::2], strict=True)
            case b"n":
                self.path = []
            case _ if operator in (*_FILLS, *_BOTH, *_STROKES) and self.path:
                points, self.path = self.path, []
                if operator not in _STROKES:
                    yield self._painted(points, self.now.fill, 0)
                if operator not in _FILLS:
                    yield self._painted(points, self.now.stroke, 1, beyond=2 * self.now.width)

    def _letters(self, shown: bytes) -> Iterator[tuple[float, float]]:
        """The corners of a box round a run of letters, on the page."""
        matrix = _product(self.line, self.now.matrix)
        left, right = span(shown, self.widths)
        for x in (left - _BEYOND, right + _BEYOND):
            for y in (-_DEEP, _HIGH):
                yield _point(matrix, x * self.size, y * self.size)

    def _painted(
        self,
        points: Sequence[tuple[float, float]],
        colour: tuple[float, ...] | None,
        which: int,
        beyond: float = 0,
        page: bool = False,
    ) -> Painted:
        """What is painted round `points`, which are those of the `page` or of the drawing."""
        box = _round(points)
        if not page:
            box = (box[0] - beyond, box[1] - beyond, box[2] + beyond, box[3] + beyond)
            box = _turned(self.now.matrix, box)
        plain = colour is not None and not self.now.soft
        white = colour is not None and min(colour) == 1
        return Painted(box, self.now.alphas[which], white, None, plain)

    def _drawn(self, name: str) -> Iterator[Painted]:
        thing = self.resources.XObject[name]
        alpha = self.now.alphas[0]
        if thing.Subtype == "/Image":
            mask = thing.objgen if "/SMask" in thing else None
            box = _turned(self.now.matrix, (0, 0, 1, 1))
            yield Painted(box, alpha, False, mask, plain=False)
            return
        matrix = self.now.matrix
        if "/Matrix" in thing:
            matrix = _product(tuple(map(float, thing.Matrix)), matrix)  # type: ignore[arg-type]
        inner = list(scan(thing.read_bytes(), thing.get("/Resources", {}), matrix))
        if alpha == 1 and not self.now.soft:
            yield from inner
        elif inner:
            # A group is painted as one; what overlaps within it is opaque there.
            clear = is_clear(inner)
            box = _round([point for one in inner for point in (one.box[:2], one.box[2:])])
            plain = clear and all(one.plain for one in inner) and not self.now.soft
            yield Painted(box, alpha, all(one.white for one in inner), None, plain)


_EVERYWHERE: Box = (-1e6, -1e6, 1e6, 1e6)
_MANY = 2_000_000
_LEAST = 0.05
"""By how much boxes overlap that do more than touch, pt."""


def is_clear(painted: Sequence[Painted]) -> bool:
    """Whether all that is half transparent among `painted` has one colour and lies on nothing but white.

    Of very many such things it is not said: each is held against all before it.
    """
    pale = [(place, one) for place, one in enumerate(painted) if one.alpha < 1]
    return len(pale) * len(painted) < _MANY and all(
        one.plain and _lies_alone(one, painted[:place]) for place, one in pale
    )


def masked_over(painted: Sequence[Painted]) -> set[tuple[int, int]]:
    """The pictures with transparent parts that lie on something."""
    return {
        one.mask
        for place, one in enumerate(painted)
        if one.mask and not _lies_alone(one, painted[:place])
    }


def _lies_alone(one: Painted, below: Sequence[Painted]) -> bool:
    return not any(_meet(one.box, other.box) for other in below if not other.white)


def _meet(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    up = min(one[3], other[3]) - max(one[1], other[1])
    return across > _LEAST and up > _LEAST


def _matrix(parts: Sequence[bytes]) -> Matrix:
    a, b, c, d, e, f = map(float, parts)
    return a, b, c, d, e, f


def _product(one: Matrix, other: Matrix) -> Matrix:
    """First `one`, then `other` (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = one
    x, y = _point(other, e, f)
    p, q, r, s = other[:4]
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, x, y


def _point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _turned(matrix: Matrix, box: Box) -> Box:
    return _round([_point(matrix, x, y) for x in box[::2] for y in box[1::2]])


def _round(points: Sequence[tuple[float, ...]]) -> Box:
    """The box round some points."""
    across, up = [point[0] for point in points], [point[1] for point in points]
    return min(across), min(up), max(across), max(up)
