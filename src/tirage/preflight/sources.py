"""What galleys were bound from. In come gatherings, out goes by what their pages are known, read once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from tirage.model.press import Galley, Gathering
from tirage.preflight.anatomy import Aim, PagePrint, page_prints
from tirage.preflight.opening import UnreadableError, open_pdf, sound
from tirage.preflight.recall import Recall
from tirage.preflight.recital import Spoken, recital

if TYPE_CHECKING:
    from pypdf import PdfReader


class Sources:
    """The gatherings of an issue."""

    def __init__(
        self, gatherings: Sequence[Gathering], recall: Recall, galleys: Sequence[Galley] = ()
    ) -> None:
        """`galleys` are those of this build; the issue among them that is read on a screen is what print is held against."""
        read = (one for one in galleys if one.name == "issue" and not one.presswork)
        self._read_issue = next(read, None)
        self._gatherings = {gathering.piece: gathering for gathering in gatherings}
        self._recall = recall
        self._prints: dict[str, tuple[PagePrint, ...]] = {}

    def gathering(self, piece: str) -> Gathering:
        """The gathering of `piece`.

        Raises KeyError when there is no such piece.
        """
        return self._gatherings[piece]

    def origins(self, pieces: Iterable[str]) -> tuple[Gathering, ...]:
        """What of the gatherings of `pieces` findings on a galley depend on."""
        known = (self._gatherings[piece] for piece in pieces if piece in self._gatherings)
        return tuple(replace(one, pdf=Path(), findings=(), cached=False) for one in known)

    def prints(self, piece: str) -> tuple[PagePrint, ...]:
        """By what the pages of `piece` are known.

        Raises KeyError when there is no such piece, UnreadableError when its file is broken.
        """
        if piece not in self._prints:
            self._prints[piece] = self._read(self._gatherings[piece])
        return self._prints[piece]

    def place(self, piece: str, aim: Aim) -> tuple[str, int]:
        """The piece and its page, from 0, at which a link in the gathering of `piece` aims; ("", 0) elsewhere.

        Anchors of the same piece are names, those of others addresses as "tirage:piece#anchor".
        """
        other, _, anchor = unquote(aim.uri).removeprefix("tirage:").partition("#")
        if aim.uri and not aim.uri.startswith("tirage:"):
            return "", 0
        if not aim.uri:
            other, anchor = piece, aim.name
        if other not in self._gatherings:
            return "", 0
        anchors = self._gatherings[other].anchors
        return other, next((found.page for found in anchors if found.name == anchor), 0)

    @cached_property
    def recited(self) -> str:
        """By what the issue that is read is known, the SHA-256 of its file; "" where this build has made none."""
        return sha256(self._read_issue.path.read_bytes()).hexdigest() if self._read_issue else ""

    def recital(self) -> tuple[Spoken, ...]:
        """What the issue that is read reads aloud, in order; nothing where this build has made none.

        Raises UnreadableError when its file is broken.
        """
        if self._read_issue is None:
            return ()
        if kept := self._recall.get("recital", self.recited):
            return tuple((piece, page, number) for piece, page, number in kept)
        reader = open_pdf(self._read_issue.path.read_bytes())
        told = recital(reader, self._read_issue.leaves)
        self._recall.put(told, "recital", self.recited)
        return told

    def _read(self, gathering: Gathering) -> tuple[PagePrint, ...]:
        if kept := self._recall.get("prints", gathering.digest):
            return tuple(map(_restored, kept))
        return page_prints(open_pdf(gathering.pdf.read_bytes()))


def keep_prints(reader: PdfReader, digest: str, recall: Recall) -> None:
    """Keep by what the pages of a gathering, a file with this digest, are known; nothing where it cannot be told."""
    if not recall.keeps:
        return
    with suppress(UnreadableError), sound():
        recall.put([asdict(one) for one in page_prints(reader)], "prints", digest)


def _restored(kept: Any) -> PagePrint:
    aims = tuple(Aim(**{**aim, "box": tuple(aim["box"])}) for aim in kept.pop("aims"))
    return PagePrint(aims=aims, marks=tuple(kept.pop("marks")), **kept)
