"""The pages of a piece, read. In comes a PDF, out go its pages as runs of text, pictures and links.

Read with pypdfium2. What stands in the structure tree is the body of a page, in the order of the tree; what stands
outside (running heads, folios) is its furniture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from ctypes import (
    POINTER,
    addressof,
    byref,
    c_double,
    c_float,
    c_int,
    c_uint,
    cast,
    create_string_buffer,
)
from dataclasses import dataclass
from importlib import import_module
from itertools import groupby
from typing import Any

from tirage.preflight.bidi import logical, way
from tirage.preflight.box import NOWHERE, UPRIGHT, Box, Matrix
from tirage.preflight.gaps import word_gaps
from tirage.preflight.opening import sound
from tirage.preflight.order import Mark

DEPTH = 20
"""How deep forms in forms are followed."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text that the page draws in one go: a line or a part of it."""

    text: str
    box: Box
    """What its ink covers."""
    place: int
    """Its place in the reading order of the whole piece; -1 for furniture."""
    base: float = 0
    """Where its letters stand, pt from the bottom."""
    size: float = 0
    """Of its type, pt."""
    gaps: tuple[float, ...] = ()
    """Widths of the spaces between its words, pt."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture made of pixels, where it stands on the page."""

    box: Box
    width: int
    """px"""
    height: int
    """px"""
    placed_width: float
    """Of the picture as it is drawn, turned or not, pt."""
    placed_height: float
    """pt"""


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
    images: tuple[Image, ...] = ()
    frame: Box = NOWHERE
    """What of the page is shown: its crop box."""
    shapes: tuple[Box, ...] = ()
    """What lines and fills cover."""

    @property
    def pictured(self) -> bool:
        """Whether it holds a picture, of pixels or drawn, that is more than a line or the colour of the paper."""
        most = 0.9 * self.frame.width * self.frame.height
        return bool(self.images) or any(
            min(shape.width, shape.height) > 20 and shape.width * shape.height < most
            for shape in self.shapes
        )

    def placed(self, box: Box) -> tuple[float, float, float, float]:
        """`box` as a place on the page that is shown: left, bottom, right, top in pt from its left and bottom."""
        x, y = self.frame.left, self.frame.bottom
        left, bottom = round(box.left - x, 2), round(box.bottom - y, 2)
        return left, bottom, round(box.right - x, 2), round(box.top - y, 2)


def read_sheets(
    pdf: bytes, label: Callable[[int], str], order: Sequence[Mark]
) -> tuple[Sheet, ...]:
    """The pages of `pdf`, which have their text in `order`; `label` gives the folio of a page, counted from 0.

    Raises UnreadableError when it is no PDF or damaged.
    """
    from pypdfium2 import PdfDocument  # noqa: PLC0415  a build that does nothing starts without it

    places = {mark: place for place, mark in enumerate(order)}
    with sound(), PdfDocument(pdf) as document:
        return tuple(
            _sheet(page, label(number), number, places) for number, page in enumerate(document)
        )


def _pdfium() -> Any:
    """The functions of pdfium, which have no types."""
    return import_module("pypdfium2.raw")


def _sheet(page: Any, folio: str, number: int, places: Mapping[Mark, int]) -> Sheet:
    with closing(page):
        things = tuple(_things(page, number, places))
        links = tuple(_links(page))
        frame = Box(*page.get_cropbox())
    runs = tuple(thing for thing in things if isinstance(thing, Run))
    body = sorted((run for run in runs if run.place >= 0), key=lambda run: run.place)
    # What is marked as one piece of content stands on one line.
    read_lines = (tuple(line) for _, line in groupby(body, key=lambda run: run.place))
    read = tuple(run for line in read_lines for run in logical(line, lambda run: run.text))
    furniture = tuple(run for run in runs if run.place < 0)
    images = tuple(thing for thing in things if isinstance(thing, Image))
    shapes = tuple(thing for thing in things if isinstance(thing, Box))
    return Sheet(folio, read, furniture, links, images, frame, shapes)


def _things(page: Any, number: int, places: Mapping[Mark, int]) -> Iterator[Run | Image | Box]:
    """The page's runs of text, its pictures, and boxes for lines and fills, in the order of drawing."""
    raw = _pdfium()

    def walk(
        count: int, get: Any, holder: Any, mark: int, frame: Matrix, depth: int
    ) -> Iterator[Run | Image | Box]:
        for index in range(count):
            item = get(holder, index)
            own = raw.FPDFPageObj_GetMarkedContentID(item)
            own = own if own >= 0 else mark
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                place = places.get(Mark(number, own), -1)
                found = gaps.get(addressof(item.contents), ())
                text = _text(item, texts)
                if mixed and " " in text.strip() and way(text) == "left":
                    text = _straight(_bounds(item, frame), texts) or text
                yield _run(text, item, place, tuple(found), frame)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                yield _image(item, frame)
            elif kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING):
                yield _bounds(item, frame)
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth:
                inner = raw.FPDFFormObj_CountObjects(item)
                within = _matrix(item, frame)
                yield from walk(inner, raw.FPDFFormObj_GetObject, item, own, within, depth - 1)

    with closing(page.get_textpage()) as texts:
        mixed = any(way(letter) == "right" for letter in set(texts.get_text_range()))
        gaps = word_gaps(texts)
        count = raw.FPDFPage_CountObjects(page)
        yield from walk(count, raw.FPDFPage_GetObject, page, -1, UPRIGHT, DEPTH)


def _run(text: str, item: Any, place: int, gaps: tuple[float, ...], frame: Matrix) -> Run:
    size = c_float()
    _pdfium().FPDFTextObj_GetFontSize(item, byref(size))
    matrix = _matrix(item, frame)
    return Run(text, _bounds(item, frame), place, matrix.f, size.value * matrix.down, gaps)


def _image(item: Any, frame: Matrix) -> Image:
    width, height = c_uint(), c_uint()
    _pdfium().FPDFImageObj_GetImagePixelSize(item, byref(width), byref(height))
    matrix = _matrix(item, frame)
    box = _bounds(item, frame)
    return Image(box, width.value, height.value, matrix.across, matrix.down)


def _matrix(item: Any, frame: Matrix) -> Matrix:
    """How what `item` draws is placed on the page; `frame` is how the form is placed that it stands in."""
    raw = _pdfium()

    own = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, byref(own))
    return Matrix(own.a, own.b, own.c, own.d, own.e, own.f).within(frame)


def _bounds(item: Any, frame: Matrix) -> Box:
    raw = _pdfium()

    edges = [c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *(byref(edge) for edge in edges))
    return frame.placed(Box(*(edge.value for edge in edges)))


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
