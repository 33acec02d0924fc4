"""What a file says of itself, in both places where PDF has it. In comes an opened PDF, out goes one value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from tirage.preflight.objects import at, string

if TYPE_CHECKING:
    from pypdf import PdfReader

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_PDF = "{http://ns.adobe.com/pdf/1.3/}"
_UA = "{http://www.aiim.org/pdfua/ns/id/}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Described:
    """What a file says of itself. "short" is what its document information says, the rest its XMP packet; "" where it
    says nothing.
    """

    title: str
    authors: tuple[str, ...]
    identifier: str
    created: str
    modified: str
    producer: str
    short_title: str
    short_created: str
    short_modified: str
    short_producer: str
    accessible: str
    """The part of PDF/UA that it claims to keep, as "1"."""


def described(reader: PdfReader) -> Described:
    """What the file says of itself. A packet that cannot be read says nothing."""
    told = _packet(reader)
    info = _info(reader)
    return Described(
        title=_default(told, f"{_DC}title"),
        authors=_listed(told, f"{_DC}creator"),
        identifier=_plain(told, f"{_DC}identifier"),
        created=_plain(told, f"{_XMP}CreateDate"),
        modified=_plain(told, f"{_XMP}ModifyDate"),
        producer=_plain(told, f"{_PDF}Producer"),
        short_title=_short(info, "/Title"),
        short_created=_short(info, "/CreationDate"),
        short_modified=_short(info, "/ModDate"),
        short_producer=_short(info, "/Producer"),
        accessible=_plain(told, f"{_UA}part"),
    )


def _packet(reader: PdfReader) -> ElementTree.Element | None:
    stream = at(reader.root_object, "/Metadata")
    if not hasattr(stream, "get_data"):
        return None
    data = stream.get_data()
    if _DECLARED.search(data):  # entities could be made to grow without end
        return None
    try:
        return ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return None


def _info(reader: PdfReader) -> Any:
    info = at(reader.trailer, "/Info")
    return info if isinstance(info, dict) else {}


def _short(info: Any, key: str) -> str:
    return string(at(info, key) or "").strip()


def _found(told: ElementTree.Element | None, name: str) -> ElementTree.Element | None:
    return None if told is None else told.find(f".//{name}")


def _plain(told: ElementTree.Element | None, name: str) -> str:
    """A simple property: an element, or an attribute of its description."""
    found = _found(told, name)
    if found is not None:
        return "".join(found.itertext()).strip()
    for description in () if told is None else told.iter(f"{_RDF}Description"):
        if value := description.get(name):
            return value
    return ""


def _listed(told: ElementTree.Element | None, name: str) -> tuple[str, ...]:
    found = _found(told, name)
    items = () if found is None else found.iter(f"{_RDF}li")
    return tuple(text for item in items if (text := (item.text or "").strip()))


def _default(told: ElementTree.Element | None, name: str) -> str:
    """A text in its languages: the default one, else the first."""
    found = _found(told, name)
    items = [] if found is None else list(found.iter(f"{_RDF}li"))
    items.sort(key=lambda item: item.get(_LANG) != "x-default")
    return (items[0].text or "").strip() if items else ""
