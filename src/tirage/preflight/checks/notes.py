"""Footnotes. In comes a proof, out go notes that stand on another page than their call."""

from __future__ import annotations

from collections.abc import Iterator

from tirage.findings import Severity
from tirage.preflight.calls import called_notes
from tirage.preflight.check import Fault, check
from tirage.preflight.subjects import Proof


@check(
    "notes.place",
    codes=("moved",),
    rationale="A reader looks for a note at the foot of the page that calls it. The engine sends a note to the next page "
    "when the line of its call is too low for both.",
    source="house rule: footnotes stay with their call; WeasyPrint issues #1564 and #1833",
    severity=Severity.WARN,
)
def place(proof: Proof) -> Iterator[Fault]:
    """Every footnote stands on the page of its call."""
    for note in called_notes(proof.reader):
        if note.note != note.call:
            call, moved = proof.sheets[note.call].folio, proof.sheets[note.note].folio
            yield Fault(
                "moved",
                f"Footnote {note.number} is called on page {call} and stands on page {moved}.",
                moved,
                "Shorten the note, or set its call behind an earlier word of the paragraph.",
            )
