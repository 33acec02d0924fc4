"""What is printed on a page but belongs to no text, as running heads and folios, becomes an artifact.

The engine marks running heads like text and leaves them out of the tree (WeasyPrint #1836); ISO 14289-1, 7.1 wants
everything either in the tree or marked as an artifact.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Set
from typing import Any

from pikepdf import Name, Object, Page

_OPENING = re.compile(rb"/\w+\s*<<\s*/MCID\s+(\d+)\s*>>\s*BDC")
"""The engine's streams are regular: text stands in them in hexadecimal, so this is found nowhere else."""

_BLANK = re.compile(_OPENING.pattern + rb"\s*(?:[^\n]+ (?:gs|g|rg|k|cs|scn)\n)*BT\s*ET\s*EMC")
"""Marked content that sets a colour at most."""

_DRAWING = re.compile(rb"/(\w+)\s+Do\b")

_ARTIFACT = b"/Artifact\n<</Type /Pagination>>\nBDC"


def marks(stream: bytes) -> set[int]:
    """The numbers (MCID) of the marked content in a content stream."""
    return {int(number) for number in _OPENING.findall(stream)}


def blanks(stream: bytes) -> set[int]:
    """The numbers of the marked content in a content stream that shows nothing: spaces at the ends of lines."""
    return {int(number) for number in _BLANK.findall(stream)}


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
    page.contents_coalesce()
    return dict(_clear(page.obj.Contents, page.obj.Resources, known, ()))


def _clear(
    stream: Any, resources: Object, known: Set[int], path: tuple[str, ...]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The known marks of a content stream at `path`, and of the forms that it draws, with their places."""
    text = stream.read_bytes()
    found = marks(text)
    if found - known:
        cleared = zlib.compress(without_strays(text, known))
        stream.write(cleared, filter=Name.FlateDecode)
    yield from ((number, path) for number in found & known)
    for name in (f"/{match.decode()}" for match in _DRAWING.findall(text)):
        drawn = resources.XObject[name]
        if drawn.Subtype == "/Form":
            yield from _clear(drawn, drawn.Resources, known, (*path, name))
