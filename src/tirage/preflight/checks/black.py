"""Black text. In comes an opened galley of the print edition, out goes text that takes more inks than black."""

from __future__ import annotations

from collections.abc import Iterator

from tirage.preflight.check import Fault, check
from tirage.preflight.paint import Painting
from tirage.preflight.subjects import Bound

_BLACK = 0.95
"""From which share of black a colour is black to the eye, whatever else is printed there."""


@check(
    "press.black",
    codes=("rich",),
    rationale="Black letters of four inks have coloured rims as soon as a plate is a hair out of register, and dry badly.",
    source="what printers ask for: text in black alone",
    advice="Let the layout's `inks` make text of black alone; in a drawing, choose plain black.",
)
def black(bound: Bound) -> Iterator[Fault]:
    """Black text is printed in black ink alone."""
    work = bound.galley.presswork
    if not work or work.inks == 1:
        return
    told: set[int] = set()
    for painting in bound.paintings:
        if painting.page not in told and _is_rich(painting):
            told.add(painting.page)
            label = bound.label(painting.page)
            message = (
                f"Black text on the page {label} is printed in several inks, one over the other."
            )
            advice = "Let the layout's `inks` make text of black alone; in a drawing, choose plain black."
            yield Fault("rich", message, label, advice)


def _is_rich(painting: Painting) -> bool:
    fill: tuple[float, ...] = (0, 0, 0, 1)
    kept: list[tuple[float, ...]] = []
    for operator, operands in painting.steps:
        match operator:
            case "k":
                fill = tuple(map(float, operands))
            case "q":
                kept.append(fill)
            case "Q" if kept:
                fill = kept.pop()
            case "BT" if fill[3] >= _BLACK and any(fill[:3]):
                return True
    return False
