"""A galley's record as PDF keeps it: the document information and the same as XMP (ISO 16684-1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from pikepdf import Dictionary, Name, Pdf, Stream, String

from tirage.bind.record import Record
from tirage.bind.schemas import extension
from tirage.model.language import Localized
from tirage.model.press import Edition

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
{schemas}<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"{namespaces}>
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

_NAMESPACES: dict[Edition, str] = {
    "screen": "",
    "print": '\n xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"'
    '\n xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"',
    "archive": '\n xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
}

_INVALID = {number: None for number in range(32) if chr(number) not in "\t\n\r"}
"""Characters that XML cannot hold."""


def write_metadata(pdf: Pdf, record: Record, edition: Edition = "screen") -> None:
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
    info = Dictionary({key: String(fact) for key, fact in facts.items() if fact})
    if edition == "print":
        info.Trapped = Name("/False")
    pdf.trailer.Info = pdf.make_indirect(info)
    pdf.Root.Lang = String(record.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    packet = xmp(record, program, edition).encode()
    pdf.Root.Metadata = Stream(pdf, packet, Type=Name.Metadata, Subtype=Name.XML)


def xmp(record: Record, program: str, edition: Edition = "screen") -> str:
    """`record` as an XMP packet made by `program`, with the identification of the `edition`."""
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
        *_publication(record),
        _plain("xmp:CreatorTool", program),
        _plain("xmp:CreateDate", made),
        _plain("xmp:ModifyDate", made),
        _plain("xmp:MetadataDate", made),
        _plain("xmpRights:Marked", "True" if record.rights else ""),
        _plain("xmpRights:WebStatement", record.license),
        *_identification(record, edition),
    )
    text = "\n".join(filter(None, properties))
    schemas = extension() if edition == "archive" else ""
    return _PACKET.format(schemas=schemas, namespaces=_NAMESPACES[edition], properties=text)


def _publication(record: Record) -> Iterator[str]:
    """Where the galley was published, in the words of PRISM 2.0."""
    published = record.published
    pages = (published.first_page, published.last_page)
    yield _plain("prism:publicationName", published.journal)
    yield _plain("prism:issn", published.issn)
    yield _plain("prism:eIssn", published.eissn)
    yield _plain("prism:volume", published.volume)
    yield _plain("prism:number", published.number)
    yield _plain("prism:startingPage", pages[0])
    yield _plain("prism:endingPage", pages[1])
    yield _plain("prism:pageRange", "–".join(dict.fromkeys(filter(None, pages))))
    yield _plain("prism:doi", published.doi)
    yield _plain("prism:url", f"https://doi.org/{published.doi}" if published.doi else "")


def _identification(record: Record, edition: Edition) -> Iterator[str]:
    """What the file claims to be: PDF/A-3a (ISO 19005-3, 6.6.4) or PDF/X-4 (ISO 15930-7, 6.3 and 6.18)."""
    match edition:
        case "archive":
            yield _plain("pdfaid:part", "3")
            yield _plain("pdfaid:conformance", "A")
        case "print":
            name = f"tirage:{record.identifier}:{record.title.first(record.language)}"
            yield _plain("pdfxid:GTS_PDFXVersion", "PDF/X-4")
            yield _plain("pdf:Trapped", "False")
            yield _plain("xmpMM:DocumentID", f"uuid:{uuid5(NAMESPACE_URL, name)}")
            yield _plain("xmpMM:RenditionClass", "default")
            yield _plain("xmpMM:VersionID", "1")


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
