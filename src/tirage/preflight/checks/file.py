"""Whether a file can be read at all. In comes a file, out goes what keeps readers out."""

from __future__ import annotations

from collections.abc import Iterator

from tirage.preflight.check import Fault, check
from tirage.preflight.opening import UnreadableError


@check(
    "file.readable",
    codes=("damaged", "locked"),
    rationale="A file that a strict reader cannot open may fail at the press, in an archive or on a reader's screen, "
    "and no other check can be made on it.",
    source="ISO 32000-1, 7.5 (file structure) and 7.6 (encryption); PDF/A forbids encryption (ISO 19005-2, 6.1.3)",
    advice="Build again; if it stays, delete the cache folder .tirage first.",
)
def readable(error: UnreadableError) -> Iterator[Fault]:
    """The file is a sound PDF without a password."""
    if error.code == "locked":
        message = "The file is encrypted, so that not everybody can read it."
    else:
        message = f"The file cannot be read as a PDF: {error}."
    yield Fault(
        error.code,
        message,
        advice="Build again; if it stays, delete the cache folder .tirage first.",
    )
