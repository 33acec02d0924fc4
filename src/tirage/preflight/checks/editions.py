"""Twins. In comes an opened galley, out goes where it is not the twin of the other editions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from tirage.preflight.check import Fault, check
from tirage.preflight.objects import at
from tirage.preflight.recital import Spoken, recital
from tirage.preflight.subjects import Bound

_AGAIN = "Delete the cache folder .tirage and build again; if it stays, please report it."

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
    for leaf, found in zip(bound.galley.leaves, bound.prints, strict=False):
        if not leaf.piece:
            if found.form != _EMPTY:
                message = "A page that should be empty is not."
                yield Fault("not-empty", message, advice=_AGAIN)
            continue
        typeset = bound.sources.prints(leaf.piece)
        if leaf.page < len(typeset) and found.form != typeset[leaf.page].form:
            message = f"The page {leaf.label} has other letters than in the other editions, or in other places."
            yield Fault("differ", message, leaf.label, _AGAIN)


@check(
    "editions.aloud",
    codes=("untagged", "tangled", "silent", "twice", "order"),
    rationale="The printer's file is often the only one that is left after years. With its tags it can be read aloud, "
    "searched and made into something else; without them it is ink.",
    source="house decision: tags are lost in no edition; ISO 32000-1, 14.7.4 and 14.8",
)
def aloud(bound: Bound) -> Iterator[Fault]:
    """The printer's files are tagged, and are read aloud as the file for the screen is."""
    if not (work := bound.galley.presswork):
        return  # the checks of tags look at the others
    root = bound.reader.root_object
    if "/StructTreeRoot" not in root or not at(at(root, "/MarkInfo"), "/Marked"):
        yield Fault("untagged", "The file is not tagged.", "", _AGAIN)
        return
    try:
        read = recital(bound.reader, bound.galley.leaves, work)
    except ValueError as error:
        yield Fault("tangled", f"The structure tree cannot be followed: {error}.", "", _AGAIN)
        return
    known = set(read)
    for leaf, found in zip(bound.galley.leaves, bound.prints, strict=False):
        if any((leaf.piece, leaf.page, mark) not in known for mark in found.marks):
            message = f"Some text of the page {leaf.label} is not read aloud."
            yield Fault("silent", message, leaf.label, _AGAIN)
    if len(known) < len(read):
        twice = next(mark for mark, count in Counter(read).items() if count > 1)
        yield Fault("twice", "Some text is read aloud twice.", _label(bound, twice), _AGAIN)
        return
    other = tuple(mark for mark in bound.sources.recital() if mark in known)
    if other and read != other:
        pairs = zip(read, other, strict=False)
        astray = next((mark for mark, wanted in pairs if mark != wanted), read[-1])
        message = "The file is read aloud in another order than the one for the screen."
        yield Fault("order", message, _label(bound, astray), _AGAIN)


def _label(bound: Bound, mark: Spoken) -> str:
    """The folio of the page that holds `mark`."""
    return next(leaf.label for leaf in bound.galley.leaves if (leaf.piece, leaf.page) == mark[:2])
