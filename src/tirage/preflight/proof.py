"""The checks of the pages of each piece, made by workers, once in the life of a page.

What they find is kept for the digest of the file and for the piece that it was set from. By what the pages are known is
kept as well, so that the checks of bound galleys need not open what was bound.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from tirage.findings import Finding
from tirage.model.press import Gathering, Piece
from tirage.preflight.catalogue import PAGES, PROOFS
from tirage.preflight.check import Check
from tirage.preflight.checks.file import readable
from tirage.preflight.opening import UnreadableError, open_pdf, sound
from tirage.preflight.order import read_structure
from tirage.preflight.recall import Recall, opened
from tirage.preflight.sheets import read_sheets
from tirage.preflight.sources import keep_prints
from tirage.preflight.subjects import Proof

Prover: TypeAlias = Callable[[Piece, bytes], tuple[Finding, ...]]
Look: TypeAlias = Callable[[Prover, Sequence[tuple[Piece, Path]]], tuple[tuple[Finding, ...], ...]]
"""Has workers call a function on pieces and their finished PDFs; what it found, in their order."""

NOWHERE = Recall(None, "")
"""Keeps nothing."""

_CHECKS: tuple[Check[Proof], ...] = (*PROOFS, *PAGES)


def proofs(
    pieces: Sequence[Piece], gatherings: Sequence[Gathering], look: Look, cache: Path | None = None
) -> tuple[tuple[Finding, ...], ...]:
    """What the checks of pages find on each of `gatherings`, set from `pieces`; both are in the same order.

    With `cache`, a folder, `look` is asked for nothing that has been looked at before.
    """
    recall = opened(cache / "preflight" if cache else None)
    pairs = list(zip(pieces, gatherings, strict=True))
    found = [recall.kept(*_key(piece, gathering.digest)) for piece, gathering in pairs]
    missing = [pair for pair, known in zip(pairs, found, strict=True) if known is None]
    fresh = iter(look(partial(prove, recall=recall), [(p, g.pdf) for p, g in missing]))
    return tuple(next(fresh) if known is None else known for known in found)


def prove(piece: Piece, pdf: bytes, recall: Recall = NOWHERE) -> tuple[Finding, ...]:
    """What the checks of pages find in `pdf`, the finished pages of `piece`; `recall` keeps it.

    A file that cannot be read is a finding, and so is a check that breaks: nothing is raised.
    """
    digest = sha256(pdf).hexdigest()
    return recall.findings(lambda: _find(piece, pdf, digest, recall), *_key(piece, digest))


def _key(piece: Piece, digest: str) -> tuple[object, ...]:
    """On what findings depend. Assets are in the file already."""
    return "proof", digest, replace(piece, assets=())


def _find(piece: Piece, pdf: bytes, digest: str, recall: Recall) -> tuple[Finding, ...]:
    try:
        with sound():
            reader = open_pdf(pdf)
            structure = read_structure(reader)
            sheets = read_sheets(pdf, piece.folios.label, structure.marks)
    except UnreadableError as error:
        return readable.findings(error, piece.name)
    keep_prints(reader, digest, recall)
    proof = Proof(sheets, reader, structure, piece.kind, "screen", piece)
    return tuple(finding for check in _CHECKS for finding in check.findings(proof, piece.name))
