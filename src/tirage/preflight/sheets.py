"""The pages of a piece, read. In comes a PDF, out go its pages as runs of text, and links.

Read with pypdfium2. What stands in the structure tree is the body of a page, in the order of the tree; what stands
outside (running heads, folios) is its furniture.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from ctypes import POINTER, byref, c_double, c_float, c_int, cast, create_string_buffer
from dataclasses import dataclass
from importlib import import_module
from itertools import groupby
from typing import Any

from tirage.model.press import Folios
from tirage.preflight.bidi import logical, way
from tirage.preflight.numerals import nth
from tirage.preflight.opening import sound
from tirage.preflight.order import Mark

DEPTH = 20
"""How deep forms in forms are followed."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in pt from the left and the bottom."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, other: Box) -> bool:
        """Whether the middle of `other` lies inside."""
        x, y = (other.left + other.right) / 2, (other.bottom + other.top) / 2
        return self.left <= x <= self.right and self.bottom <= y <= self.top


@dataclass(frozen=True, slots=True)
class Run:
    """Text that the page draws in one go: a line or a part of it."""

    text: str
    box: Box
    """What its ink covers."""
    place: int
    """Its place in the reading order of the whole piece; -1 for furniture."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to somewhere outside the piece."""

    uri: str
    box: Box


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page."""

    folio: str
    """The folio that it should carry; "" for none."""
    body: tuple[Run, ...]
    """In reading order."""
    furniture: tuple[Run, ...]
    """In the order of drawing."""
    links: tuple[Link, ...]


def read_sheets(pdf: bytes, folios: Folios, order: Sequence[Mark]) -> tuple[Sheet, ...]:
    """The pages of `pdf`, which carry `folios` from the first one on and have their text in `order`.

    Raises UnreadableError when it is no PDF or damaged.
    """
    from pypdfium2 import PdfDocument  # noqa: PLC0415  a build that does nothing starts without it

    places = {mark: place for place, mark in enumerate(order)}
    with sound(), PdfDocument(pdf) as document:
        return tuple(
            _sheet(page, nth(folios, number), number, places)
            for number, page in enumerate(document)
        )


def _pdfium() -> Any:
    """The functions of pdfium, which have no types."""
    return import_module("pypdfium2.raw")


def _sheet(page: Any, folio: str, number: int, places: Mapping[Mark, int]) -> Sheet:
    with closing(page):
        runs = tuple(_runs(page, number, places))
        links = tuple(_links(page))
    body = sorted((run for run in runs if run.place >= 0), key=lambda run: run.place)
    # What is marked as one piece of content stands on one line.
    lines = (tuple(line) for _, line in groupby(body, key=lambda run: run.place))
    read = tuple(run for line in lines for run in logical(line, lambda run: run.text))
    return Sheet(folio, read, tuple(run for run in runs if run.place < 0), links)


def _runs(page: Any, number: int, places: Mapping[Mark, int]) -> Iterator[Run]:
    """The page's runs of text in the order of drawing."""
    raw = _pdfium()

    def walk(count: int, get: Any, holder: Any, mark: int, depth: int) -> Iterator[Run]:
        for index in range(count):
            item = get(holder, index)
            own = raw.FPDFPageObj_GetMarkedContentID(item)
            own = own if own >= 0 else mark
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                box, text = _bounds(item), _text(item, texts)
                if mixed and " " in text.strip() and way(text) == "left":
                    text = _straight(box, texts) or text
                yield Run(text, box, places.get(Mark(number, own), -1))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth:
                inner = raw.FPDFFormObj_CountObjects(item)
                yield from walk(inner, raw.FPDFFormObj_GetObject, item, own, depth - 1)

    with closing(page.get_textpage()) as texts:
        mixed = any(way(letter) == "right" for letter in set(texts.get_text_range()))
        yield from walk(raw.FPDFPage_CountObjects(page), raw.FPDFPage_GetObject, page, -1, DEPTH)


def _text(item: Any, texts: Any) -> str:
    raw = _pdfium()

    size = raw.FPDFTextObj_GetText(item, texts, None, 0)
    buffer = create_string_buffer(size)
    raw.FPDFTextObj_GetText(item, texts, cast(buffer, POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _straight(box: Box, texts: Any) -> str:
    """The signs inside `box` from left to right: pdfium turns the words of a Latin run in an Arabic line round."""
    raw = _pdfium()

    edges = [c_double() for _ in range(4)]
    signs = []
    for index in range(raw.FPDFText_CountChars(texts)):
        raw.FPDFText_GetCharBox(texts, index, *(byref(edge) for edge in edges))
        left, right, bottom, top = (edge.value for edge in edges)
        if box.holds(Box(left, bottom, right, top)):
            signs.append((left, chr(raw.FPDFText_GetUnicode(texts, index))))
    return "".join(sign for _, sign in sorted(signs))


def _bounds(item: Any) -> Box:
    raw = _pdfium()

    edges = [c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *(byref(edge) for edge in edges))
    return Box(*(edge.value for edge in edges))


def _links(page: Any) -> Iterator[Link]:
    """The page's links that have an address."""
    raw = _pdfium()

    position, link, bounds = c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while raw.FPDFLink_Enumerate(page, byref(position), byref(link)):
        action = raw.FPDFLink_GetAction(link)
        size = raw.FPDFAction_GetURIPath(page.pdf, action, None, 0) if action else 0
        if size and raw.FPDFLink_GetAnnotRect(link, byref(bounds)):
            buffer = create_string_buffer(size)
            raw.FPDFAction_GetURIPath(page.pdf, action, buffer, size)
            x = sorted((bounds.left, bounds.right))
            y = sorted((bounds.bottom, bounds.top))
            yield Link(buffer.value.decode("utf-8", "replace"), Box(x[0], y[0], x[1], y[1]))
