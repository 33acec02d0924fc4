"""The bar code of a serial: its ISSN as EAN-13."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Barcode:
    """Bars to draw."""

    digits: str
    """The thirteen digits under the bars."""
    bars: tuple[tuple[int, int], ...]
    """First module and width of each dark bar, of 95 modules."""


def issn_barcode(issn: str) -> Barcode | None:
    """The bar code of `issn` ("1234-5679"), variant 00; None when it is not a whole ISSN.

    977, seven digits of the ISSN, two digits of variant, check digit (ISSN Manual, 2015, annex on bar codes).
    """
    import barcode  # noqa: PLC0415  only the back cover needs it

    digits = issn.replace("-", "")
    if len(digits) != 8 or not digits[:7].isdigit():
        return None
    code = barcode.get("ean13", f"977{digits[:7]}00")
    modules = code.build()[0]
    bars = []
    start = None
    for position, module in enumerate(modules + "0"):
        if module == "1" and start is None:
            start = position
        elif module == "0" and start is not None:
            bars.append((start, position - start))
            start = None
    return Barcode(code.get_fullcode(), tuple(bars))
