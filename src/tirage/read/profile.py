"""The printer's ICC profile: a file beside journal.yaml, looked at before anything is printed with it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from tirage.read.remarks import Position, Remarks
from tirage.read.source import Shelf, read_bytes

LARGEST = 20_000_000
"""Bytes. Profiles of presses have a few million at most."""

_SPACES = (b"CMYK", b"GRAY")


def read_profile(
    name: str, shelf: Shelf, remarks: Remarks, at: Position
) -> tuple[Path | None, str]:
    """The path and SHA-256 of the profile that somebody calls `name`; None and "", and findings, where it is of no use.

    It has to be a profile of a press (ICC.1:2010, 7.2: class "prtr") for CMYK or grey.
    """
    path = shelf.find(name, remarks, at=at) if name else None
    content = read_bytes(path, remarks, LARGEST) if path else None
    if path is None or content is None:
        return None, ""
    if content[36:40] != b"acsp" or int.from_bytes(content[:4], "big") != len(content):
        code, message = "not-icc", f"`{name}` is no ICC profile, or not a whole one."
    elif content[12:16] != b"prtr":
        code, message = "not-press", f"`{name}` is not the profile of a press."
    elif content[16:20] not in _SPACES:
        space = content[16:20].decode("ascii", "replace").strip()
        code, message = "space", f"`{name}` is a profile for {space}, not for CMYK or grey."
    else:
        return path, sha256(content).hexdigest()
    advice = (
        "Ask the printer for the output profile of the press and paper, or leave `profile` out."
    )
    remarks.fail(f"content.profile/{code}", message, advice, at)
    return None, ""
