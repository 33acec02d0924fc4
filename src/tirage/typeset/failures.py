"""Why a piece could not be set, or finished pages not be looked at, for an editor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from logging import getLogger

from tirage.findings import Finding, Place, Severity
from tirage.typeset.pool import Loss
from tirage.typeset.worker import Failed

_log = getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a job may take."""

    seconds: float
    memory: int
    """Bytes."""


_UNSET = {
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

_UNSEEN = {
    "time": (
        "time",
        "The pages of “{name}” were not looked at within {seconds:g} seconds.",
        "Look for a drawing of very many lines and make it simpler, or a picture.",
    ),
    "memory": (
        "memory",
        "Looking at the pages of “{name}” takes more than {memory:.0f} MiB of memory.",
        "Look for a very large picture and make it smaller.",
    ),
    "engine": (
        "broke",
        "The checks gave up on the pages of “{name}”: {detail}",
        "Please report this to the makers of tirage, with the file.",
    ),
    "death": (
        "died",
        "The process that looked at the pages of “{name}” ended before its time, twice: {detail}",
        "The machine may have too little memory: allow fewer processes at once (--jobs 1).",
    ),
}
"""The same for finished pages."""


def unset(name: str, result: Failed | Loss, limits: Limits) -> Finding:
    """The finding for the piece `name` that could not be set within `limits`."""
    told = _told(_UNSET[result.reason], name, result, limits)
    return Finding(Severity.FAIL, "engine.failure", *told)


def unseen(name: str, result: Failed | Loss, limits: Limits) -> Finding:
    """The finding for the piece or file `name` whose finished pages could not be looked at within `limits`."""
    reason = "engine" if result.reason == "assets" else result.reason
    told = _told(_UNSEEN[reason], name, result, limits)
    return Finding(Severity.ERROR, "engine.errand", *told)


def _told(
    words: tuple[str, str, str], name: str, result: Failed | Loss, limits: Limits
) -> tuple[str, str, Place, str]:
    """Code, message, place and advice in these `words`."""
    if isinstance(result, Failed):
        _log.debug("%s: %s", name, result.trace)
    code, message, advice = words
    memory = limits.memory / 1024**2
    text = message.format(name=name, seconds=limits.seconds, memory=memory, detail=result.detail)
    return code, text, Place(file=name), advice


def summary(failures: Sequence[Finding]) -> str:
    """One sentence that names the pieces that could not be set."""
    names = ", ".join(f"“{finding.place.file}”" for finding in failures)
    return f"These pieces could not be typeset: {names}. All others are done and kept."
