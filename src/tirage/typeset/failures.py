"""Why a piece could not be set, for an editor."""

from __future__ import annotations

from collections.abc import Sequence
from logging import getLogger

from tirage.findings import Finding, Place, Severity
from tirage.model.press import Piece
from tirage.typeset.pool import Loss
from tirage.typeset.worker import Failed

_log = getLogger(__name__)

_REASONS = {
    "time": (
        "time",
        "“{name}” was not typeset within {seconds:g} seconds.",
        "Look for a very long table or paragraph and split it, or allow more time.",
    ),
    "memory": (
        "memory",
        "Typesetting “{name}” takes more than {memory:.0f} MiB of memory.",
        "Look for a very large picture or table and make it smaller.",
    ),
    "assets": (
        "picture-changed",
        "“{name}” could not be typeset: {detail}.",
        "Build again, and do not change pictures while a build runs.",
    ),
    "engine": (
        "broke",
        "The typesetting engine gave up on “{name}”: {detail}",
        "Leave out the latest changes of this piece one by one to find what the engine stumbles over.",
    ),
    "death": (
        "died",
        "The process that typeset “{name}” ended before its time, twice: {detail}",
        "The machine may have too little memory: allow fewer processes at once (--jobs 1).",
    ),
}
"""Code, message and advice, by what came of the job."""


def failure(piece: Piece, result: Failed | Loss, seconds: float, memory: int) -> Finding:
    """The finding for `piece`, which was set with these limits (seconds, bytes)."""
    if isinstance(result, Failed):
        _log.debug("%s: %s", piece.name, result.trace)
    code, message, advice = _REASONS[result.reason]
    text = message.format(
        name=piece.name, seconds=seconds, memory=memory / 1024**2, detail=result.detail
    )
    return Finding(Severity.FAIL, "engine.failure", code, text, Place(file=piece.name), advice)


def summary(failures: Sequence[Finding]) -> str:
    """One sentence that names the pieces."""
    names = ", ".join(f"“{finding.place.file}”" for finding in failures)
    return f"These pieces could not be typeset: {names}. All others are done and kept."
