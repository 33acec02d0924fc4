"""Where elements of the structure tree stand. In comes a file with an element, out goes the folio."""

from __future__ import annotations

from typing import Any

from tirage.preflight.subjects import File
from tirage.preflight.tree import Element

ADVICE = (
    "Let the program that makes the file tag it as PDF/UA asks; in a build of tirage, delete the cache folder .tirage "
    "and build again, and report it if it stays."
)


def folio(file: File, element: Element) -> str:
    """The folio of the first page on which something of `element` stands; "" when nothing does."""
    page = next((one.page for one in element.walk() if one.page is not None), None)
    return file.labels[page] if page is not None and page < len(file.labels) else ""


def number_of(entry: Any) -> int:
    """The number of an object of the file; -2 when it has none of its own."""
    return int(getattr(getattr(entry, "indirect_reference", None), "idnum", -2))
