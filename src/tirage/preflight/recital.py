"""What a file reads aloud. In comes a galley, out go its marked contents in the order of its structure tree.

Pages are told as leaves: where two stand on a face of a sheet, each is a form with marks of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from tirage.model.press import Leaf, Presswork
from tirage.preflight.anatomy import page_numbers
from tirage.preflight.objects import at
from tirage.preflight.order import once

if TYPE_CHECKING:
    from pypdf import PdfReader

Spoken: TypeAlias = tuple[str, int, int]
"""A marked content: the piece that it belongs to, its page there from 0, its number on this page."""


def recital(
    reader: PdfReader, leaves: Sequence[Leaf], work: Presswork | None = None
) -> tuple[Spoken, ...]:
    """All marked contents of `leaves` in the order in which they are read; those of drawings within a page are left out.

    Raises ValueError when an element stands twice in the tree.
    """
    up = work.up if work else 1
    places = page_numbers(reader) if up == 1 else dict(_faces(reader))
    root = at(at(reader.root_object, "/StructTreeRoot"), "/K")
    marks = _marks(root, None, places, set())
    return tuple((leaves[n].piece, leaves[n].page, mcid) for n, mcid in marks if n < len(leaves))


def _faces(reader: PdfReader) -> Iterator[tuple[int, int]]:
    """The numbers of the forms that hold the left and the right half of a page, with those of their leaves."""
    for number, page in enumerate(reader.pages):
        forms: Any = at(at(page, "/Resources"), "/XObject") or {}
        for side, name in enumerate(("/Left", "/Right")):
            if name in forms:
                yield forms.raw_get(name).idnum, 2 * number + side


def _marks(
    kids: Any, home: int | None, places: dict[int, int], seen: set[int]
) -> Iterator[tuple[int, int]]:
    """The leaf and the number of each marked content under /K of an element whose own page is the object `home`."""
    for reference in kids if isinstance(kids, list) else [kids]:
        kid: Any = reference.get_object() if reference is not None else None
        if isinstance(kid, int):
            if home in places:
                yield places[home], int(kid)
        elif hasattr(kid, "raw_get") and at(kid, "/Type") != "/OBJR":
            own = kid.raw_get("/Pg").idnum if "/Pg" in kid else home
            if "/MCID" in kid:
                holder = kid.raw_get("/Stm").idnum if "/Stm" in kid else own
                if holder in places:
                    yield places[holder], int(kid["/MCID"])
            else:
                once(kid, seen)
                yield from _marks(at(kid, "/K"), own, places, seen)
