"""The glyphs that pages draw. In comes an opened PDF, out go its fonts, each with the codes that a page shows of it.

Read from the content streams and the fonts' own tables, as the text that a PDF yields hides a missing glyph: the file
still knows what it should have been. Strings are taken in hexadecimal form, the only one that WeasyPrint writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tirage.preflight.objects import at, content

if TYPE_CHECKING:
    from pypdf import PdfReader

_SHOWN = re.compile(rb"/([^\s/<>\[\]()]+)\s+[-+.\d]+\s+Tf\b|<([\s\da-fA-F]+)>(?!>)")
"""A font is chosen, or a string in hexadecimal digits is shown."""

_HEX = rb"<([\s\da-fA-F]*)>"
_PAIR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[(.*?)\])", re.DOTALL)
_NUMBERED = re.compile(_HEX + rb"\s*(?:" + _HEX + rb"\s*)?(\d+)")

_TAG = re.compile(r"^/(?:[A-Z]{6}\+)?")
_SUBSET = re.compile(r"/[A-Z]{6}\+")
_LAST_CODE = 0xFFFF


@dataclass(frozen=True, slots=True)
class Font:
    """A font of a PDF."""

    name: str
    """Without the tag of its subset."""
    subset: bool
    """Only the glyphs that are used are in the file."""
    kind: str
    """As PDF calls it: "Type0", "TrueType", "Type1", "Type3"."""
    embedded: bool
    wide: bool
    """A code has two bytes."""
    unicode: Mapping[int, str] | None
    """The text of each code; None where the font does not say."""
    glyphs: Mapping[int, int] | None
    """The glyph of each code; None where the code is the glyph's number."""

    def glyph(self, code: int) -> int:
        """The number of the glyph that is drawn for `code`; 0 is the sign for a missing one (.notdef)."""
        return code if self.glyphs is None else self.glyphs.get(code, 0)


@dataclass(frozen=True, slots=True)
class Use:
    """What one page shows of a font."""

    page: int
    """From 0."""
    font: Font
    codes: frozenset[int]


def uses(reader: PdfReader) -> Iterator[Use]:
    """What each page shows of each font that it chooses, forms inside the page included."""
    opened: dict[int, Font] = {}
    for number, page in enumerate(reader.pages):
        shown: dict[int, set[int]] = {}
        for drawn, fonts in _contents(content(page), at(page, "/Resources"), set()):
            for name, digits in _strings(drawn).items():
                if (font := at(fonts, name)) is None:
                    continue
                if id(font) not in opened:
                    opened[id(font)] = _font(font)
                shown.setdefault(id(font), set()).update(_codes(digits, opened[id(font)].wide))
        for key, codes in shown.items():
            yield Use(number, opened[key], frozenset(codes))


def _contents(drawn: bytes, resources: Any, seen: set[int]) -> Iterator[tuple[bytes, Any]]:
    """What a page or form draws, and the forms in it, each with the fonts of its resources."""
    resources = resources or {}
    yield drawn, at(resources, "/Font") or {}
    forms = at(resources, "/XObject") or {}
    for name in forms:
        form = forms[name]
        if at(form, "/Subtype") == "/Form" and id(form) not in seen:
            seen.add(id(form))
            yield from _contents(form.get_data(), at(form, "/Resources") or resources, seen)


def _strings(drawn: bytes) -> dict[str, bytes]:
    """All strings that are shown, in hexadecimal digits, by the names of their fonts."""
    strings: dict[str, list[bytes]] = {}
    chosen: list[bytes] = []
    for found in _SHOWN.finditer(drawn):
        if found[1] is not None:
            chosen = strings.setdefault("/" + found[1].decode("latin-1"), [])
        else:
            chosen.append(found[2])
    return {name: b"".join(parts) for name, parts in strings.items()}


def _codes(digits: bytes, wide: bool) -> set[int]:
    data = bytes.fromhex(_even(digits).decode("ascii"))
    if not wide:
        return set(data)
    return {high << 8 | low for high, low in set(zip(data[::2], data[1::2], strict=False))}


def _font(font: Any) -> Font:
    below = at(font, "/DescendantFonts")
    descriptor = at(below[0].get_object() if below else font, "/FontDescriptor") or {}
    program = any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3"))
    unicode, encoding, kind = (at(font, key) for key in ("/ToUnicode", "/Encoding", "/Subtype"))
    named = str(at(font, "/BaseFont") or "/?")
    return Font(
        subset=bool(_SUBSET.match(named)),
        kind=str(kind).lstrip("/"),
        name=_TAG.sub("", named).rstrip(","),
        embedded=program or kind == "/Type3",
        wide=kind == "/Type0",
        unicode=dict(_characters(unicode.get_data())) if hasattr(unicode, "get_data") else None,
        glyphs=dict(_numbers(encoding.get_data())) if hasattr(encoding, "get_data") else None,
    )


def _characters(cmap: bytes) -> Iterator[tuple[int, str]]:
    """Codes and their texts, from a ToUnicode CMap (ISO 32000-1, 9.10.3)."""
    for code, text in _PAIR.findall(_sections(cmap, "bfchar")):
        yield _int(code), _text(bytes.fromhex(_even(text).decode()))
    for first, last, text, texts in _RANGE.findall(_sections(cmap, "bfrange")):
        listed = [bytes.fromhex(_even(one).decode()) for one in re.findall(_HEX, texts)]
        start, size = bytes.fromhex(_even(text).decode()), len(text) // 2
        for step in range(min(_int(last), _LAST_CODE) - _int(first) + 1):
            if listed:
                yield _int(first) + step, _text(listed[step]) if step < len(listed) else ""
            else:
                text_there = (int.from_bytes(start, "big") + step) % (1 << 8 * size)
                yield _int(first) + step, _text(text_there.to_bytes(size, "big"))


def _numbers(cmap: bytes) -> Iterator[tuple[int, int]]:
    """Codes and their glyphs, from an encoding CMap (ISO 32000-1, 9.7.5)."""
    sections = _sections(cmap, "cidchar") + _sections(cmap, "cidrange")
    for first, last, glyph in _NUMBERED.findall(sections):
        for step in range(min(_int(last or first), _LAST_CODE) - _int(first) + 1):
            yield _int(first) + step, int(glyph) + step


def _sections(cmap: bytes, kind: str) -> bytes:
    found = re.findall(rf"begin{kind}(.*?)end{kind}".encode(), cmap, re.DOTALL)
    return b"\n".join(found)


def _even(digits: bytes) -> bytes:
    """Hexadecimal digits without spaces; a last one that is missing is 0 (ISO 32000-1, 7.3.4.3)."""
    digits = b"".join(digits.split())
    return digits + b"0" * (len(digits) % 2)


def _int(digits: bytes) -> int:
    return int(digits, 16)


def _text(utf16: bytes) -> str:
    return utf16.decode("utf-16-be", "replace")
