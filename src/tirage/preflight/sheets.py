"""The pages of a piece, read. In comes a PDF, out go its pages as runs of text in reading order, and links.

Read with pypdfium2. Reading order is that of the structure tree, as a reader's software takes it; what stands outside
the tree (running heads, folios) comes after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from ctypes import POINTER, byref, c_float, c_int, cast, create_string_buffer
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from tirage.model.press import Folios
from tirage.preflight.numerals import nth
from tirage.preflight.opening import UnreadableError

DEPTH = 100
"""How deep a structure tree or a form in a form may go before it is not followed further."""


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
    """The text inside the structure tree, in its order."""
    furniture: tuple[Run, ...]
    """The text outside it: running heads, folios."""
    links: tuple[Link, ...]


def read_sheets(pdf: bytes, folios: Folios) -> tuple[Sheet, ...]:
    """The pages of `pdf`, which carry `folios` from the first one on.

    Raises UnreadableError when it is no PDF or damaged.
    """
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415  the builder starts without it

    try:
        with PdfDocument(pdf) as document:
            return tuple(_sheet(page, nth(folios, number)) for number, page in enumerate(document))
    except PdfiumError as error:
        raise UnreadableError("damaged", str(error)) from error


def _pdfium() -> Any:
    """The functions of pdfium, which have no types."""
    return import_module("pypdfium2.raw")


def _sheet(page: Any, folio: str) -> Sheet:
    with closing(page):
        order = {mark: place for place, mark in enumerate(_reading_order(page))}
        runs = tuple(_runs(page))
        links = tuple(_links(page))
    inside = sorted((run for run in runs if run[0] in order), key=lambda run: order[run[0]])
    outside = (run for run in runs if run[0] not in order)
    return Sheet(
        folio,
        tuple(run for _, run in inside),
        tuple(run for _, run in outside),
        links,
    )


def _reading_order(page: Any) -> Iterator[int]:
    """The numbers of the page's marked contents in the order of the structure tree."""
    raw = _pdfium()

    def walk(element: Any, depth: int) -> Iterator[int]:
        for child in range(raw.FPDF_StructElement_CountChildren(element)):
            mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, child)
            if mark >= 0:
                yield mark
            elif depth and (below := raw.FPDF_StructElement_GetChildAtIndex(element, child)):
                yield from walk(below, depth - 1)

    if not (tree := raw.FPDF_StructTree_GetForPage(page)):
        return
    try:
        for root in range(raw.FPDF_StructTree_CountChildren(tree)):
            if element := raw.FPDF_StructTree_GetChildAtIndex(tree, root):
                yield from walk(element, DEPTH)
    finally:
        raw.FPDF_StructTree_Close(tree)


def _runs(page: Any) -> Iterator[tuple[int, Run]]:
    """The page's runs of text in the order of drawing, each with the number of its marked content, or -1."""
    raw = _pdfium()

    def walk(count: int, get: Any, holder: Any, mark: int, depth: int) -> Iterator[tuple[int, Run]]:
        for index in range(count):
            item = get(holder, index)
            own = raw.FPDFPageObj_GetMarkedContentID(item)
            own = own if own >= 0 else mark
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                yield own, Run(_text(item, texts), _bounds(item))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth:
                inner = raw.FPDFFormObj_CountObjects(item)
                yield from walk(inner, raw.FPDFFormObj_GetObject, item, own, depth - 1)

    with closing(page.get_textpage()) as texts:
        yield from walk(raw.FPDFPage_CountObjects(page), raw.FPDFPage_GetObject, page, -1, DEPTH)


def _text(item: Any, texts: Any) -> str:
    raw = _pdfium()

    size = raw.FPDFTextObj_GetText(item, texts, None, 0)
    buffer = create_string_buffer(size)
    raw.FPDFTextObj_GetText(item, texts, cast(buffer, POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


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
