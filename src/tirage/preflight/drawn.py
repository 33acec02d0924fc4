"""What a page draws. In comes its content stream, decoded; out go digests of it, and what is marked in it and how.

Most pages are in two galleys and stay as they are from one build to the next, so what was found of a content is kept for
its digest: the same bytes draw the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any, TypeAlias

from tirage.preflight.recall import Recall

_MARK = re.compile(rb"/\w+\s*(?:<<[^<>]*>>|/\w+)?\s*B[DM]C\b|\bEMC\b")
"""Begin and end of marked content, which binding changes: it draws nothing."""

_PRODUCTION = re.compile(rb"/Artifact <</Type /Page>> BDC\n.*?\nEMC\b", re.DOTALL)
"""Printer's marks, which are no part of the page (ISO 32000-1, 14.8.2.2.2)."""

_COLOUR = tuple(b" " + operator for operator in (b"rg", b"RG", b"g", b"G", b"k", b"K", b"gs"))
"""Ends of lines that choose a colour or how it is laid over others; the engine writes an operation on each line."""

_LIMIT = re.compile(rb"(?:/(\w+)\s*(?:<<[^<>]*?(/MCID\s+\d+)?[^<>]*>>\s*)?)?\bB[DM]C\b|\bEMC\b")
"""Begin of marked content, with its tag and number, or end."""

_NUMBERED = re.compile(rb"/MCID\s+(\d+)")
_PAINTED = re.compile(rb"(?:^|[\s\])>])(?:[fFBbSs]\*?|T[jJ]|['\"]|sh|Do|EI)(?=\s|$)")
"""What draws (ISO 32000-1, 8.5.3, 9.4.3, 8.7.4.2, 8.8, 8.9.7)."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a content draws, as far as it is looked at."""

    digest: str
    """SHA-256 of what is drawn, marks of structure left out, hexadecimal."""
    form: str
    """The same without colours and printer's marks: letters, lines and where they stand."""
    marked: bool
    """Some of it belongs to the structure tree."""
    marks: tuple[int, ...]
    """Numbers of its marked contents (MCID) in order; twice, what is drawn twice."""
    stray: bool
    """Something is drawn outside all marks, be they of the structure tree or of artifacts."""
    mixed: str
    """What stands in what it must not: "artifact" in text of the structure tree, "text" in an artifact."""


Look: TypeAlias = Callable[[bytes], Drawn]


def look(content: bytes) -> Drawn:
    """What `content` draws."""
    bare = _MARK.sub(b" ", _PRODUCTION.sub(b" ", content))
    shapes = b" ".join(line for line in bare.split(b"\n") if not line.endswith(_COLOUR))
    stray, mixed = _marking(content)
    return Drawn(
        digest=_digest(bare),
        form=_digest(shapes),
        marked=b"/MCID" in content,
        marks=tuple(int(number) for number in _NUMBERED.findall(content)),
        stray=stray,
        mixed=mixed,
    )


@contextmanager
def shelf(recall: Recall, *name: str) -> Iterator[Look]:
    """As `look`, but each content is looked at once; `recall` keeps those of the shelf of this name for the next time."""
    kept = recall.get("drawn", *name) or {}
    known = {digest: _restored(one) for digest, one in kept.items()}
    used: dict[str, Drawn] = {}

    def look_once(content: bytes) -> Drawn:
        digest = sha256(content).hexdigest()
        used[digest] = used.get(digest) or known.get(digest) or look(content)
        return used[digest]

    yield look_once
    if used.keys() != kept.keys():
        recall.put({digest: asdict(one) for digest, one in used.items()}, "drawn", *name)


def _restored(kept: dict[str, Any]) -> Drawn:
    return Drawn(marks=tuple(kept.pop("marks")), **kept)


def _digest(drawn: bytes) -> str:
    return sha256(b" ".join(drawn.split())).hexdigest()


def _marking(drawn: bytes) -> tuple[bool, str]:
    """Whether anything is drawn where no mark is open, and what is marked within what it must not (`mixed`)."""
    stray, mixed, start = False, "", 0
    opened: list[str] = []
    for mark in _LIMIT.finditer(drawn):
        stray = stray or (not opened and bool(_PAINTED.search(drawn, start, mark.start())))
        start = mark.end()
        if mark[0] == b"EMC":
            del opened[-1:]
            continue
        kind = "artifact" if mark[1] == b"Artifact" else "text" if mark[2] else ""
        if kind and {"artifact": "text", "text": "artifact"}[kind] in opened:
            mixed = kind
        opened.append(kind)
    return stray or (not opened and bool(_PAINTED.search(drawn, start))), mixed
