"""What the press is and how it prints: the output intent of a print edition (ISO 15930-7, 6.2)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tirage.bind import icc
from tirage.errors import TypesetError

_OFFSET = Path(__file__).with_name("offset.icc")
"""Four inks on coated paper, made by scripts/offset_profile.py."""

_REGISTRY = "http://www.color.org"


@dataclass(frozen=True, slots=True)
class Intent:
    """The printing condition of a galley."""

    profile: bytes
    inks: Literal[1, 4]
    """Of the profile."""
    condition: str
    """Registered name, or a name of our own."""
    registered: bool


def find_intent(profile: Path | None, condition: str, inks: Literal[1, 4]) -> Intent:
    """The printer's `profile` where it can print `inks`, else one that tirage brings; `condition` is the printer's.

    Raises TypesetError when the file cannot be read.
    """
    if profile:
        try:
            content = profile.read_bytes()
        except OSError as error:
            raise TypesetError(
                f"The profile {profile.name} cannot be read: {error.strerror}."
            ) from error
        has = 4 if content[16:20] == b"CMYK" else 1
        if has >= inks:
            return Intent(content, 4 if has == 4 else 1, condition or profile.stem, bool(condition))
    if inks == 1:
        return Intent(icc.grey(), 1, "tirage black", registered=False)
    return Intent(_OFFSET.read_bytes(), 4, "tirage offset", registered=False)


def write_intent(pdf: Pdf, intent: Intent) -> None:
    """Say in `pdf` how it is to be printed, and embed the profile."""
    profile = Stream(pdf, intent.profile, N=intent.inks)
    entry = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(intent.condition),
        Info=String(intent.condition),
        DestOutputProfile=pdf.make_indirect(profile),
    )
    if intent.registered:
        entry.RegistryName = String(_REGISTRY)
    pdf.Root.OutputIntents = Array([pdf.make_indirect(entry)])
