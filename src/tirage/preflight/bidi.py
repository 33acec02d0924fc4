"""Text that runs both ways. In comes text as it lies on a line from left to right, out goes the order in which it is read.

A PDF shows right-to-left text from its left end. Letters within a run are put right by pdfium; runs are put right here, by the
rule of levels (Unicode Bidirectional Algorithm, UAX #9, L2): on a line from right to left all is reversed, and what runs
from left to right in it is reversed once more.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

R = TypeVar("R")

_RIGHT, _LEFT = frozenset(("R", "AL")), frozenset(("L", "EN", "AN"))


def logical(runs: Sequence[R], text: Callable[[R], str]) -> tuple[R, ...]:
    """`runs`, which stand on one line from left to right, in reading order."""
    ways = [way(text(run)) for run in runs]
    if "right" not in ways:
        return tuple(runs)
    letters = "".join(text(run) for run in runs)
    mostly = sum(map(_turn, letters)) <= 0
    levels = _settled(ways, "right" if mostly else "left")
    groups = [
        (to, [run for run, _ in group])
        for to, group in groupby(zip(runs, levels, strict=True), key=lambda pair: pair[1])
    ]
    ordered: list[R] = []
    for to, group in reversed(groups) if mostly else groups:
        ordered += reversed(group) if to == "right" else group
    return tuple(ordered)


def way(text: str) -> str:
    """The way in which a run is written: "right", "left", or "" when it is spaces and signs."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in _RIGHT:
            return "right"
        if kind in _LEFT:
            return "left"
    return ""


def _turn(letter: str) -> int:
    kind = unicodedata.bidirectional(letter)
    return -1 if kind in _RIGHT else int(kind == "L")


def _settled(ways: Sequence[str], base: str) -> list[str]:
    """`ways` with those of signs: as both neighbours, else as the line."""
    settled = list(ways)
    for at, known in enumerate(ways):
        if not known:
            before = next((w for w in reversed(ways[:at]) if w), base)
            after = next((w for w in ways[at + 1 :] if w), base)
            settled[at] = before if before == after else base
    return settled
