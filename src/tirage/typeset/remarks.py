"""What the engine says while it sets a piece, turned into findings for an editor.

Listens to every log record of level WARNING and above, to Python's warnings and to what native libraries write to
the standard error. Nothing of it is lost; what is said many times is one finding that says how many times.
"""

from __future__ import annotations

import logging
import os
import re
import stat
import unicodedata
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import PurePath
from types import TracebackType
from typing import Self

from tirage.findings import Finding, Place, Severity
from tirage.model.press import Piece

_STANDARD_ERROR = 2
_GLIB_PREFIX = re.compile(r"^\(.*?:\d+\): ", re.MULTILINE)
_GLIB_CLOCK = re.compile(r"\d\d:\d\d:\d\d\.\d+: ")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of remark: its finding, with {} for the engine's words."""

    check: str
    code: str
    message: str
    advice: str


_CSS = _Kind(
    "engine.css",
    "ignored",
    "The typesetting engine left out a part of the style sheet: “{}”.",
    "Correct the layout's style sheet; the engine knows fewer properties than a browser.",
)
_IMAGE = _Kind(
    "engine.image",
    "unusable",
    "A picture cannot be used: “{}”.",
    "Open the picture in the program that made it and save it anew as SVG, PNG or JPEG.",
)
_FONT = _Kind(
    "engine.glyphs",
    "font",
    "A font gives trouble: “{}”.",
    "Look whether the files in the folder of fonts are whole.",
)
_GLYPH = _Kind(
    "engine.glyphs",
    "missing",
    "No font has the character {}; an empty box is printed in its place.",
    "Write another character, or put a font that has it into the folder `fonts` beside journal.yaml.",
)
_FETCH = _Kind(
    "engine.fetch",
    "refused",
    "The page asks for “{}”, which is not one of its own files; nothing was loaded.",
    "Put the file into the issue's folder and name it there.",
)
_OTHER = _Kind(
    "engine.other", "said", "The typesetting engine says: “{}”.", "Look at the page it is about."
)

_KINDS = {
    "css": _CSS,
    "css/targets": _OTHER,
    "svg": _IMAGE,
    "images": _IMAGE,
    "text": _FONT,
    "pdf/fonts": _FONT,
    "urls": _Kind("engine.fetch", "address", "An address is wrong: “{}”.", "Correct the address."),
}
"""By the module of WeasyPrint that speaks, or its folder."""

_NOT_DEFINED = ".notdef glyph rendered"


class Remarks(logging.Handler):
    """Listens while it is entered; then `findings` tells what was heard."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._heard: Counter[tuple[_Kind, str]] = Counter()
        self._warnings = warnings.catch_warnings(record=True)

    def __enter__(self) -> Self:
        logging.getLogger().addHandler(self)
        self._caught = self._warnings.__enter__()
        warnings.simplefilter("always")
        # These are for the authors of the engine, not for editors.
        warnings.simplefilter("ignore", DeprecationWarning)
        self._written = _written()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._warnings.__exit__(kind, error, trace)
        logging.getLogger().removeHandler(self)
        for warning in self._caught or ():
            self._heard[_OTHER, f"{warning.category.__name__}: {warning.message}"] += 1
        for line in _lines_since(self._written):
            self._heard[_OTHER, line] += 1

    def emit(self, record: logging.LogRecord) -> None:
        """Take down one log record."""
        if str(record.msg).startswith(_NOT_DEFINED) and isinstance(record.args, tuple):
            self._heard[_GLYPH, str(record.args[0])] += 1
        elif record.name == "weasyprint":
            self._heard[_kind(record.pathname), record.getMessage()] += 1
        else:
            self._heard[_OTHER, record.getMessage()] += 1

    def findings(self, piece: Piece, refused: list[str]) -> tuple[Finding, ...]:
        """What was heard about `piece`, in the order in which it was first heard.

        `refused` are the addresses that were not loaded; what the engine says of them too is left out.
        """
        said = Counter((_FETCH, url) for url in refused)
        for (kind, text), times in self._heard.items():
            if not any(url in text for url in refused):
                said[kind, text] = times
        return tuple(_finding(kind, text, times, piece) for (kind, text), times in said.items())


def _kind(path: str) -> _Kind:
    module = PurePath(path.rpartition("weasyprint/")[2]).with_suffix("")
    return _KINDS.get(module.as_posix()) or _KINDS.get(module.parts[0], _OTHER)


def _finding(kind: _Kind, text: str, times: int, piece: Piece) -> Finding:
    message = kind.message.format(_described(text, piece.html) if kind is _GLYPH else text)
    if times > 1:
        message = f"{message} ({times} times)"
    return Finding(
        Severity.WARN, kind.check, kind.code, message, Place(file=piece.name), kind.advice
    )


def _described(character: str, html: str) -> str:
    """The character with its number, its name and the words around it in the page."""
    name = unicodedata.name(character, "a character without a name").lower()
    described = f"“{character}” (U+{ord(character):04X}, {name})"
    text = " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split(" "))
    before, found, after = text.partition(character)
    if not found:
        return described
    return f"{described} in “{' '.join((before[-30:] + found + after[:30]).split())}”"


def _written() -> int:
    """How much stands in the file that the standard error goes to; 0 when it is no file."""
    status = os.fstat(_STANDARD_ERROR)
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def _lines_since(start: int) -> Iterator[str]:
    """What was written to the standard error since, without process numbers and times of day."""
    if (size := _written() - start) > 0:
        text = os.pread(_STANDARD_ERROR, size, start).decode(errors="replace")
        text = _GLIB_CLOCK.sub("", _GLIB_PREFIX.sub("", text))
        yield from (line.strip() for line in text.splitlines() if line.strip())
