"""What stands outside the bleed: crop, fold and registration marks and the slug line, on every plate.

They are page artifacts (ISO 32000-1, 14.8.2.2.2): production aids that are no part of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Pdf

from tirage.bind.press.letters import outlines

MM = 72 / 25.4
"""Points in a millimetre."""

OUTSIDE = 10 * MM
"""How far the sheet goes beyond the bleed where there are marks."""

REGISTRATION = Name("/TirageRegistration")
"""The colour space of the marks, in the resources of a page."""

_GAP, _LENGTH = 1 * MM, 6 * MM
"""Between bleed and crop mark; of a crop mark."""

_RADIUS = 1.6 * MM
_SIZE = 6.5
"""Of the slug line, pt."""
_SLUG = Name("/TirageSlug")


@dataclass(frozen=True, slots=True)
class Frame:
    """The trimmed face of a sheet, its corner at the origin. All in pt."""

    width: float
    height: float
    bleed: float
    folds: Sequence[float] = ()
    """Where it is folded, from the left."""


def registration_space(inks: int) -> Array:
    """The colour space that prints on every plate (ISO 32000-1, 8.6.6.4)."""
    paper, solid, alternate = (
        ([1], [0], Name.DeviceGray) if inks == 1 else ([0] * 4, [1] * 4, Name.DeviceCMYK)
    )
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=paper, C1=solid, N=1)
    return Array([Name.Separation, Name.All, alternate, tint])


def marks(frame: Frame, slug: str, sheet: str) -> bytes:
    """The marks of `frame` as a content stream, below it the line `slug`, which is a form, and `sheet`."""
    lines = [
        b"/Artifact <</Type /Page>> BDC",
        b"q",
        b"%s cs 1 scn %s CS 1 SCN 0.25 w" % ((str(REGISTRATION).encode(),) * 2),
        *_crops(frame),
        *_targets(frame),
        *_slug(frame, slug, sheet),
        b"Q",
        b"EMC",
    ]
    return b"\n".join(lines)


def slug_form(pdf: Pdf, slug: str) -> Object:
    """The line `slug` as a form, which all pages share; it is drawn in the colour of the marks."""
    path, length = outlines(slug, _SIZE)
    form = pdf.make_stream(path + b"\nf", Type=Name.XObject, Subtype=Name.Form)
    form.BBox = Array([0, -_SIZE, round(length + 1, 3), 2 * _SIZE])
    return pdf.make_indirect(form)


def add_registration(pdf: Pdf, resources: Object, inks: int, slug: Object) -> None:
    """Let the marks' colour and the slug line be known to a page."""
    if "/XObject" not in resources:
        resources.XObject = Dictionary()
    resources.XObject[_SLUG] = slug
    if "/ColorSpace" not in resources:
        resources.ColorSpace = Dictionary()
    resources.ColorSpace[REGISTRATION] = pdf.make_indirect(registration_space(inks))


def _line(x0: float, y0: float, x1: float, y1: float) -> bytes:
    return b"%.3f %.3f m %.3f %.3f l S" % (x0, y0, x1, y1)


def _crops(frame: Frame) -> Iterator[bytes]:
    start, end = frame.bleed + _GAP, frame.bleed + _GAP + _LENGTH
    for x in (0.0, *frame.folds, frame.width):
        yield _line(x, -start, x, -end)
        yield _line(x, frame.height + start, x, frame.height + end)
    for y in (0.0, frame.height):
        yield _line(-start, y, -end, y)
        yield _line(frame.width + start, y, frame.width + end, y)


def _targets(frame: Frame) -> Iterator[bytes]:
    """A cross in a circle beyond the middle of each side."""
    away = frame.bleed + _GAP + _LENGTH / 2
    # On a sheet that is folded in the middle the mark would stand on the fold.
    x = frame.width / 4 if frame.folds else frame.width / 2
    for at in ((x, -away), (x, frame.height + away), (-away, frame.height / 2), (frame.width + away, frame.height / 2)):  # fmt: skip
        yield _circle(*at)
        yield _line(at[0] - 1.6 * _RADIUS, at[1], at[0] + 1.6 * _RADIUS, at[1])
        yield _line(at[0], at[1] - 1.6 * _RADIUS, at[0], at[1] + 1.6 * _RADIUS)


def _circle(x: float, y: float) -> bytes:
    """A circle of four curves (the usual 4/3 tan(π/8))."""
    reach = _RADIUS * 4 / 3 * 0.41421356
    r = _RADIUS
    points = (
        (x + r, y + reach, x + reach, y + r, x, y + r),
        (x - reach, y + r, x - r, y + reach, x - r, y),
        (x - r, y - reach, x - reach, y - r, x, y - r),
        (x + reach, y - r, x + r, y - reach, x + r, y),
    )
    curves = b" ".join(b"%.3f %.3f %.3f %.3f %.3f %.3f c" % point for point in points)
    return b"%.3f %.3f m %s S" % (x + r, y, curves)


def _slug(frame: Frame, slug: str, sheet: str) -> Iterator[bytes]:
    length = outlines(slug, _SIZE)[1]
    yield b"q 1 0 0 1 %.3f %.3f cm" % (_GAP * 4, -(frame.bleed + _GAP + _LENGTH))
    yield b"%s Do" % str(_SLUG).encode()
    yield b"1 0 0 1 %.3f 0 cm" % length
    yield outlines(sheet, _SIZE)[0]
    yield b"f Q"
