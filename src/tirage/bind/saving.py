"""Galleys on disk: all of them whole, or all of them as before."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from hashlib import file_digest
from io import BufferedRandom, BytesIO
from pathlib import Path
from typing import Any, Literal, TypeAlias

from pikepdf import Dictionary, Object, ObjectStreamMode, Pdf

from tirage import whole

Way: TypeAlias = Literal["small", "early", "plain"]
"""How a galley is written: small; a little larger, its first page shown while the rest is loaded; or, for the printer,
so that old programs can read it (PDF/X-4 is PDF 1.6)."""

_WAYS: dict[Way, dict[str, Any]] = {
    "small": {"min_version": "1.7", "object_stream_mode": ObjectStreamMode.generate},
    "early": {
        "min_version": "1.7",
        "object_stream_mode": ObjectStreamMode.preserve,
        "linearize": True,
    },
    "plain": {"object_stream_mode": ObjectStreamMode.disable, "force_version": "1.6"},
}


def save_all(galleys: Iterable[tuple[Path, Way, Pdf]]) -> tuple[str, ...]:
    """Write each Pdf beside its path as it comes, then rename them all; returns the SHA-256 of each, hexadecimal.

    The same Pdf gives the same bytes. A process that is killed may leave hidden .part files, never a torn galley.
    Raises OSError when a file cannot be written; then none is changed.
    """
    with ExitStack() as stack:
        written = []
        for path, way, pdf in galleys:
            file = stack.enter_context(whole.part(path))
            written.append((file, path, _save(pdf, file, way)))
        for file, path, _ in written:
            Path(file.name).replace(path)
    return tuple(digest for _, _, digest in written)


def _save(pdf: Pdf, file: BufferedRandom, way: Way) -> str:
    with ExitStack() as stack:
        if way == "early":
            pdf = stack.enter_context(_with_outline_apart(pdf))
        pdf.save(file, fix_metadata_version=False, deterministic_id=True, **_WAYS[way])
    whole.settle(file)
    file.seek(0)
    return file_digest(file, "sha256").hexdigest()


def _with_outline_apart(pdf: Pdf) -> Pdf:
    """`pdf` with object streams that hold nothing of its outline.

    An object stream that holds entries of the outline and something of a page makes qpdf miscount what it writes into
    the hint tables of a linearised file.
    """
    packed = BytesIO()
    way = {"object_stream_mode": ObjectStreamMode.generate, "deterministic_id": True}
    pdf.save(packed, fix_metadata_version=False, **way)
    pdf = Pdf.open(packed)
    if "/Outlines" in pdf.Root:
        pdf.Root.Outlines = _copied(pdf, pdf.Root.Outlines)
    return pdf


def _copied(pdf: Pdf, outline: Object) -> Object:
    """A copy of `outline`: new objects, which stand in no object stream."""
    ties = ("/First", "/Last", "/Next", "/Prev", "/Parent")
    copies: dict[tuple[int, int], Object] = {}
    waiting = [outline]
    while waiting:
        entry = waiting.pop()
        if entry.objgen not in copies:
            copies[entry.objgen] = pdf.make_indirect(Dictionary(dict(entry.items())))
            waiting += (entry[tie] for tie in ties if tie in entry)
    for copy in copies.values():
        for tie in ties:
            if tie in copy:
                copy[tie] = copies[copy[tie].objgen]
    return copies[outline.objgen]
