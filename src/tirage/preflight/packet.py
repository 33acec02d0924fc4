"""The XMP packet of a file (ISO 16684-1). In comes an opened PDF, out goes what can be asked for by name.

Names are those of ElementTree: "{namespace}name".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from tirage.preflight.objects import at

if TYPE_CHECKING:
    from pypdf import PdfReader

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Packet:
    """What a file says of itself in XMP."""

    root: ElementTree.Element | None
    """None where there is no packet, or none that can be read: it says nothing."""

    def plain(self, name: str) -> str:
        """A simple property: an element, or an attribute of its description; "" where there is none."""
        found = self._found(name)
        if found is not None:
            return "".join(found.itertext()).strip()
        return next(filter(None, (one.get(name) for one in self._descriptions())), "")

    def listed(self, name: str) -> tuple[str, ...]:
        """The items of a list."""
        found = self._found(name)
        items = () if found is None else found.iter(f"{_RDF}li")
        return tuple(text for item in items if (text := (item.text or "").strip()))

    def default(self, name: str) -> str:
        """A text in its languages: the default one, else the first."""
        found = self._found(name)
        items = [] if found is None else list(found.iter(f"{_RDF}li"))
        items.sort(key=lambda item: item.get(_LANG) != "x-default")
        return (items[0].text or "").strip() if items else ""

    def every(self, name: str) -> tuple[str, ...]:
        """The texts of all elements of this name."""
        found = () if self.root is None else self.root.iter(name)
        return tuple("".join(one.itertext()).strip() for one in found)

    @property
    def namespaces(self) -> frozenset[str]:
        """The namespaces of all properties but those of RDF itself."""
        if self.root is None:
            return frozenset()
        holders = [one for rdf in self.root.iter(f"{_RDF}RDF") for one in rdf]
        names = (name for one in holders for name in (*(kid.tag for kid in one), *one.attrib))
        known = {name[1:].partition("}")[0] for name in names if name.startswith("{")}
        return frozenset(known - {_RDF[1:-1]})

    def _found(self, name: str) -> ElementTree.Element | None:
        return None if self.root is None else self.root.find(f".//{name}")

    def _descriptions(self) -> Iterator[ElementTree.Element]:
        if self.root is not None:
            yield from self.root.iter(f"{_RDF}Description")


def read_packet(reader: PdfReader) -> Packet:
    """The packet of the whole file."""
    stream = at(reader.root_object, "/Metadata")
    if not hasattr(stream, "get_data"):
        return Packet(None)
    data = stream.get_data()
    if _DECLARED.search(data):  # entities could be made to grow without end
        return Packet(None)
    try:
        return Packet(ElementTree.fromstring(data))
    except ElementTree.ParseError:
        return Packet(None)
