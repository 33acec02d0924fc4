"""What a file says of itself."""

from __future__ import annotations

from io import BytesIO

from pikepdf import Name, Pdf, String

from tirage.preflight.described import Described, described
from tirage.preflight.opening import open_pdf
from tirage.preflight.packet import read_packet

PACKET = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmp:CreateDate="2026-03-31T00:00:00Z">
<dc:title><rdf:Alt><rdf:li xml:lang="kk">Хабаршы</rdf:li><rdf:li xml:lang="x-default">Вестник</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>А. Образцова</rdf:li><rdf:li>Б. Примеров</rdf:li></rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def told(packet: bytes | None, title: str = "") -> Described:
    """What a file says that has this packet, and this title in its document information."""
    file = BytesIO()
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        if packet is not None:
            pdf.Root.Metadata = pdf.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)
        if title:
            pdf.docinfo["/Title"] = String(title)
        pdf.save(file)
    reader = open_pdf(file.getvalue())
    return described(reader, read_packet(reader))


def test_lists_defaults_and_attributes_are_read() -> None:
    found = told(PACKET.encode())
    assert found.title == "Вестник"
    assert found.authors == ("А. Образцова", "Б. Примеров")
    assert found.created == "2026-03-31T00:00:00Z"


def test_both_places_are_kept_apart() -> None:
    found = told(PACKET.encode(), "Другой")
    assert (found.title, found.short_title) == ("Вестник", "Другой")


def test_a_packet_that_is_no_xml_says_nothing() -> None:
    assert told(b"<x:xmpmeta").title == ""
    assert told(None).title == ""
