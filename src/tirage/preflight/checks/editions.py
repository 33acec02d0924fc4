"""Twins. In comes an opened galley, out goes where it is not the twin of the other editions."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from tirage.preflight.check import Fault, check
from tirage.preflight.subjects import Bound

_EMPTY = sha256(b"").hexdigest()
"""What a page shows that shows nothing."""


@check(
    "editions.agree",
    codes=("differ", "not-empty"),
    rationale="What is printed, read on a screen and kept in an archive is one text on the same pages: a citation "
    "of one must hold for the others.",
    source="house decision: editions are bound from the same gatherings",
)
def agree(bound: Bound) -> Iterator[Fault]:
    """The printed pages have the letters, lines and pictures of the other editions, in the same places."""
    if not bound.galley.presswork:
        return  # galley.pages compares colours as well
    advice = "Delete the cache folder .tirage and build again; if it stays, please report it."
    for leaf, found in zip(bound.galley.leaves, bound.prints, strict=False):
        if not leaf.piece:
            if found.form != _EMPTY:
                message = "A page that should be empty is not."
                yield Fault("not-empty", message, advice=advice)
            continue
        typeset = bound.sources.prints(leaf.piece)
        if leaf.page < len(typeset) and found.form != typeset[leaf.page].form:
            message = f"The page {leaf.label} has other letters than in the other editions, or in other places."
            yield Fault("differ", message, leaf.label, advice)
