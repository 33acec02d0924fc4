"""What can be asked of a packet of XMP."""

from __future__ import annotations

from xml.etree import ElementTree

from tirage.preflight.packet import Packet

TOLD = Packet(
    ElementTree.fromstring(
        """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:a="urn:a" xmlns:b="urn:b" b:part="3">
<a:conformance> A </a:conformance><a:schemas><rdf:Bag><rdf:li><rdf:Description xmlns:c="urn:c"><c:address>urn:x</c:address>
</rdf:Description></rdf:li><rdf:li><rdf:Description xmlns:c="urn:c"><c:address>urn:y</c:address></rdf:Description></rdf:li>
</rdf:Bag></a:schemas></rdf:Description></rdf:RDF></x:xmpmeta>"""
    )
)


def test_a_property_is_an_element_or_an_attribute() -> None:
    assert TOLD.plain("{urn:a}conformance") == "A"
    assert TOLD.plain("{urn:b}part") == "3"
    assert TOLD.plain("{urn:b}nothing") == ""


def test_all_elements_of_a_name_are_found_however_deep() -> None:
    assert TOLD.every("{urn:c}address") == ("urn:x", "urn:y")


def test_the_namespaces_are_those_of_properties_not_of_their_parts() -> None:
    assert TOLD.namespaces == {"urn:a", "urn:b"}


def test_no_packet_says_nothing() -> None:
    nothing = Packet(None)
    assert (nothing.plain("{urn:a}x"), nothing.every("{urn:a}x"), nothing.listed("{urn:a}x")) == (
        "",
        (),
        (),
    )
    assert (nothing.default("{urn:a}x"), nothing.namespaces) == ("", frozenset())
