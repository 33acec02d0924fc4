"""A match in a passage → a fault. In comes what a pattern has found, out goes a fault with its place and its mend."""

from __future__ import annotations

import re

from tirage.model.copy import Edit, Passage
from tirage.preflight.check import Fault

AROUND = 12
"""Characters on each side that a message shows."""


def fault(
    passage: Passage,
    match: re.Match[str] | tuple[int, int],
    code: str,
    message: str,
    advice: str,
    new: str | None = None,
) -> Fault:
    """The fault `code` where `match` (or from, to) stands in `passage`; with `new`, its characters can be mended so.

    `{here}` in message and advice stands for the words around the place.
    """
    start, end = match if isinstance(match, tuple) else match.span()
    here = excerpt(passage, start, end)
    old = passage.text[start:end]
    edits: tuple[Edit, ...] = ()
    if new is not None and new != old and passage.mendable(start, end):
        edits = (Edit(*passage.at(start), old, new),)
    return Fault(
        code,
        message.replace("{here}", here),
        advice=advice.replace("{here}", here),
        at=passage.at(start),
        edits=edits,
    )


def excerpt(passage: Passage, start: int, end: int) -> str:
    """The text from `start` to `end` with the words around it, on one line."""
    text = passage.text
    first = max(0, start - AROUND)
    last = min(len(text), end + AROUND)
    while first > 0 and not text[first - 1].isspace() and start - first < 2 * AROUND:
        first -= 1
    while last < len(text) and not text[last].isspace() and last - end < 2 * AROUND:
        last += 1
    return text[first:last].strip("\n").replace("\n", " ").replace("\ufffc", "…")
