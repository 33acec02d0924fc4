"""The boxes of pages: medium, bleed, trim. In comes a file, out go boxes that a printer cannot use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tirage.findings import Severity, counted
from tirage.preflight.check import Fault, check
from tirage.preflight.subjects import File

SMALLEST, LARGEST = 3, 14_400
"""Sides of a page, pt (ISO 32000-1, annex C.2)."""

_NEAR = 0.5
"""Boxes that differ by less are the same, pt."""

_ADVICE = "Set the page's size in one place, the layout or the program that makes the file."


@check(
    "boxes.present",
    codes=("no-trim", "size"),
    rationale="The trim box tells the printer where the page is cut. Without it he has to guess.",
    source="ISO 15930-7, 6.3 (PDF/X-4: trim or art box); ISO 32000-1, 14.11.2 and annex C.2",
    advice="Set the page's size in one place, the layout or the program that makes the file.",
    severity=Severity.WARN,
)
def present(file: File) -> Iterator[Fault]:
    """Every page tells its size when it is cut."""
    pages = zip(file.labels, file.prints, strict=False)
    without = [label for label, page in pages if not page.trimmed]
    if without:
        told = (
            "No page tells"
            if len(without) == len(file.labels)
            else f"Of the pages {counted(len(without), 'does not tell', 'do not tell')}"
        )
        yield Fault("no-trim", f"{told} where to be cut (trim box).", without[0], _ADVICE)
    for label, page in _pages(file):
        sides = (float(page.mediabox.width), float(page.mediabox.height))
        if not SMALLEST <= min(sides) <= max(sides) <= LARGEST:
            message = (
                f"The page measures {sides[0]:.0f} × {sides[1]:.0f} pt, which no program can show."
            )
            yield Fault("size", message, label, _ADVICE)
            return


@check(
    "boxes.nested",
    codes=("outside",),
    rationale="The page that is cut lies within its bleed, and both within the medium; else the printer's program stops.",
    source="ISO 32000-1, 14.11.2.1; ISO 15930-7, 6.3",
    advice="Set the page's size in one place, the layout or the program that makes the file.",
)
def nested(file: File) -> Iterator[Fault]:
    """On every page the trim box lies in the bleed box, and that in the media box."""
    for label, page in _pages(file):
        boxes = [("/MediaBox", page.mediabox)]
        boxes += [(name, page[name]) for name in ("/BleedBox", "/TrimBox") if name in page]
        for (outer, holder), (inner, held) in pairwise(boxes):
            if not _holds(_sides(holder), _sides(held)):
                message = (
                    f"The {inner.lstrip('/')} of the page reaches out of its {outer.lstrip('/')}."
                )
                yield Fault("outside", message, label, _ADVICE)


@check(
    "boxes.equal",
    codes=("differ",),
    rationale="All pages of an issue are cut to one size. A page of another one, mostly from another program, is scaled or "
    "cut wrongly.",
    source="house rule; print preflight's check for equal page sizes",
    advice="Set the page's size in one place, the layout or the program that makes the file.",
    severity=Severity.WARN,
)
def equal(file: File) -> Iterator[Fault]:
    """All pages are of one size; some may stand sideways."""
    sizes = [_size(page) for page in file.prints]
    usual = Counter(sizes).most_common(1)[0][0]
    for label, size in zip(file.labels, sizes, strict=False):
        if any(abs(one - two) > _NEAR for one, two in zip(size, usual, strict=True)):
            here, there = (f"{short:.0f} × {long:.0f} pt" for short, long in (size, usual))
            message = f"The page measures {here}, the others {there}."
            yield Fault("differ", message, label, _ADVICE)


def _pages(file: File) -> Iterator[tuple[str, Any]]:
    return zip(file.labels, file.reader.pages, strict=False)


def _size(page: Any) -> tuple[float, float]:
    short, long = sorted((page.width, page.height))
    return short, long


def _sides(box: Any) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(side) for side in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _holds(outer: tuple[float, ...], inner: tuple[float, ...]) -> bool:
    return (
        inner[0] >= outer[0] - 0.01
        and inner[1] >= outer[1] - 0.01
        and inner[2] <= outer[2] + 0.01
        and inner[3] <= outer[3] + 0.01
    )
