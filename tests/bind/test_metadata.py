from __future__ import annotations

from xml.etree import ElementTree

import pikepdf
from pypdf import PdfReader

from tests.bind.conftest import Bound
from tests.bind.helpers import make_article, make_issue
from tests.bind.readers import catalog
from tirage.bind.metadata import xmp
from tirage.bind.record import article_record
from tirage.model.language import Localized

NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def packet(bound: Bound, name: str) -> ElementTree.Element:
    with pikepdf.open(bound.path(name)) as pdf:
        return ElementTree.fromstring(pdf.Root.Metadata.read_bytes().decode("utf-8"))


def listed(root: ElementTree.Element, name: str) -> list[tuple[str | None, str | None]]:
    return [(item.get(LANG), item.text) for item in root.findall(f".//{name}/*/rdf:li", NAMES)]


def test_titles_and_abstracts_stand_in_all_their_languages(bound: Bound) -> None:
    root = packet(bound, "one")
    assert listed(root, "dc:title") == [
        ("x-default", "one тақырыбы"),
        ("kk", "one тақырыбы"),
        ("en", "Title of one"),
    ]
    assert listed(root, "dc:description")[2] == ("en", "The abstract & more.")
    assert listed(root, "dc:rights")[0] == ("x-default", "© Университет. CC-BY-4.0")


def test_the_default_title_is_that_of_the_article_s_language(bound: Bound) -> None:
    assert listed(packet(bound, "issue"), "dc:title")[0] == (
        "x-default",
        "Хабаршы, 2026, № 1 (131)",
    )


def test_lists_and_plain_facts(bound: Bound) -> None:
    root = packet(bound, "one")
    assert listed(root, "dc:creator") == [(None, "Абай Құнанбаев")]
    assert [text for _, text in listed(root, "dc:subject")] == ["саясат", "қоғам"]
    assert listed(root, "dc:language") == [(None, "kk")]
    assert listed(root, "dc:publisher") == [(None, "Университет")]
    assert root.findtext(".//dc:identifier", namespaces=NAMES) == "doi:10.5555/one"
    assert root.findtext(".//dc:source", namespaces=NAMES) == "Хабаршы, 2026, № 1 (131)"
    assert packet(bound, "issue").find(".//dc:creator", NAMES) is None


def test_the_information_dictionary_agrees_with_the_packet(bound: Bound) -> None:
    for name in ("issue", "one", "two"):
        reader = PdfReader(bound.path(name))
        info, packet = reader.metadata, reader.xmp_metadata
        assert info is not None
        assert packet is not None
        assert packet.dc_title is not None
        assert info.title == packet.dc_title["x-default"]
        assert (info.author or "") == ", ".join(packet.dc_creator or [])
        assert (info.subject or "") == (packet.dc_description or {}).get("x-default", "")
        assert (info.get("/Keywords") or "") == (packet.pdf_keywords or "")
        assert info.producer == packet.pdf_producer
        assert info.creation_date_raw == "D:20260331000000Z"
        assert str(packet.xmp_create_date) == "2026-03-31 00:00:00"


def test_pikepdf_s_own_reader_understands_the_packet(bound: Bound) -> None:
    with pikepdf.open(bound.path("one")) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:creator"] == ["Абай Құнанбаев"]
        assert str(metadata["dc:title"]) == "one тақырыбы"


def test_readers_show_the_title_not_the_file_name(bound: Bound) -> None:
    root = catalog(bound.path("one"))
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True


def test_the_packet_is_plain_text_in_the_file(bound: Bound) -> None:
    """Programs that know nothing of PDF look for it (ISO 16684-1, 7.1)."""
    content = bound.path("one").read_bytes()
    assert content.count(b"<?xpacket begin=") == 1
    assert "<rdf:li>Абай Құнанбаев</rdf:li>".encode() in content


def test_letters_that_xml_cannot_hold_are_left_out() -> None:
    article = make_article("a", title=Localized((("kk", "A\x0bB <C> & “D”"),)))
    text = xmp(article_record(article, make_issue(), ""), "tirage")
    root = ElementTree.fromstring(text)
    assert listed(root, "dc:title")[0] == ("x-default", "AB <C> & “D”")


def test_braces_in_a_title_are_only_braces() -> None:
    article = make_article("a", title=Localized((("kk", "{properties} {0}"),)))
    assert "{properties} {0}" in xmp(article_record(article, make_issue(), ""), "tirage")
