"""What is printed on a page but belongs to no text, as running heads and folios, becomes an artifact.

The engine marks running heads like text and leaves them out of the tree (WeasyPrint #1836); ISO 14289-1, 7.1 wants
everything either in the tree or marked as an artifact.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Set

from pikepdf import Name, Object, Page, Stream

_OPENING = re.compile(rb"/\w+\s*<<\s*/MCID\s+(\d+)\s*>>\s*BDC")
"""The engine's streams are regular: text stands in them in hexadecimal, so this is found nowhere else."""

_ARTIFACT = b"/Artifact\n<</Type /Pagination>>\nBDC"


def marks(stream: bytes) -> set[int]:
    """The numbers (MCID) of the marked content in a content stream."""
    return {int(number) for number in _OPENING.findall(stream)}


def without_strays(stream: bytes, known: Set[int]) -> bytes:
    """A content stream with all marked content whose number is not `known` made artifacts (ISO 32000-1, 14.8.2.2)."""

    def change(match: re.Match[bytes]) -> bytes:
        return match[0] if int(match[1]) in known else _ARTIFACT

    return _OPENING.sub(change, stream)


def clear_page(page: Page, known: Set[int]) -> dict[int, tuple[str, ...]]:
    """Make artifacts of all content of `page`, and of the forms drawn on it, that is not `known`.

    Returns where each of the known marks stands: () in the page itself, else the names of the forms around it,
    outermost first.
    """
    places: dict[int, tuple[str, ...]] = {}
    page.contents_coalesce()

    def clear(stream: Object, resources: Object, path: tuple[str, ...]) -> None:
        text = stream.read_bytes()
        found = marks(text)
        places.update((number, path) for number in found & known)
        if found - known:
            cleared = zlib.compress(without_strays(text, known))
            stream.write(cleared, filter=Name.FlateDecode)
        _visit_forms(text, resources, lambda name, form: clear(form, form.Resources, (*path, name)))

    clear(page.obj.Contents, page.obj.Resources, ())
    return places


def _visit_forms(text: bytes, resources: Object, visit: Callable[[str, Stream], None]) -> None:
    """Call `visit` with the name and object of each form that a content stream draws."""
    if b" Do" not in text and b"\nDo" not in text:
        return
    for name, drawn in resources.get("/XObject", {}).items():
        if drawn.get("/Subtype") == "/Form" and re.search(rb"%b\s+Do\b" % name.encode(), text):
            visit(name, drawn)
