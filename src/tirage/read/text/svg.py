"""SVG: looked through without being run, and measured.

A drawing may hold shapes, text and gradients of its own. Whatever could run, grow without bound or fetch something is
refused: document types and entities, scripts, handlers, animation of addresses, foreign content, addresses outside.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from tirage.read.remarks import Position, Remarks
from tirage.read.text.raster import read_raster

MOST_ELEMENTS = 500_000
"""Elements, each mention of another (`use`, patterns, markers) counted with all that it repeats."""
DEEPEST = 64
"""Elements in one another."""
DEEPEST_USE = 8
"""Mentions of elements that mention others."""

_SVG = "http://www.w3.org/2000/svg"
_REFUSED = {
    "script": "a script",
    "foreignObject": "content that is not SVG (`foreignObject`)",
    "iframe": "another document",
    "audio": "sound",
    "video": "a film",
    "handler": "a script",
}
_UNITS = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
}
_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:[eE][+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|)\s*")
_FOREIGN_URL = re.compile(r"url\((?!\s*['\"]?\s*#)", re.IGNORECASE)
_OWN_URL = re.compile(r"url\(\s*['\"]?\s*#([^'\")\s]+)", re.IGNORECASE)
_PICTURE = re.compile(r"\s*data:image/(?:png|jpeg|jpg);base64,(.*)", re.IGNORECASE | re.DOTALL)


class Size(NamedTuple):
    """Natural size in px of CSS."""

    width: float
    height: float


class _RefusedError(Exception):
    """What the drawing holds that it must not, and its code."""

    def __init__(self, code: str, what: str) -> None:
        super().__init__(what)
        self.code = code


@dataclass(slots=True)
class _Group:
    """What one element with an id holds."""

    elements: int = 0
    uses: list[str] = field(default_factory=list)


class _Inspector:
    """Receives what expat reads."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.root: dict[str, str] = {}
        self.at: Position = (0, 0)
        """Where the element begins that is being read."""
        self._parser = parser
        self._open: list[str] = []
        self._ids: list[str] = []
        self._groups: dict[str, _Group] = {"": _Group()}
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = self.refuse_doctype
        parser.ProcessingInstructionHandler = self.refuse_instruction
        self._css: list[str] = []
        self.pictures: list[bytes] = []

    def _note(self) -> None:
        self.at = (self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)

    def refuse_doctype(
        self, _name: str, _system: str | None, _public: str | None, has_subset: bool
    ) -> None:
        """Refuse declarations of entities; a mere name of the document type, which nobody fetches, may stay."""
        if has_subset:
            self.at = (self._parser.CurrentLineNumber, 0)  # expat tells only where it ends
            raise _RefusedError("doctype", "declarations in its document type (`<!DOCTYPE … [`)")

    def refuse_instruction(self, *_: object) -> None:
        self._note()
        raise _RefusedError("active", "an instruction to programs (`<?…?>`)")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._note()
        space, _, tag = name.rpartition(" ")
        if not self._open:
            if (space, tag) != (_SVG, "svg"):
                raise _RefusedError("format", "something else than SVG")
            self.root = attributes
        if tag in _REFUSED:
            raise _RefusedError("active", _REFUSED[tag])
        if len(self._open) >= DEEPEST:
            raise _RefusedError("too-large", f"more than {DEEPEST} elements in one another")
        self._open.append(tag)
        self._count(tag, attributes)
        for key, value in attributes.items():
            name, picture = key.rpartition(" ")[2], _PICTURE.fullmatch(value)
            if picture and name == "href" and tag in ("image", "feImage"):
                self.pictures.append(base64.b64decode(picture[1]))
            else:
                _check_attribute(name, value)

    def _count(self, tag: str, attributes: dict[str, str]) -> None:
        own = attributes.get("id", "")
        self._ids.append(own)
        if own:
            self._groups.setdefault(own, _Group())
        mentioned = list(_mentions(tag, attributes))
        for group in {"", *self._ids}:
            self._groups[group].elements += 1
            self._groups[group].uses += mentioned
        if self._groups[""].elements > MOST_ELEMENTS:
            raise _RefusedError("too-large", f"more than {MOST_ELEMENTS} elements")

    def text(self, data: str) -> None:
        if self._open and self._open[-1] == "style":
            self._css.append(data)

    def end(self, _: str) -> None:
        if self._open[-1] == "style":
            _check_css("".join(self._css))
            self._css = []
        self._open.pop()
        self._ids.pop()

    def check_uses(self) -> None:
        """Refuse parts that show one another in circles, too deep, or too often."""
        self._weigh("", 0, {})

    def _weigh(self, group: str, depth: int, known: dict[tuple[str, int], int]) -> int:
        if depth > DEEPEST_USE:
            raise _RefusedError("too-large", "parts that show one another in circles, or too deep")
        found = self._groups.get(group)
        if found is None:
            return 0
        key = (group, depth)
        if key not in known:
            known[key] = found.elements
            for use in found.uses:
                known[key] += self._weigh(use, depth + 1, known)
                if known[key] > MOST_ELEMENTS:
                    raise _RefusedError("too-large", "parts that are repeated too often")
        return known[key]


def _mentions(tag: str, attributes: dict[str, str]) -> Iterator[str]:
    """The ids of what an element shows besides its own content."""
    for key, value in attributes.items():
        if key.rpartition(" ")[2] == "href" and tag != "a":
            yield value.strip().removeprefix("#")
        elif "url(" in value:
            yield from _OWN_URL.findall(value)


def _check_attribute(key: str, value: str) -> None:
    if key.lower().startswith("on"):
        raise _RefusedError("active", f"a script (`{key}`)")
    if key in ("src", "base") or (key == "href" and not value.strip().startswith("#")):
        raise _RefusedError("external", f"an address outside the file (`{value[:60]}`)")
    if key == "attributeName" and value.rpartition(":")[2] == "href":
        raise _RefusedError("active", "an animation of an address")
    if key == "style" or "(" in value:
        _check_css(value)


def _check_css(css: str) -> None:
    if "\\" in css:
        raise _RefusedError("external", "a backslash in its style, which can hide an address")
    if "@import" in css.lower() or _FOREIGN_URL.search(css):
        raise _RefusedError("external", "an address outside the file in its style")


def read_svg(data: bytes, remarks: Remarks) -> Size | None:
    """The natural size of the drawing in `data`; None, and a finding about the file, when it is not sound."""
    parser = expat.ParserCreate(namespace_separator=" ")
    inspector = _Inspector(parser)
    try:
        parser.Parse(data, True)
        inspector.at = (0, 0)
        inspector.check_uses()
        if not all(read_raster(picture, remarks) for picture in inspector.pictures):
            return None
        return _measure(inspector.root)
    except expat.ExpatError as error:
        at = (error.lineno, error.offset + 1)
        message = f"The drawing is broken here ({expat.ErrorString(error.code)})."
        _refuse("unreadable", message, remarks, at)
    except binascii.Error:
        _refuse("unreadable", "A picture inside the drawing is damaged.", remarks, (0, 0))
    except _RefusedError as refused:
        _refuse(refused.code, f"The drawing holds {refused}.", remarks, inspector.at)
    return None


def _refuse(code: str, message: str, remarks: Remarks, at: Position) -> None:
    advice = {
        "doctype": "Delete what begins with `<!DOCTYPE`, or save it as “plain SVG”.",
        "external": "Put what it shows into the file itself.",
        "no-size": "Give the `<svg>` element a `viewBox`, or `width` and `height`.",
    }.get(code, "Save it again as “plain SVG”, without scripts and effects.")
    remarks.fail(f"content.image/{code}", message, advice, at)


def _measure(root: dict[str, str]) -> Size:
    width, height = (_length(root.get(side, "")) for side in ("width", "height"))
    box = [float(n) for n in re.findall(r"-?\d*\.?\d+(?:[eE][+-]?\d+)?", root.get("viewBox", ""))]
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        if width and not height:
            height = width * box[3] / box[2]
        elif height and not width:
            width = height * box[2] / box[3]
        elif not width:
            width, height = box[2], box[3]
    if not (width and height) or max(width, height) > 1e6:
        raise _RefusedError("no-size", "no usable size")
    return Size(width, height)


def _length(written: str) -> float:
    match = _LENGTH.fullmatch(written)
    return float(match[1]) * _UNITS[match[2]] if match else 0.0
