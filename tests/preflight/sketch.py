"""Pages sketched by hand, for checks that need no PDF."""

from __future__ import annotations

from typing import cast

from pypdf import PdfReader

from tests.preflight.press import piece
from tirage.model.press import Piece
from tirage.preflight.box import Box
from tirage.preflight.check import Check
from tirage.preflight.order import Structure
from tirage.preflight.sheets import Link, Run, Sheet
from tirage.preflight.subjects import Proof


def line(number: int) -> Box:
    """The box of the line `number` of a page."""
    return Box(0, -10 * number - 8, 100, -10 * number)


def sheet(
    *texts: str,
    folio: str = "5",
    furniture: tuple[str, ...] = (),
    links: tuple[tuple[int, str], ...] = (),
) -> Sheet:
    """A page with a run of text on each line; `links` are pairs of a line and an address."""
    return Sheet(
        folio,
        tuple(Run(text, line(number), number) for number, text in enumerate(texts)),
        tuple(Run(text, line(-1), -1) for text in furniture),
        tuple(Link(uri, line(number)) for number, uri in links),
    )


def proof(*sheets: Sheet, of: Piece | None = None) -> Proof:
    """The pages of a piece, which has nothing to say about them."""
    return Proof(
        sheets,
        cast(PdfReader, None),
        Structure((), (), ()),
        "article",
        "screen",
        of or piece("short"),
    )


def codes(check: Check[Proof], subject: Proof) -> list[str]:
    """What a check finds."""
    return [finding.code for finding in check.findings(subject, "short")]
