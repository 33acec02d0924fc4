"""The fonts that pages may use: those in the given folders and no others."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from xml.sax.saxutils import escape

from tirage.errors import TypesetError

SUFFIXES = (".otf", ".ttc", ".ttf")
"""Files that are fonts."""


def digest(folders: Sequence[Path]) -> str:
    """SHA-256, hexadecimal, over the names and contents of the font files in `folders`.

    Raises TypesetError when a folder is missing or there is no font at all.
    """
    total = sha256()
    empty = True
    for number, folder in enumerate(folders):
        if not folder.is_dir():
            raise TypesetError(f"There is no folder of fonts “{folder}”.")
        for file in _font_files(folder):
            empty = False
            content = sha256(file.read_bytes()).hexdigest()
            total.update(f"{number} {file.relative_to(folder).as_posix()} {content}\n".encode())
    if empty:
        names = ", ".join(f"“{folder}”" for folder in folders)
        raise TypesetError(
            f"There is no font in {names or 'any folder'}: put .ttf or .otf files there."
        )
    return total.hexdigest()


def configuration(folders: Sequence[Path], fonts: str, cache: Path) -> str:
    """A Fontconfig file that knows `folders` only and keeps its index under `cache`.

    `fonts` is the digest of the fonts: Fontconfig itself looks at the dates of folders only and would overlook a font
    file whose content has changed, so each set of fonts gets an index of its own.
    """
    places = [f"<dir>{escape(str(folder.resolve()))}</dir>" for folder in folders]
    index = escape(str((cache / fonts[:16]).resolve()))
    return "\n".join(
        (
            '<?xml version="1.0"?>',
            '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
            "<fontconfig>",
            *places,
            f"<cachedir>{index}</cachedir>",
            "</fontconfig>\n",
        )
    )


def _font_files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES)
