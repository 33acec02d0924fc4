"""Files of an issue as text and bytes; nothing outside the issue's folder is ever opened."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath

from tirage.read.copy.pile import Pile
from tirage.read.guess import guess
from tirage.read.remarks import NOWHERE, Position, Remarks

LARGEST_TEXT = 20_000_000
"""Bytes. A text file above this is not something that a person wrote."""
LARGEST_PICTURE = 200_000_000
"""Bytes."""

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (section 2.2) cannot hold, so neither JATS nor a PDF's metadata can."""

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folders from which one issue may be read."""

    root: Path
    """The journal's folder, resolved."""
    issue: str
    """The name of the issue's folder in it."""
    pile: Pile = field(default_factory=Pile, compare=False)
    """Where readers put the text files that they took."""

    def find(
        self, name: str, remarks: Remarks, folder: str = "", at: Position = NOWHERE
    ) -> Path | None:
        """The path of the file that somebody calls `name` in `folder` (relative to the root).

        None, and a finding at `at`, when there is no such file or it must not be opened.
        """
        path = self.root / folder / name
        complaint = (
            _refuse_name(name) or self._refuse_link(path, name, folder) or _refuse_kind(path, name)
        )
        if complaint:
            remarks.fail(*complaint, at)
            return None
        return path

    def is_folder(self, name: str, folder: str) -> bool:
        """Whether `name` in `folder` is a folder."""
        return _refuse_name(name) is None and (self.root / folder / name).is_dir()

    def _refuse_link(self, path: Path, name: str, folder: str) -> tuple[str, str, str] | None:
        try:
            real = path.resolve()
            home = (self.root / self.issue).resolve()
            inside = real.is_relative_to(home) if folder else real == path
        except (OSError, RuntimeError):
            inside = False
        if inside:
            return None
        return (
            "content.file/outside",
            f"`{name}` is a link that leads out of the issue's folder.",
            "Put the file itself into the issue's folder.",
        )

    def name(self, path: Path) -> str:
        """How findings call `path`: relative to the journal's folder, with slashes."""
        return path.relative_to(self.root).as_posix()


def _refuse_name(name: str) -> tuple[str, str, str] | None:
    if "\0" in name or "\\" in name:
        shown = name.replace("\0", "␀")
        return (
            "content.file/outside",
            f"`{shown}` is not the name of a file here.",
            "Write folders with `/`, as `figures/map.svg`.",
        )
    if PurePosixPath(name).is_absolute() or PureWindowsPath(name).drive:
        why = "is a place on one computer only"
    elif ".." in PurePosixPath(name).parts:
        why = "leads out of the folder"
    elif len(name) > _LONGEST_NAME or not name.strip():
        return ("content.file/missing", "There is no file of this name.", "Correct the name.")
    else:
        return None
    return (
        "content.file/outside",
        f"`{name}` {why}.",
        "Put the file into the article's folder and write its name alone.",
    )


def _refuse_kind(path: Path, name: str) -> tuple[str, str, str] | None:
    if not path.exists():
        return ("content.file/missing", f"There is no file `{name}`.", _advise(path))
    if not path.is_file():
        return (
            "content.file/not-a-file",
            f"`{name}` is not a file.",
            "Name a file, with its ending.",
        )
    return None


def _advise(path: Path) -> str:
    try:
        beside = sorted(entry.name for entry in path.parent.iterdir())
    except OSError:
        return "Put the file there, or correct the name."
    near = guess(path.name, beside)
    return f"Did you mean `{near}`?" if near else "Put the file there, or correct the name."


def read_bytes(path: Path, remarks: Remarks, limit: int) -> bytes | None:
    """The content of `path`; None, and a finding, when it cannot be read or has more than `limit` bytes."""
    try:
        if path.stat().st_size > limit:
            remarks.fail(
                "content.file/too-large",
                f"The file `{path.name}` is larger than {limit // 1_000_000} MB.",
                "Make it smaller, or split it.",
            )
            return None
        return path.read_bytes()
    except OSError as error:
        remarks.fail(
            "content.file/unreadable",
            f"The file `{path.name}` cannot be opened: {error.strerror}.",
            "See that the file is there and that you may read it.",
        )
        return None


def read_text(path: Path, remarks: Remarks) -> str | None:
    """The text of `path`, without a byte order mark and with one kind of line end; else otherwise untouched.

    None, and a finding with line and column, when it is not UTF-8 or holds control characters.
    """
    data = read_bytes(path, remarks, LARGEST_TEXT)
    if data is None:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _tell_encoding(data, error.start, remarks)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = FORBIDDEN.search(text)
    if found:
        remarks.fail(
            "content.encoding/control-character",
            f"There is an invisible control character here (U+{ord(found[0]):04X}).",
            "Delete it: put the cursor after it and press Backspace.",
            position(text, found.start()),
        )
        return None
    return text


def position(text: str, offset: int) -> Position:
    """Line and column of the character at `offset`."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def _tell_encoding(data: bytes, start: int, remarks: Remarks) -> None:
    line = data.count(b"\n", 0, start) + 1
    before = data[data.rfind(b"\n", 0, start) + 1 : start]
    column = len(before.decode("utf-8", "replace")) + 1
    likely = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "Windows-1251"
    remarks.fail(
        "content.encoding/not-utf8",
        f"The file is not in UTF-8: its byte {start + 1} is 0x{data[start]:02X}. "
        f"It is perhaps in {likely}.",
        "Open it in your editor, choose “Save as” and the encoding UTF-8.",
        (line, column),
    )
