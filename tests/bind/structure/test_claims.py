"""A galley claims PDF/UA-1 when binding knows nothing against it, and only then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest
from pypdf import PdfReader

from tests.bind.conftest import Bound
from tests.bind.helpers import make_issue
from tests.bind.notation import tree
from tirage.bind.record import Record, issue_record
from tirage.bind.structure.claims import claim, is_accessible
from tirage.bind.structure.tree import Element
from tirage.bind.structure.writing import Part
from tirage.model.language import Localized

RECORD = issue_record(make_issue())
FIGURE = Element("Figure", alt="A black field", box=(0, 0, 10, 10))


def accessible(*kids: Element, record: Record = RECORD) -> bool:
    return is_accessible(pikepdf.new(), [Part("one", Element("Art", kids), 0)], record)


def test_bound_galleys_claim_it(bound: Bound) -> None:
    for galley in bound.galleys:
        told = PdfReader(galley.path).xmp_metadata
        assert told is not None
        parts = told.rdf_root.getElementsByTagNameNS("http://www.aiim.org/pdfua/ns/id/", "part")
        assert [part.toxml().count(">1<") for part in parts] == [1]


def test_a_sound_text_may_claim_it() -> None:
    assert accessible(tree("H1(0)"), tree("H2(1)"), tree("P(2)"), FIGURE)


@pytest.mark.parametrize(
    "kid",
    [
        replace(FIGURE, alt=" "),
        replace(FIGURE, box=None),
        replace(FIGURE, tag="Formula", alt=""),
        tree("H2(0)"),
        tree("Table(TR(TH(0) TD(1)))"),
        tree("Note(0)"),
    ],
)
def test_what_binding_knows_to_be_wrong_keeps_it_from_claiming(kid: Element) -> None:
    assert not accessible(kid)


def test_a_file_without_a_title_claims_nothing() -> None:
    assert not accessible(record=replace(RECORD, title=Localized()))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda pdf: pdf.pages[0].Annots[0].__delitem__("/Contents"),
        lambda pdf: pdf.pages[0].Annots[0].__delitem__("/StructParent"),
        lambda pdf: next(iter(pdf.pages[0].Resources.Font.values())).__delitem__("/ToUnicode"),
    ],
)
def test_a_file_with_a_nameless_link_or_font_claims_nothing(
    bound: Bound, spoil: Callable[[pikepdf.Pdf], None]
) -> None:
    with pikepdf.open(bound.path("one")) as pdf:
        assert is_accessible(pdf, [], RECORD)
        spoil(pdf)
        assert not is_accessible(pdf, [], RECORD)


def test_a_claim_leaves_the_rest_of_the_metadata_as_it_is(bound: Bound) -> None:
    with pikepdf.open(bound.path("one")) as pdf:
        before = pdf.Root.Metadata.read_bytes()
        claim(pdf)
        assert len(pdf.Root.Metadata.read_bytes()) > len(before)
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"]
