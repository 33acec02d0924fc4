"""A galley's record as PDF keeps it: the document information and the same as XMP (ISO 16684-1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from xml.sax.saxutils import escape, quoteattr

from pikepdf import Dictionary, Name, Pdf, Stream, String

from tirage.bind.record import Record
from tirage.model.language import Localized

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

_INVALID = {number: None for number in range(32) if chr(number) not in "\t\n\r"}
"""Characters that XML cannot hold."""


def write_metadata(pdf: Pdf, record: Record) -> None:
    """Write `record` into `pdf`, twice and in agreement, with the language and the title to be shown."""
    program = f"tirage {version('tirage')}"
    made = record.moment.strftime("D:%Y%m%d%H%M%SZ")
    facts = {
        "/Title": record.title.first(record.language),
        "/Author": ", ".join(record.authors),
        "/Subject": record.abstract.first(record.language),
        "/Keywords": ", ".join(record.keywords),
        "/Creator": program,
        "/Producer": program,
        "/CreationDate": made,
        "/ModDate": made,
    }
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary({key: String(fact) for key, fact in facts.items() if fact})
    )
    pdf.Root.Lang = String(record.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    packet = xmp(record, program).encode()
    pdf.Root.Metadata = Stream(pdf, packet, Type=Name.Metadata, Subtype=Name.XML)


def xmp(record: Record, program: str) -> str:
    """`record` as an XMP packet made by `program`."""
    made = record.moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    properties = (
        _alternatives("dc:title", record.title, record.language),
        _listed("dc:creator", "Seq", record.authors),
        _alternatives("dc:description", record.abstract, record.language),
        _listed("dc:subject", "Bag", record.keywords),
        _listed("dc:language", "Bag", record.languages),
        _listed("dc:publisher", "Bag", (record.publisher,)),
        _plain("dc:identifier", record.identifier),
        _plain("dc:source", record.source),
        _alternatives("dc:rights", record.rights, record.language),
        _listed("dc:date", "Seq", (record.date,)),
        _plain("dc:format", "application/pdf"),
        _plain("pdf:Keywords", ", ".join(record.keywords)),
        _plain("pdf:Producer", program),
        _plain("xmp:CreatorTool", program),
        _plain("xmp:CreateDate", made),
        _plain("xmp:ModifyDate", made),
        _plain("xmp:MetadataDate", made),
    )
    return _PACKET.format(properties="\n".join(filter(None, properties)))


def _plain(name: str, text: str) -> str:
    return f"<{name}>{_text(text)}</{name}>" if text else ""


def _listed(name: str, kind: str, texts: Iterable[str]) -> str:
    items = "".join(f"<rdf:li>{_text(text)}</rdf:li>" for text in texts if text)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def _alternatives(name: str, text: Localized, language: str) -> str:
    """A text in its languages; the one of the document comes first and is the default."""
    if not text.first(language):
        return ""
    items = "".join(
        f"<rdf:li xml:lang={quoteattr(spoken)}>{_text(form)}</rdf:li>"
        for spoken, form in _forms(text, language)
    )
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


def _forms(text: Localized, language: str) -> Iterator[tuple[str, str]]:
    yield "x-default", text.first(language)
    yield from ((spoken, form) for spoken, form in text if spoken and form)


def _text(text: str) -> str:
    return escape(text.translate(_INVALID))
