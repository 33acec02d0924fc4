"""What is printed on a page but belongs to no text, as running heads, folios and rules, becomes an artifact.

The engine marks running heads like text and leaves them out of the tree (WeasyPrint #1836); ISO 14289-1, 7.1 and 7.8,
wants everything either in the tree or marked as an artifact, and heads and feet of pages marked as what they are.
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

_TURNED = re.compile(rb"\A1 0 0 -1 0 ([\d.]+) cm\n.*?([\d.]+) 0 0 [\d.]+ 0 0 cm\n", re.DOTALL)
"""The engine counts from the upper edge of the page, in pixels: here are the page's height in points, and its scale."""

_HEIGHT = re.compile(rb"[-\d.]+ ([-\d.]+) Tm\b")
"""How far below the upper edge a line of text stands."""

_PLAIN = re.compile(rb"/Artifact\s+BMC\b")
"""The engine's mark before borders, rules and backgrounds."""

_LAYOUT = b"/Artifact\n<</Type /Layout>>\nBDC"
_AGAIN = b"/Artifact\n<</Type /Pagination>>\nBDC"
_HEAD = b"/Artifact\n<</Type /Pagination /Subtype /Header /Attached [/Top]>>\nBDC"
_FOOT = b"/Artifact\n<</Type /Pagination /Subtype /Footer /Attached [/Bottom]>>\nBDC"


def marks(stream: bytes) -> set[int]:
    """The numbers (MCID) of the marked content in a content stream."""
    return {int(number) for number in _OPENING.findall(stream)}


def blanks(stream: bytes) -> set[int]:
    """The numbers of the marked content in a content stream that shows nothing: spaces at the ends of lines."""
    return {int(number) for number in _BLANK.findall(stream)}


def without_strays(stream: bytes, known: Set[int], told: Set[int] = frozenset()) -> bytes:
    """A content stream with all marked content whose number is not `known` made artifacts (ISO 32000-1, 14.8.2.2).

    What the engine has `told` of in its tree, as the head of a table on its second page, is there because of the page
    break; what shows nothing belongs to the layout; the rest stands in the margins, a header above the middle of the
    page and a footer below.
    """
    empty = blanks(stream)
    middle = _middle(stream)

    def change(match: re.Match[bytes]) -> bytes:
        number = int(match[1])
        if number in known:
            return match[0]
        if number in empty:
            return _LAYOUT
        if number in told or (line := _HEIGHT.search(stream, match.end())) is None:
            return _AGAIN
        return _HEAD if float(line[1]) < middle else _FOOT

    return _PLAIN.sub(_LAYOUT, _OPENING.sub(change, stream))


def _middle(stream: bytes) -> float:
    """How far below its upper edge the middle of a page is, in the units of its content stream."""
    turned = _TURNED.match(stream)
    return float(turned[1]) / float(turned[2]) / 2 if turned else 0


def clear_page(
    page: Page, known: Set[int], told: Set[int] = frozenset()
) -> dict[int, tuple[str, ...]]:
    """Make artifacts of all content of `page`, and of the forms drawn on it, that is not `known`.

    `told` are the numbers of all content in the engine's tree. Returns where each of the known marks stands: () in the
    page itself, else the names of the forms around it, outermost first.
    """
    page.contents_coalesce()
    return dict(_clear(page.obj.Contents, page.obj.Resources, known, told, ()))


def _clear(
    stream: Any, resources: Object, known: Set[int], told: Set[int], path: tuple[str, ...]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The known marks of a content stream at `path`, and of the forms that it draws, with their places."""
    text = stream.read_bytes()
    found = marks(text)
    cleared = without_strays(text, known, told)
    if cleared != text:
        stream.write(zlib.compress(cleared), filter=Name.FlateDecode)
    yield from ((number, path) for number in found & known)
    for name in (f"/{match.decode()}" for match in _DRAWING.findall(text)):
        drawn = resources.XObject[name]
        if drawn.Subtype == "/Form":
            yield from _clear(drawn, drawn.Resources, known, told, (*path, name))
