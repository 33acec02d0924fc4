"""Places on a page. In come numbers, out go rectangles and how things are turned, scaled and moved."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in pt from the left and the bottom."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Of the box, pt."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Of the box, pt."""
        return self.top - self.bottom

    def holds(self, other: Box) -> bool:
        """Whether the middle of `other` lies inside."""
        x, y = (other.left + other.right) / 2, (other.bottom + other.top) / 2
        return self.left <= x <= self.right and self.bottom <= y <= self.top


NOWHERE = Box(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Matrix:
    """How a thing is placed in what it stands in (ISO 32000-1, 8.3.3)."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    @property
    def across(self) -> float:
        """How long a unit of its width becomes."""
        return hypot(self.a, self.b)

    @property
    def down(self) -> float:
        """How long a unit of its height becomes."""
        return hypot(self.c, self.d)

    def within(self, outer: Matrix) -> Matrix:
        """How the thing is placed in what `outer` is placed in."""
        x, y = outer.moved(self.e, self.f)
        return Matrix(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            x,
            y,
        )

    def moved(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the thing comes to stand."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def placed(self, box: Box) -> Box:
        """What the box of a part of the thing covers."""
        if self == UPRIGHT:
            return box
        corners = [self.moved(x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)]
        across, up = zip(*corners, strict=True)
        return Box(min(across), min(up), max(across), max(up))


UPRIGHT = Matrix(1, 0, 0, 1, 0, 0)
"""Not turned, scaled or moved."""
