"""Makes the profile that is used where a journal names none: four inks on coated paper, sheet-fed offset.

`python scripts/offset_profile.py` writes src/tirage/bind/press/offset.icc, in about a minute. The press is the model
of Neugebauer: a tint is a mixture of paper, the inks and what these give printed over each other. The colours of solids
are the aims of ISO 12647-2 for coated paper; black over other inks takes light from them as it does from paper.
"""

from __future__ import annotations

import struct
from itertools import product
from pathlib import Path

from tirage.bind.icc import gained, profile

OUT = Path(__file__).parents[1] / "src" / "tirage" / "bind" / "press" / "offset.icc"

D50 = (0.9642, 1.0, 0.8249)
SOLIDS = {  # CIELAB, D50, by which of cyan, magenta, yellow are printed
    (0, 0, 0): (95, 1.5, -6),
    (1, 0, 0): (56, -36, -51),
    (0, 1, 0): (48, 75, -4),
    (0, 0, 1): (89, -4, 93),
    (0, 1, 1): (48, 68, 47),
    (1, 0, 1): (50, -65, 26),
    (1, 1, 0): (25, 20, -46),
    (1, 1, 1): (23, 0, -1),
}
BLACK = (16, 0, 0)
COVER = 3.2
"""Ink on ink at most."""

Colour = tuple[float, float, float]


def xyz(lab: Colour) -> Colour:
    fy = (lab[0] + 16) / 116
    parts = (fy + lab[1] / 500, fy, fy - lab[2] / 200)
    return tuple(  # type: ignore[return-value]
        white * (part**3 if part > 6 / 29 else (part - 4 / 29) * 3 * (6 / 29) ** 2)
        for part, white in zip(parts, D50, strict=True)
    )


def lab(colour: Colour) -> Colour:
    fx, fy, fz = (
        part ** (1 / 3) if part > (6 / 29) ** 3 else part / (3 * (6 / 29) ** 2) + 4 / 29
        for part in (max(c / w, 0) for c, w in zip(colour, D50, strict=True))
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def primaries() -> list[tuple[tuple[int, ...], Colour]]:
    """What each way of printing solids one over the other sends back, paper being white."""
    paper, black = xyz(SOLIDS[0, 0, 0]), xyz(BLACK)
    made = []
    for inks in product((0, 1), repeat=4):
        seen = xyz(SOLIDS[inks[:3]])
        shade = [k / p if inks[3] else 1 for k, p in zip(black, paper, strict=True)]
        made.append(
            (inks, tuple(s / p * d * w for s, p, d, w in zip(seen, paper, shade, D50, strict=True)))
        )
    return made  # type: ignore[return-value]


PRIMARIES = primaries()


def printed(cmyk: tuple[float, ...]) -> Colour:
    """What a tint looks like, CIELAB with paper as white."""
    shares = [gained(tint) for tint in cmyk]
    sums = [0.0, 0.0, 0.0]
    for inks, colour in PRIMARIES:
        weight = 1.0
        for ink, share in zip(inks, shares, strict=True):
            weight *= share if ink else 1 - share
        if weight:
            for i in range(3):
                sums[i] += weight * colour[i]
    return lab((sums[0], sums[1], sums[2]))


def mixed(wanted: Colour, black: float, start: tuple[float, ...]) -> tuple[float, ...]:
    """Cyan, magenta, yellow that come next to `wanted` beside `black` (steps of least squares, damped)."""
    inks, damping = list(start), 1.0
    away = [w - p for w, p in zip(wanted, printed((*inks, black)), strict=True)]
    error = sum(part * part for part in away)
    for _ in range(40):
        slopes = []
        for i in range(3):
            step = 0.01 if inks[i] < 0.99 else -0.01
            moved = [value + step * (j == i) for j, value in enumerate(inks)]
            there = printed((*moved, black))
            slopes.append([(t - w + a) / step for t, w, a in zip(there, wanted, away, strict=True)])
        matrix = [
            [sum(p * q for p, q in zip(slopes[i], slopes[j], strict=True)) for j in range(3)]
            for i in range(3)
        ]
        side = [sum(p * q for p, q in zip(slopes[i], away, strict=True)) for i in range(3)]
        for i in range(3):
            matrix[i][i] += damping
        tried = [min(max(v + d, 0), 1) for v, d in zip(inks, solved(matrix, side), strict=True)]
        left = [w - p for w, p in zip(wanted, printed((*tried, black)), strict=True)]
        now = sum(part * part for part in left)
        if now < error:
            done = error - now < 1e-4
            inks, away, error, damping = tried, left, now, damping / 4
            if done:
                break
        else:
            damping *= 8
            if damping > 1e9:
                break
    return tuple(inks)


def solved(matrix: list[list[float]], side: list[float]) -> list[float]:
    """The solution of three equations (Cramer's rule)."""

    def det(m: list[list[float]]) -> float:
        return (
            m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
            - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
            + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
        )

    whole = det(matrix) or 1e-12
    return [
        det([[side[r] if c == i else matrix[r][c] for c in range(3)] for r in range(3)]) / whole
        for i in range(3)
    ]


def separated(wanted: Colour) -> tuple[float, ...]:
    """Inks for a colour: black takes over much of what the three would have in common."""
    three = mixed(wanted, 0, (0.5, 0.5, 0.5))
    black = max((min(three) - 0.25) / 0.75, 0) ** 1.2
    if wanted[0] < 12:
        black = max(black, 1 - wanted[0] / 40)
    black = min(black, 1)
    inks = mixed(wanted, black, tuple(part * (1 - black) for part in three))
    if (over := sum(inks) + black) > COVER:
        inks = tuple(part * (COVER - black) / (over - black) for part in inks)
    return (*inks, black)


def table(inputs: int, outputs: int, grid: int, values: list[float]) -> bytes:
    """A table of sixteen bits (ICC.1:2001-04, 6.5.10), its values from 0 to 65535."""
    head = b"mft2" + struct.pack(">4xBBBx", inputs, outputs, grid)
    head += struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    head += struct.pack(">HH", 2, 2)
    straight = struct.pack(">HH", 0, 65535)
    body = struct.pack(f">{len(values)}H", *(round(value) for value in values))
    return head + straight * inputs + body + straight * outputs


def main() -> None:
    seen: list[float] = []
    for cmyk in product([step / 8 for step in range(9)], repeat=4):
        light, a, b = printed(cmyk)
        seen += (min(max(light, 0), 100) * 652.8, (a + 128) * 256, (b + 128) * 256)
    inked: list[float] = []
    axis = [step / 16 * 65535 for step in range(17)]
    for light, a, b in product(axis, repeat=3):
        wanted = (min(light / 652.8, 100), a / 256 - 128, b / 256 - 128)
        white = wanted[0] >= 99.9 and abs(wanted[1]) < 9 and abs(wanted[2]) < 9
        inked += [part * 65535 for part in ((0, 0, 0, 0) if white else separated(wanted))]
    there, back = table(4, 3, 9, seen), table(3, 4, 17, inked)
    tags = [(f"A2B{i}".encode(), there) for i in range(3)]
    tags += [(f"B2A{i}".encode(), back) for i in range(3)]
    tags.append((b"gamt", table(3, 1, 2, [0.0] * 8)))
    name = "Coated offset, from the aims of ISO 12647-2"
    OUT.write_bytes(profile(b"prtr", b"CMYK", b"Lab ", name, tags))


if __name__ == "__main__":
    main()
