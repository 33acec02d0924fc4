"""A BibTeX file → entries, each a map of CSL's variables.

Why not bibtexparser 2: it takes the `%` of an address for a comment, leaves `a # b` as it stands, loses commands
that it does not know without a word, and tells its troubles to the log instead of the caller.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tirage.read.remarks import Position, Remarks
from tirage.read.source import position
from tirage.read.words import words

_NAME = re.compile(r"[^\s\"#%'(),={}]+")
_QUOTING = re.compile(r'\\.|[{}"]', re.DOTALL)
_SPACE = re.compile(r"\s*")
_MONTHS = words("jan feb mar apr may jun jul aug sep oct nov dec")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as written, TeX and all."""

    kind: str
    """In small letters: "article"."""
    key: str
    fields: dict[str, str]
    """Names in small letters."""
    at: Position


class _BrokenError(Exception):
    """The entry cannot be understood: what is wrong, and where."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


@dataclass(slots=True)
class _Reader:
    text: str
    remarks: Remarks
    strings: dict[str, str] = field(
        default_factory=lambda: {month: str(i) for i, month in enumerate(_MONTHS, 1)}
    )
    at: int = 0

    def skip(self, sign: str = "") -> bool:
        """Pass white space, and `sign` when it comes next; whether it came."""
        self.at = _SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]
        found = bool(sign) and self.text.startswith(sign, self.at)
        self.at += len(sign) if found else 0
        return found

    def demand(self, sign: str, message: str) -> None:
        """Pass `sign`, or say what is wrong."""
        if not self.skip(sign):
            raise _BrokenError(message, self.at)

    def name(self, message: str) -> str:
        """Pass a word."""
        self.skip()
        match = _NAME.match(self.text, self.at)
        if not match:
            raise _BrokenError(message, self.at)
        self.at = match.end()
        return match[0]

    def value(self) -> str:
        """Pass a value: parts joined with `#`."""
        parts = [self.part()]
        while self.skip("#"):
            parts.append(self.part())
        return "".join(parts)

    def part(self) -> str:
        """Pass one part of a value: in braces, in quotes, a number or the name of a string."""
        self.skip()
        sign = self.text[self.at : self.at + 1]
        if sign in ("{", '"') and sign:
            return self.quoted(sign)
        name = self.name("A value is missing here.")
        if not name.isdigit() and name.lower() not in self.strings:
            self.remarks.warn(
                "content.bibtex/unknown-string",
                f"The word `{name}` stands without braces, and no `@string` explains it.",
                "Put the value between braces.",
                position(self.text, self.at - len(name)),
            )
        return self.strings.get(name.lower(), name)

    def quoted(self, opening: str) -> str:
        """Pass a value in braces or quotes; braces inside it are balanced."""
        start, depth = self.at + 1, 0
        closing = "}" if opening == "{" else '"'
        for match in _QUOTING.finditer(self.text, start):
            if depth == 0 and match[0] == closing:
                self.at = match.end()
                return self.text[start : match.start()]
            depth += {"{": 1, "}": -1}.get(match[0], 0)
        raise _BrokenError("A brace or a quote is opened here and never closed.", self.at)


def read_bibtex(text: str, remarks: Remarks) -> tuple[Entry, ...]:
    """The entries of a BibTeX file; a broken one is a finding, and reading goes on with the next."""
    reader = _Reader(text, remarks)
    entries = []
    starts = [match.start() for match in re.finditer(r"^[ \t]*@", text, re.MULTILINE)]
    for start in starts:
        if start < reader.at:
            continue
        reader.at = start
        try:
            entry = _read_entry(reader)
        except _BrokenError as broken:
            at = position(text, broken.offset)
            remarks.fail(
                "content.bibtex/broken", str(broken), "Compare it with its neighbours.", at
            )
            reader.at = start + 1
            continue
        if entry:
            entries.append(entry)
    return tuple(entries)


def _read_entry(reader: _Reader) -> Entry | None:
    reader.demand("@", "An entry begins with `@`.")
    at = position(reader.text, reader.at - 1)
    kind = reader.name("The kind of entry is missing after `@`.").lower()
    if kind in ("comment", "preamble"):
        return None
    reader.demand("{", f"`@{kind}` needs a brace `{{` after it.")
    if kind == "string":
        for name, value in _read_fields(reader).items():
            reader.strings[name] = value
        return None
    key = reader.name("The entry has no key.")
    fields = _read_fields(reader) if reader.skip(",") else {}
    if not fields:
        reader.demand("}", "A comma is missing after the key, or the closing brace.")
    return Entry(kind, key, fields, at)


def _read_fields(reader: _Reader) -> dict[str, str]:
    fields: dict[str, str] = {}
    while not reader.skip("}"):
        start = reader.at
        name = reader.name("A field's name is missing here, or the closing brace.").lower()
        reader.demand("=", f"`{name}` needs an equals sign after it, or a comma is missing before.")
        value = reader.value()
        if name in fields:
            reader.remarks.fail(
                "content.bibtex/duplicate-field",
                f"`{name}` is written twice in this entry.",
                "Keep one of them.",
                position(reader.text, start),
            )
        fields.setdefault(name, value)
        if not reader.skip(","):
            reader.demand("}", f"A comma is missing after `{name}`, or the closing brace.")
            break
    return fields
