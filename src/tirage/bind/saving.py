"""Galleys on disk: all of them whole, or all of them as before."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import file_digest
from pathlib import Path
from typing import Any

from pikepdf import ObjectStreamMode, Pdf

from tirage.model.press import Edition


_WAYS: dict[Edition, dict[str, Any]] = {
    "screen": {"object_stream_mode": ObjectStreamMode.generate, "linearize": True},
    "print": {"object_stream_mode": ObjectStreamMode.disable, "force_version": "1.6"},
    "archive": {"object_stream_mode": ObjectStreamMode.generate},
}
"""The screen's galleys show their first page while the rest is loaded; the printer's can be read by old programs
(PDF/X-4 is PDF 1.6)."""


def save_all(galleys: Iterable[tuple[Path, Edition, Pdf]]) -> tuple[str, ...]:
    """Write each Pdf beside its path as it comes, then rename them all; returns the SHA-256 of each, hexadecimal.

    The same Pdf gives the same bytes. A process that is killed may leave hidden .part files, never a torn galley.
    Raises OSError when a file cannot be written; then none is changed.
    """
    written: list[tuple[Path, Path]] = []
    try:
        digests = []
        for path, edition, pdf in galleys:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f".{path.name}.{os.getpid()}.part")
            written.append((beside, path))
            digests.append(_save(pdf, beside, edition))
        for beside, path in written:
            beside.replace(path)
    except BaseException:
        for beside, _ in written:
            with suppress(FileNotFoundError):
                beside.unlink()
        raise
    return tuple(digests)


def _save(pdf: Pdf, path: Path, edition: Edition) -> str:
    with path.open("w+b") as file:
        pdf.save(
            file,
            min_version="" if edition == "print" else "1.7",
            fix_metadata_version=False,
            deterministic_id=True,
            **_WAYS[edition],
        )
        file.flush()
        os.fsync(file.fileno())
        file.seek(0)
        return file_digest(file, "sha256").hexdigest()
