"""Galleys that need not be bound again: for each a stamp in the cache, the key of what it was made from and its digest."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from hashlib import file_digest, sha256
from importlib.metadata import version
from pathlib import Path

from tirage import whole
from tirage.bind.plans import Plan

_PROGRAMS = ("tirage", "pikepdf")


def key(plan: Plan) -> str:
    """The key of a galley: a digest over everything that can change its bytes, hexadecimal."""
    gatherings = tuple(
        replace(gathering, pdf=Path(), findings=(), cached=False) for gathering in plan.gatherings
    )
    attachments = tuple(replace(one, path=Path()) for one in plan.attachments)
    press = replace(plan.press, profile=None) if plan.press else None
    placeless = replace(plan, gatherings=gatherings, attachments=attachments, press=press)
    return sha256(repr((_programs(), placeless)).encode()).hexdigest()


def is_current(stamp: Path, wanted: str, file: Path) -> bool:
    """Whether `file` is, byte for byte, the galley that was once made for the key `wanted`, as `stamp` says."""
    return _made_for(stamp, file) == wanted


def is_known(stamp: Path, file: Path) -> bool:
    """Whether `file` is, byte for byte, a galley that was once made, as `stamp` says."""
    return _made_for(stamp, file) is not None


def _made_for(stamp: Path, file: Path) -> str | None:
    """The key for which `file` was made; None where `stamp` tells of another file."""
    try:
        made_for, digest = json.loads(stamp.read_bytes())
        with file.open("rb") as opened:
            return str(made_for) if file_digest(opened, "sha256").hexdigest() == digest else None
    except (OSError, ValueError, TypeError):
        return None  # no stamp, a broken one, or no file: the galley is bound again


def put(stamp: Path, made_for: str, digest: str) -> None:
    """Write a stamp, whole."""
    whole.write(stamp, json.dumps((made_for, digest)))


@cache
def _programs() -> tuple[str, ...]:
    """The programs that make galleys; this stage by the digest of its text, so that no change of it is missed."""
    text = sha256()
    for module in sorted(Path(__file__).parent.rglob("*.py")):
        text.update(module.read_bytes())
    return (text.hexdigest(), *(f"{name} {version(name)}" for name in _PROGRAMS))
