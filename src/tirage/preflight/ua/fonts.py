"""Fonts, as they are put together. In comes a file, out go fonts whose letters may be drawn, or read, otherwise.

That fonts are in the file and know their letters is told by the checks of pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tirage.preflight.check import Fault, check
from tirage.preflight.objects import at
from tirage.preflight.sfnt import Program, read_program
from tirage.preflight.subjects import File
from tirage.preflight.ua.telling import ADVICE

_LISTED = frozenset(
    [
        "GB-EUC-H",
        "GB-EUC-V",
        "GBpc-EUC-H",
        "GBpc-EUC-V",
        "GBK-EUC-H",
        "GBK-EUC-V",
        "GBKp-EUC-H",
        "GBKp-EUC-V",
        "GBK2K-H",
        "GBK2K-V",
        "UniGB-UCS2-H",
        "UniGB-UCS2-V",
        "UniGB-UTF16-H",
        "UniGB-UTF16-V",
        "B5pc-H",
        "B5pc-V",
        "HKscs-B5-H",
        "HKscs-B5-V",
        "ETen-B5-H",
        "ETen-B5-V",
        "ETenms-B5-H",
        "ETenms-B5-V",
        "CNS-EUC-H",
        "CNS-EUC-V",
        "UniCNS-UCS2-H",
        "UniCNS-UCS2-V",
        "UniCNS-UTF16-H",
        "UniCNS-UTF16-V",
        "83pv-RKSJ-H",
        "90ms-RKSJ-H",
        "90ms-RKSJ-V",
        "90msp-RKSJ-H",
        "90msp-RKSJ-V",
        "90pv-RKSJ-H",
        "Add-RKSJ-H",
        "Add-RKSJ-V",
        "EUC-H",
        "EUC-V",
        "Ext-RKSJ-H",
        "Ext-RKSJ-V",
        "H",
        "V",
        "UniJIS-UCS2-H",
        "UniJIS-UCS2-V",
        "UniJIS-UCS2-HW-H",
        "UniJIS-UCS2-HW-V",
        "UniJIS-UTF16-H",
        "UniJIS-UTF16-V",
        "KSC-EUC-H",
        "KSC-EUC-V",
        "KSCms-UHC-H",
        "KSCms-UHC-V",
        "KSCms-UHC-HW-H",
        "KSCms-UHC-HW-V",
        "KSCpc-EUC-H",
        "UniKS-UCS2-H",
        "UniKS-UCS2-V",
        "UniKS-UTF16-H",
        "UniKS-UTF16-V",
        "Identity-H",
        "Identity-V",
    ]
)
"""Encodings that every reader knows (ISO 32000-1, table 118)."""

_DIRECTION = re.compile(rb"/WMode\s+(\d)\s+def")
_BASED_ON = re.compile(rb"/(\S+)\s+usecmap")
_WRONG = re.compile(rb"<[\dA-Fa-f\s]+>\s*<(?:0000|[Ff][Ee][Ff][Ff]|[Ff]{3}[Ee])>")
"""A line of a ToUnicode CMap that gives U+0000, U+FEFF or U+FFFE."""

_SYMBOLIC = 4
"""Flag of a font descriptor (ISO 32000-1, table 123)."""


@check(
    "ua.fonts",
    codes=("system", "glyphs", "encoding", "direction", "set", "width", "truetype", "letters"),
    rationale="Programs differ in what they make of a font that contradicts itself: one draws the letters, one draws "
    "others, one reads nothing.",
    source="ISO 14289-1, 7.21.3 to 7.21.7; Matterhorn 31-001 to 31-008, 31-014 to 31-017, 31-019 to 31-021 and 31-024 to "
    "31-029",
)
def fonts(file: File) -> Iterator[Fault]:
    """Fonts agree with themselves."""
    told: set[int] = set()
    for label, page in zip(file.labels, file.reader.pages, strict=False):
        held = at(at(page, "/Resources") or {}, "/Font") or {}
        for name in held:
            font = held[name]
            if id(font) in told or not isinstance(font, dict):
                continue
            told.add(id(font))
            called = str(at(font, "/BaseFont") or name).lstrip("/")
            for code, what in dict(_faults(font)).items():
                yield Fault(code, f"The font {called} {what}.", label, ADVICE)


def _faults(font: Any) -> Iterator[tuple[str, str]]:
    """Codes and what is wrong with a font."""
    if at(font, "/Subtype") == "/Type0":
        below = at(font, "/DescendantFonts")
        if isinstance(below, list) and below:
            yield from _composite(font, below[0].get_object())
    elif at(font, "/Subtype") == "/TrueType":
        yield from _simple(font)
    letters = at(font, "/ToUnicode")
    if hasattr(letters, "get_data") and _WRONG.search(letters.get_data()):
        yield "letters", "says that some of its glyphs are no letters (U+0000, U+FEFF or U+FFFE)"


def _composite(font: Any, below: Any) -> Iterator[tuple[str, str]]:
    encoding = at(font, "/Encoding")
    if hasattr(encoding, "get_data"):
        yield from _encoding(encoding, below)
    elif str(encoding).lstrip("/") not in _LISTED:
        yield "encoding", f"has the encoding {encoding}, which is neither known nor in the file"
    if at(below, "/Subtype") != "/CIDFontType2":
        return
    numbers = at(below, "/CIDToGIDMap")
    if numbers != "/Identity" and not hasattr(numbers, "get_data"):
        yield "glyphs", "does not say which glyphs its codes are"
    descriptor = at(below, "/FontDescriptor") or {}
    program = _program(descriptor)
    if program and numbers == "/Identity":
        if hasattr(listed := at(descriptor, "/CIDSet"), "get_data"):
            yield from _set(listed.get_data(), program)
        if any(abs(width - program.widths[cid]) > 1 for cid, width in _widths(below, program)):
            yield "width", "gives widths of letters that are not those of its program"


def _encoding(encoding: Any, below: Any) -> Iterator[tuple[str, str]]:
    own, other = at(encoding, "/CIDSystemInfo") or {}, at(below, "/CIDSystemInfo") or {}
    names = any(at(own, key) != at(other, key) for key in ("/Registry", "/Ordering"))
    if names or (at(other, "/Supplement") or 0) > (at(own, "/Supplement") or 0):
        yield "system", "and its encoding are of different collections of characters"
    data = encoding.get_data()
    direction = _DIRECTION.search(data)
    if int(direction[1] if direction else 0) != (at(encoding, "/WMode") or 0):
        yield "direction", "is told to run across in one place and down in another"
    for name in _BASED_ON.findall(data):
        if name.decode("latin-1") not in _LISTED:
            yield "encoding", "has an encoding that is built on another which nobody knows"


def _set(listed: bytes, program: Program) -> Iterator[tuple[str, str]]:
    """Whether the glyphs that a CIDSet lists, a bit for each, are those of the program."""
    bits = [bool(byte & 0x80 >> place) for byte in listed for place in range(8)]
    bits += [False] * (program.glyphs - len(bits))
    if not all(bits[: program.glyphs]) or any(bits[program.glyphs :]):
        yield "set", "lists other glyphs than its program has"


def _widths(below: Any, program: Program) -> Iterator[tuple[int, float]]:
    """Glyphs and widths that a font tells of (ISO 32000-1, 9.7.4.3), those that its program has.

    The box for signs that are missing (glyph 0) is left out: `fonts.glyphs` tells of it.
    """
    told = list(at(below, "/W") or ())
    while len(told) > 1:
        first, second = int(told[0]), told[1].get_object()
        if isinstance(second, list):
            pairs = list(enumerate((float(width) for width in second), first))
            told = told[2:]
        else:
            last = min(int(second), program.glyphs)
            pairs = [(cid, float(told[2])) for cid in range(first, last + 1)]
            told = told[3:]
        yield from ((cid, width) for cid, width in pairs if 0 < cid < program.glyphs)


def _simple(font: Any) -> Iterator[tuple[str, str]]:
    """What is wrong with a TrueType font whose codes are of one byte."""
    descriptor = at(font, "/FontDescriptor") or {}
    encoding, program = at(font, "/Encoding"), _program(descriptor)
    if int(at(descriptor, "/Flags") or 0) & _SYMBOLIC:
        if encoding is not None:
            yield "truetype", "is one of signs, and has an encoding of letters"
        if program and (not program.maps or (len(program.maps) > 1 and (3, 0) not in program.maps)):
            yield "truetype", "is one of signs, and its program does not say which"
        return
    base = at(encoding, "/BaseEncoding") if isinstance(encoding, dict) else encoding
    if base not in ("/MacRomanEncoding", "/WinAnsiEncoding"):
        yield "truetype", "does not say which letters its codes are"
    if program and not {(3, 1), (1, 0)} & set(program.maps):
        yield "truetype", "has a program that does not know letters"


def _program(descriptor: Any) -> Program | None:
    stream = at(descriptor, "/FontFile2")
    return read_program(stream.get_data()) if hasattr(stream, "get_data") else None
