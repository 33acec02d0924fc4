"""The fonts of a piece, kept from one setting to the next.

Of each font that a piece uses the engine makes a static subset with the glyphs of its text. That takes a fifth of the
time of a piece, and a changed word seldom brings a glyph that was not there before. So the subsets lie on a shelf, one for
each piece, under all that they are made from: the font's file, its axes, the glyphs, the programs. The bytes are the same.
"""

from __future__ import annotations

import logging
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import wraps
from hashlib import sha256
from pathlib import Path
from typing import Any

from weasyprint.pdf.fonts import Font

from tirage import whole
from tirage.typeset.keys import programs
from tirage.typeset.pinned import expect

_shelves: list[_Shelf] = []
"""That of the piece which is being set; there is none while nobody keeps fonts."""


class _Shelf:
    """Subsets of a piece: those of the last time, and those that it uses now."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = _read(path)
        self._used: dict[str, bytes] = {}

    def subset(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What lies under `key`, else what `make` makes; what the engine has remarks on is made anew each time."""
        if (known := self._kept.get(key)) is not None:
            self._used[key] = known
            return known
        with _Listening() as ear:
            made = make()
        if not ear.heard:
            self._used[key] = made
        return made

    def close(self) -> None:
        """Keep what was used."""
        if self._used.keys() != self._kept.keys():
            with suppress(OSError):  # a full disk costs time only
                whole.write(self._path, pickle.dumps(self._used))


def install() -> None:
    """Wrap the engine's function that makes subsets, once in the life of a process.

    Raises TypesetError when the engine is not the one that this module knows.
    """
    expect(Font, "clean", "makes subsets of fonts")
    engine: Any = Font
    if not hasattr(engine.clean, "__wrapped__"):
        engine.clean = _shelved(engine.clean)


@contextmanager
def kept(path: Path | None) -> Iterator[None]:
    """Within it the subsets of one piece are kept in the file `path`; None: they are made anew."""
    if path is None:
        yield
        return
    _shelves.append(_Shelf(path))
    try:
        yield
        _shelves[-1].close()
    finally:
        _shelves.pop()


def _shelved(clean: Callable[[Any, Any, Any], None]) -> Callable[[Any, Any, Any], None]:
    @wraps(clean)
    def take(font: Any, to_unicode: Any, hinting: Any) -> None:
        def make() -> bytes:
            clean(font, to_unicode, hinting)
            return bytes(font.file_content)

        if _shelves:
            font.file_content = _shelves[-1].subset(_key(font, to_unicode, hinting), make)
        else:
            make()

    return take


def _key(font: Any, to_unicode: Any, hinting: Any) -> str:
    """All that `Font.clean` of WeasyPrint 70 reads."""
    asked = (
        programs(),
        sha256(font.file_content).hexdigest(),
        font.index,
        sorted(font.variations.items()),
        (font.weight, font.style, font.font_size),
        sorted(to_unicode),
        hinting,
        bool(font.missing),
    )
    return sha256(repr(asked).encode()).hexdigest()


def _read(path: Path) -> dict[str, bytes]:
    try:
        shelf = pickle.loads(path.read_bytes())
    except Exception:  # there is none, or it is damaged
        return {}
    return shelf if isinstance(shelf, dict) else {}


class _Listening(logging.Handler):
    """Whether anything is remarked while it is entered."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard = False

    def __enter__(self) -> _Listening:
        logging.getLogger().addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002  that it was said is enough
        self.heard = True
