"""The printed page numbers. In comes a proof, out go pages that carry another number than they should, or none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tirage.preflight.check import Fault, check
from tirage.preflight.sheets import Sheet
from tirage.preflight.subjects import Proof

UNNUMBERED = ("cover", "blank", "back")
"""Kinds of pieces that carry no folios."""

_NUMBER = re.compile(r"\d+|[ivxlcdm]+", re.IGNORECASE)


@check(
    "folios.printed",
    codes=("missing", "wrong"),
    rationale="Readers cite pages by the printed number. Contents, DOIs and registries are made from the same numbers: "
    "they must stand on the pages.",
    source="ISO 8 (presentation of periodicals); house decision on folios",
    advice="Let the layout's page.css print counter(page) in a margin box of every page.",
)
def printed(proof: Proof) -> Iterator[Fault]:
    """Every page carries its folio."""
    if proof.piece.kind in UNNUMBERED:
        return
    for sheet in proof.sheets:
        if sheet.folio and (fault := _fault(sheet)):
            yield fault


def _fault(sheet: Sheet) -> Fault | None:
    """What is wrong with the folio of one page: a run of text outside the structure that begins or ends with it."""
    runs = [_words(run.text) for run in sheet.furniture]
    if any(sheet.folio in (words[0], words[-1]) for words in runs if words):
        return None
    alone = [words[0] for words in runs if len(words) == 1 and _NUMBER.fullmatch(words[0])]
    if alone:
        return Fault(
            "wrong",
            f"The page that should be {sheet.folio} carries the number {alone[0]}.",
            sheet.folio,
            "Number pages by counter(page) and reset it on the first page of the piece only (@page :first).",
        )
    return Fault(
        "missing",
        f"The page number {sheet.folio} is not printed on its page.",
        sheet.folio,
        "Let the layout's page.css print counter(page) in a margin box of every page.",
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
