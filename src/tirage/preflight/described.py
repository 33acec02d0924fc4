"""What a file says of itself, in both places where PDF has it. In comes an opened PDF, out goes one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tirage.preflight.objects import at, string
from tirage.preflight.packet import Packet

if TYPE_CHECKING:
    from pypdf import PdfReader

_DC = "{http://purl.org/dc/elements/1.1/}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_PDF = "{http://ns.adobe.com/pdf/1.3/}"
_UA = "{http://www.aiim.org/pdfua/ns/id/}"


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


def described(reader: PdfReader, told: Packet) -> Described:
    """What the file says of itself; `told` is its packet."""
    info = _info(reader)
    return Described(
        title=told.default(f"{_DC}title"),
        authors=told.listed(f"{_DC}creator"),
        identifier=told.plain(f"{_DC}identifier"),
        created=told.plain(f"{_XMP}CreateDate"),
        modified=told.plain(f"{_XMP}ModifyDate"),
        producer=told.plain(f"{_PDF}Producer"),
        short_title=_short(info, "/Title"),
        short_created=_short(info, "/CreationDate"),
        short_modified=_short(info, "/ModDate"),
        short_producer=_short(info, "/Producer"),
        accessible=told.plain(f"{_UA}part"),
    )


def _info(reader: PdfReader) -> Any:
    info = at(reader.trailer, "/Info")
    return info if isinstance(info, dict) else {}


def _short(info: Any, key: str) -> str:
    return string(at(info, key) or "").strip()
