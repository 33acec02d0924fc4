"""The key of a gathering in the cache: a digest over everything that can change its pages."""

from __future__ import annotations

import ctypes
import json
import sys
import zlib
from collections.abc import Iterator
from dataclasses import astuple
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from tirage.languages import folders as languages
from tirage.model.press import Asset, Piece

PACKAGES = ("weasyprint", "pydyf", "pyphen", "fonttools", "pillow", "tinycss2", "tinyhtml5")
"""Python packages whose version can change a page."""

LIBRARIES = (
    ("pango", ("libpango-1.0.so.0", "libpango-1.0.0.dylib"), "pango_version"),
    ("harfbuzz", ("libharfbuzz.so.0", "libharfbuzz.0.dylib"), "hb_version_string"),
    ("fontconfig", ("libfontconfig.so.1", "libfontconfig.1.dylib"), "FcGetVersion"),
)
"""Native libraries whose version can change a page, their files and the functions that tell it. FreeType tells its
version only once it has been set up, so it is left out: its glyphs do not come into the pages."""


def piece_key(piece: Piece, press: str) -> str:
    """The key of the gathering of `piece` made by `press` (the digest of everything that is not in the piece)."""
    matter = (
        press,
        piece.name,
        piece.kind,
        piece.language,
        piece.title,
        piece.html,
        piece.css,
        tuple(_asset(asset) for asset in piece.assets),
        (piece.folios.first, piece.folios.style),
        piece.starts,
        tuple((flow.name, flow.words) for flow in piece.flows),
        tuple((breaks.language, breaks.words) for breaks in piece.hyphenation),
        piece.composer and astuple(piece.composer),
    )
    return _digest(matter)


def press_key(fonts: str) -> str:
    """What a press brings along besides the piece: `fonts` (a digest) and the programs."""
    return _digest((fonts, programs()))


@cache
def programs() -> tuple[str, ...]:
    """Names and versions of the programs that make pages, this stage, and the languages that it breaks, by the digest of their text."""
    own = sha256()
    stage = Path(__file__).parent
    for module in sorted(stage.rglob("*.py")):
        own.update(module.read_bytes())
    own.update(languages.digest().encode())
    return (
        f"tirage {own.hexdigest()}",
        f"python {sys.version_info.major}.{sys.version_info.minor}",
        f"zlib {zlib.ZLIB_RUNTIME_VERSION}",
        *(f"{name} {version(name)}" for name in PACKAGES),
        *_libraries(),
    )


def _libraries() -> Iterator[str]:
    for name, files, function in LIBRARIES:
        for file in files:
            try:
                tell = getattr(ctypes.CDLL(file), function)
            except OSError:
                continue  # the library of another system
            if function.endswith("string"):
                tell.restype = ctypes.c_char_p
            yield f"{name} {tell()!r}"


def _asset(asset: Asset) -> tuple[str, str, str]:
    return asset.name, asset.media_type, asset.digest


def _digest(matter: object) -> str:
    return sha256(json.dumps(matter, ensure_ascii=False).encode()).hexdigest()
