"""What make-up has done to pages, for people: in come the laid out pages, out go notes of what was moved or set otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from weasyprint import Page

from tirage.findings import Finding, Place, Severity
from tirage.languages.marks.signs import plain_spaces
from tirage.model.press import Piece
from tirage.typeset import floats, opening
from tirage.typeset.paragraphs.work import Kind, Work, beginning

NAME = "number"
"""Class of what names a table or a figure, as “Table 2.”."""

SAID: tuple[tuple[Kind, str], ...] = (
    ("looser", "Paragraphs were set a line longer, so that their pages are full"),
    ("tighter", "Paragraphs were set a line shorter, so that their pages are full"),
    ("hyphen", "Paragraphs were broken elsewhere, so that their pages do not end in a hyphen"),
)


def findings(pages: Sequence[Page], piece: Piece, work: Work | None) -> Iterator[Finding]:
    """Notes of what was moved to the head of a page, which paragraphs were set otherwise, and where room was opened.

    `work` is what the composer did, if it was used.
    """
    boxes = [page._page_box for page in pages]
    yield from _moved(boxes, piece)
    for kind, said in SAID if work else ():
        changes = [change for change in work.changes if change.kind == kind] if work else []
        if changes:
            names = ", ".join(
                f"“{beginning(change.text)}” (p. {piece.folios.label(change.page)})"
                for change in changes
            )
            yield _said(kind, f"{said}: {names}.", piece)
    opened = [piece.folios.label(number) for number in opening.opened(boxes)]
    if opened:
        yield _said(
            "opened",
            "Whole lines were added around headings, tables, figures, formulas or lists, because pages ended short: "
            f"p. {', '.join(opened)}.",
            piece,
        )


def _said(code: str, message: str, piece: Piece) -> Finding:
    return Finding(Severity.INFO, "makeup.pages", code, message, Place(file=piece.name))


def _moved(boxes: Sequence[Any], piece: Piece) -> Iterator[Finding]:
    for number, element in floats.moved(boxes):
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
            return "“" + plain_spaces("".join(part.itertext())).strip() + "”"
    return "A table or figure"
