"""Galleys on disk: all of them whole, or all of them as before."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import file_digest
from pathlib import Path

from pikepdf import ObjectStreamMode, Pdf


def save_all(galleys: Iterable[tuple[Path, Pdf]]) -> tuple[str, ...]:
    """Write each Pdf beside its path as it comes, then rename them all; returns the SHA-256 of each, hexadecimal.

    The same Pdf gives the same bytes. The files are not linearised: that makes them 7 % larger, and older programs
    complain of the hint tables. A process that is killed may leave hidden .part files, never a torn galley.
    Raises OSError when a file cannot be written; then none is changed.
    """
    written: list[tuple[Path, Path]] = []
    try:
        digests = []
        for path, pdf in galleys:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f".{path.name}.{os.getpid()}.part")
            written.append((beside, path))
            digests.append(_save(pdf, beside))
        for beside, path in written:
            beside.replace(path)
    except BaseException:
        for beside, _ in written:
            with suppress(FileNotFoundError):
                beside.unlink()
        raise
    return tuple(digests)


def _save(pdf: Pdf, path: Path) -> str:
    with path.open("w+b") as file:
        pdf.save(
            file,
            min_version="1.7",
            fix_metadata_version=False,
            deterministic_id=True,
            object_stream_mode=ObjectStreamMode.generate,
        )
        file.flush()
        os.fsync(file.fileno())
        file.seek(0)
        return file_digest(file, "sha256").hexdigest()
