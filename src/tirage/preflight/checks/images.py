"""Pictures made of pixels. In come pages, out go pictures that are coarse or stretched."""

from __future__ import annotations

from collections.abc import Iterator

from tirage.findings import Severity
from tirage.preflight.check import Fault, check
from tirage.preflight.sheets import Image
from tirage.preflight.subjects import Pages

SCREEN = 150
"""Pixels per inch at which a picture is sharp on a screen."""

PRINT = 300
"""Pixels per inch at which a picture is sharp in print."""

STRETCHED = 0.02
"""How much height and width may differ in scale."""

ORNAMENT = 16
"""Pictures smaller than this, in px, are lines and dots of a drawing."""


@check(
    "images.resolution",
    codes=("screen", "print"),
    rationale="A picture with too few pixels is blurred. On a screen 150 in an inch are enough, in print 300.",
    source="ISO 12647-2 and printers' guides (twice the screen ruling, 300 ppi for 150 lpi)",
    advice="Use a larger picture, or print it smaller.",
    severity=Severity.WARN,
)
def resolution(pages: Pages) -> Iterator[Fault]:
    """Every picture has enough pixels for its size."""
    for sheet in pages.sheets:
        for image in _pictures(sheet.images):
            density = _density(image)
            if density < PRINT:
                code, wanted, where = (
                    ("screen", SCREEN, "on a screen")
                    if density < SCREEN
                    else ("print", PRINT, "in print")
                )
                yield Fault(
                    code,
                    f"A picture of {image.width} × {image.height} pixels is printed with {density:.0f} of them in an inch; "
                    f"to be sharp {where} it should have {wanted}.",
                    sheet.folio,
                    f"Use a larger picture, or make it narrower than {image.width / wanted * 25.4:.0f} mm.",
                    sheet.placed(image.box),
                )


@check(
    "images.shape",
    codes=("stretched",),
    rationale="A picture that is wider or higher than it was shows people and things distorted, and circles as eggs.",
    source="house rule; print preflight's check for disproportionate scaling",
    advice="Give a picture's width alone; its height follows.",
    severity=Severity.WARN,
)
def shape(pages: Pages) -> Iterator[Fault]:
    """No picture is stretched."""
    for sheet in pages.sheets:
        for image in _pictures(sheet.images):
            across = image.placed_width / image.width
            down = image.placed_height / image.height
            # A pixel more or less is rounding.
            off = abs(across - down) * min(image.width, image.height)
            if abs(across / down - 1) > STRETCHED and off > 1:
                yield Fault(
                    "stretched",
                    f"A picture is stretched: {across / down:.2f} times as wide as it should be for its height.",
                    sheet.folio,
                    "Give its width alone; the height follows from it.",
                    sheet.placed(image.box),
                )


def _pictures(images: tuple[Image, ...]) -> Iterator[Image]:
    for image in images:
        if (
            min(image.width, image.height) >= ORNAMENT
            and image.placed_width
            and image.placed_height
        ):
            yield image


def _density(image: Image) -> float:
    """Pixels in an inch, in the direction that has fewer."""
    return min(image.width / image.placed_width, image.height / image.placed_height) * 72
