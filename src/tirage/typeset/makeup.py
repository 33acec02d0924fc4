"""What make-up has done to pages, for people: in come the laid out pages, out go notes of what was moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from weasyprint import Page

from tirage.findings import Finding, Place, Severity
from tirage.model.press import Piece
from tirage.typeset import floats

NAME = "number"
"""Class of what names a table or a figure, as “Table 2.”."""


def findings(pages: Sequence[Page], piece: Piece) -> Iterator[Finding]:
    """A note for each table and figure that stands at the head of a page because it did not fit on the one before."""
    for number, element in floats.moved([page._page_box for page in pages]):
        yield Finding(
            Severity.INFO,
            "makeup.floats",
            "moved",
            f"{_name(element)} was moved to the head of the page: it did not fit on the page before.",
            Place(file=piece.name, page=piece.folios.label(number)),
            "Nothing is to be done; to hold it where it stands in the text, write `floats: false` in layout.yaml.",
        )


def _name(element: Any) -> str:
    for part in element.iter():
        if NAME in part.get("class", "").split():
            return "“" + "".join(part.itertext()).strip() + "”"
    return "A table or figure"
