"""The checks of the pages of each piece, made by workers, once in the life of a page.

What they find is kept for the digest of the file and for the piece that it was set from. By what the pages are known is
kept as well, so that the checks of bound galleys need not open what was bound.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from tirage.findings import Finding
from tirage.model.errand import Errand, Look
from tirage.model.press import Gathering, Piece
from tirage.preflight import catalogue
from tirage.preflight.check import Check
from tirage.preflight.checks.file import readable
from tirage.preflight.opening import UnreadableError, open_pdf, sound
from tirage.preflight.order import read_structure
from tirage.preflight.recall import Recall, opened
from tirage.preflight.sheets import read_sheets
from tirage.preflight.sources import keep_prints
from tirage.preflight.subjects import Proof

NOWHERE = Recall(None, "")
"""Keeps nothing."""


def proofs(
    pieces: Sequence[Piece], gatherings: Sequence[Gathering], look: Look, cache: Path | None = None
) -> tuple[tuple[Finding, ...], ...]:
    """What the checks of pages find on each of `gatherings`, set from `pieces`; both are in the same order.

    With `cache`, a folder, `look` is asked for nothing that has been looked at before.
    """
    recall = opened(cache / "preflight" if cache else None)
    asked = [
        (
            ("proof", gathering.digest, replace(piece, assets=())),  # assets are in the file
            Errand(piece.name, len(piece.html), partial(_prove, piece, gathering.pdf, recall)),
        )
        for piece, gathering in zip(pieces, gatherings, strict=True)
    ]
    return recall.looked(asked, look)


def _prove(piece: Piece, path: Path, recall: Recall) -> tuple[Finding, ...]:
    return prove(piece, path.read_bytes(), recall)


def prove(piece: Piece, pdf: bytes, recall: Recall = NOWHERE) -> tuple[Finding, ...]:
    """What the checks of pages find in `pdf`, the finished pages of `piece`; `recall` keeps by what these are known.

    A file that cannot be read is a finding, and so is a check that breaks: nothing is raised.
    """
    try:
        with sound():
            reader = open_pdf(pdf)
            structure = read_structure(reader)
            sheets = read_sheets(pdf, piece.folios.label, structure.marks)
    except UnreadableError as error:
        return readable.findings(error, piece.name)
    keep_prints(reader, sha256(pdf).hexdigest(), recall)
    proof = Proof(sheets, reader, structure, piece.kind, "screen", piece)
    checks: tuple[Check[Proof], ...] = (*catalogue.PROOFS, *catalogue.PAGES)
    return tuple(finding for check in checks for finding in check.findings(proof, piece.name))
