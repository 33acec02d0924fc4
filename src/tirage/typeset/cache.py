"""Gatherings that need not be typeset again: a folder of PDFs, each with a JSON file about its pages.

An entry is written beside its place and renamed, the JSON last: an entry without JSON does not exist, and one whose
PDF has another digest than its JSON says is set anew. Several builds may share a folder.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import time

from tirage import whole
from tirage.typeset.pages import Pages

KEPT_ENTRIES = 1000
KEPT_SECONDS = 60 * 24 * 3600
"""How many entries are kept at most, the most recently used ones, and how long an entry is kept unused."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One gathering in the cache."""

    pdf: Path
    digest: str
    """SHA-256 of the PDF, hexadecimal."""
    pages: Pages


class Cache:
    """The folder of gatherings."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, key: str) -> Entry | None:
        """The entry with `key`; None when there is none or it is not whole."""
        about, pdf = self._about(key), self._pdf(key)
        try:
            digest, pages = json.loads(about.read_bytes())
            entry = Entry(pdf, digest, Pages.from_json(pages))
            whole = sha256(pdf.read_bytes()).hexdigest() == digest
            os.utime(about)  # the date of last use
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return entry if whole else None

    def keep(self, key: str, pdf: bytes, pages: Pages) -> Entry:
        """Write an entry, whole or not at all, in place of any other with the same key."""
        entry = Entry(self._pdf(key), sha256(pdf).hexdigest(), pages)
        whole.write(entry.pdf, pdf)
        whole.write(self._about(key), json.dumps((entry.digest, pages.to_json())).encode())
        return entry

    def prune(self) -> None:
        """Remove what was not used for a long time and what is beyond the number of entries kept."""
        dated = sorted(
            ((whole.written(file), file) for file in self._folder.glob("*")), reverse=True
        )
        oldest = time() - KEPT_SECONDS
        entries = [(used, file) for used, file in dated if file.suffix == ".json"]
        kept = {file.stem for used, file in entries[:KEPT_ENTRIES] if used > oldest}
        for used, file in dated:
            # A young file without an entry may be one that another build is just writing.
            young = file.suffix != ".json" and used > time() - 3600
            if file.stem not in kept and not young:
                file.unlink(missing_ok=True)

    def _pdf(self, key: str) -> Path:
        return self._folder / f"{key}.pdf"

    def _about(self, key: str) -> Path:
        return self._folder / f"{key}.json"
