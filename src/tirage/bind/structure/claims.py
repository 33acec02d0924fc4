"""PDF/UA-1: a galley says that it is accessible, when binding knows nothing that speaks against it.

What a person must judge, as whether alternative texts are true, no program knows. Preflight looks at the finished file
again and fails it when it claims what it does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pikepdf import Name, Object, Pdf

from tirage.bind.record import Record
from tirage.bind.streams import fonts
from tirage.bind.structure.tree import Element, elements
from tirage.bind.structure.vocabulary import HEADINGS
from tirage.bind.structure.writing import Part

_END = b"</rdf:RDF>"
_CLAIM = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
"""
"""The identification (ISO 14289-1, 5)."""


def is_accessible(pdf: Pdf, parts: Sequence[Part], record: Record) -> bool:
    """Whether a bound `pdf`, whose text is in `parts`, holds all of PDF/UA-1 that binding can know."""
    told = bool(record.title.first(record.language) and record.language)
    texts = [element for part in parts for element in elements(part.tree)]
    return (
        told
        and all(map(_speaks, texts))
        and _steps(texts)
        and all(_is_named(annotation) for annotation in _annotations(pdf))
        and all(_is_whole(font, descriptor) for font, descriptor in fonts(pdf))
    )


def claim(pdf: Pdf) -> None:
    """Write into the metadata of `pdf` that it is PDF/UA-1."""
    packet = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(packet.replace(_END, _CLAIM + _END))
    pdf.Root.Metadata.Type, pdf.Root.Metadata.Subtype = Name.Metadata, Name.XML


def _speaks(element: Element) -> bool:
    """Whether `element` says what its kind must: a picture what it shows, a header cell what it heads."""
    match element.tag:
        case "Figure" | "Formula":
            return bool(element.alt.strip()) and element.box is not None
        case "TH":
            return bool(element.scope)
        case "Note":
            return bool(element.id)
        case _:
            return True


def _steps(texts: Sequence[Element]) -> bool:
    """Whether headings begin at the first level and go down one at a time."""
    levels = [0, *(HEADINGS.index(one.tag) + 1 for one in texts if one.tag in HEADINGS)]
    return all(below <= above + 1 for above, below in pairwise(levels))


def _annotations(pdf: Pdf) -> Iterator[Object]:
    return (annotation for page in pdf.pages for annotation in page.obj.get("/Annots", ()))


def _is_named(annotation: Object) -> bool:
    return bool(str(annotation.get("/Contents", "")).strip()) and "/StructParent" in annotation


def _is_whole(font: Object, descriptor: Object) -> bool:
    """Whether a font is in the file and knows its letters."""
    programs = ("/FontFile", "/FontFile2", "/FontFile3")
    return "/ToUnicode" in font and any(key in descriptor for key in programs)
