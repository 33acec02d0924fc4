"""Any PDF, whoever has made it, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, String

from tests.preflight.press import Press
from tirage.findings import Finding, Severity
from tirage.preflight.catalogue import GALLEYS, ISSUE, PROOFS
from tirage.preflight.examine import examine


def ids(findings: tuple[Finding, ...]) -> set[str]:
    """What was found, but for what could not be looked for."""
    return {one.id for one in findings if one.severity is not Severity.SKIP}


def made(spoil: Callable[[Pdf], None], pages: int = 3) -> bytes:
    """A file of empty pages to which something was done."""
    file = BytesIO()
    with Pdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page()
        spoil(pdf)
        pdf.save(file, min_version="1.7")
    return file.getvalue()


def test_a_galley_is_sound(press: Press) -> None:
    pdf = press.desk().galley("one").path.read_bytes()
    assert ids(examine(pdf, "one.pdf", "screen")) == set()


def test_what_needs_the_issue_is_skipped_and_says_so(press: Press) -> None:
    pdf = press.desk().galley("one").path.read_bytes()
    found = examine(pdf, "one.pdf", "screen")
    skipped = [one for one in found if one.severity is Severity.SKIP]
    ids: set[str] = {check.id for check in PROOFS} | {check.id for check in GALLEYS}
    assert {one.check for one in skipped} == ids | {check.id for check in ISSUE}
    assert all("`tirage build`" in one.advice for one in skipped)


def test_a_file_without_tags_is_not_asked_for_its_paragraphs(pdfs: Mapping[str, bytes]) -> None:
    found = examine(made(lambda _: None), "blank.pdf", "screen")
    assert "tags.tree/untagged" in ids(found)
    skipped = {one.check for one in found if one.severity is Severity.SKIP}
    assert {"lines.widow", "headings.stranded", "tags.links"} <= skipped


def test_a_press_needs_no_tags(press: Press) -> None:
    def untagged(pdf: Pdf) -> None:
        del pdf.Root.StructTreeRoot, pdf.Root.MarkInfo

    pdf = press.desk().spoil("two", untagged).galley("two").path.read_bytes()
    assert ids(examine(pdf, "two.pdf", "print")) == set()


def test_pages_are_called_by_their_labels() -> None:
    def labelled(pdf: Pdf) -> None:
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.r, St=4)]))
        pdf.pages[2].Rotate = 0
        pdf.pages[2].MediaBox = Array([0, 0, 10, 10])

    found = examine(made(labelled), "x.pdf", "screen")
    assert {one.place.page for one in found if one.check == "boxes.equal"} == {"vi"}


def _round_pages(pdf: Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def _round_structure(pdf: Pdf) -> None:
    element = pdf.make_indirect(Dictionary(S=Name.Document))
    element.K = Array([element])
    pdf.Root.StructTreeRoot = Dictionary(K=element)


def _deep_structure(pdf: Pdf) -> None:
    element: Object = pdf.make_indirect(Dictionary(S=Name.P))
    for _ in range(3000):
        element = pdf.make_indirect(Dictionary(S=Name.Div, K=element))
    pdf.Root.StructTreeRoot = Dictionary(K=element)


def _round_outline(pdf: Pdf) -> None:
    entry = pdf.make_indirect(Dictionary(Title=String("Round")))
    entry.Next = entry.First = entry
    pdf.Root.Outlines = Dictionary(First=entry)


def _round_names(pdf: Pdf) -> None:
    node = pdf.make_indirect(Dictionary())
    node.Kids = Array([node])
    pdf.Root.Names = Dictionary(Dests=node, EmbeddedFiles=node)


def _round_labels(pdf: Pdf) -> None:
    node = pdf.make_indirect(Dictionary())
    node.Kids = Array([node])
    pdf.Root.PageLabels = node


def _round_form(pdf: Pdf) -> None:
    form = pdf.make_stream(b"/F Do", Type=Name.XObject, Subtype=Name.Form)
    form.BBox, form.Resources = Array([0, 0, 9, 9]), Dictionary(XObject=Dictionary(F=form))
    pdf.pages[0].Resources = Dictionary(XObject=Dictionary(F=form))
    pdf.pages[0].Contents = pdf.make_stream(b"/F Do")


def _round_roles(pdf: Pdf) -> None:
    roles = Dictionary(Heading=Name.Title, Title=Name.Heading)
    element = pdf.make_indirect(Dictionary(S=Name.Heading))
    pdf.Root.StructTreeRoot = Dictionary(K=element, RoleMap=roles)


def _nonsense(pdf: Pdf) -> None:
    pdf.Root.Names, pdf.Root.Outlines, pdf.Root.PageLabels = 5, Array(), String("x")
    pdf.Root.StructTreeRoot, pdf.Root.AcroForm, pdf.Root.OCProperties = 7, Array(), String("")
    pdf.pages[0].obj.Annots = Array([3, None, Dictionary(), Dictionary(Subtype=Name.Link)])


@pytest.mark.parametrize(
    "spoil",
    [
        _round_pages,
        _round_structure,
        _deep_structure,
        _round_outline,
        _round_names,
        _round_labels,
        _round_form,
        _round_roles,
        _nonsense,
    ],
)
def test_what_goes_round_comes_to_an_end(spoil: Callable[[Pdf], None]) -> None:
    found = examine(made(spoil), "round.pdf", "screen")
    assert found
    assert [one for one in found if one.severity is Severity.ERROR] == []


def test_entities_of_a_packet_do_not_grow() -> None:
    def laugh(pdf: Pdf) -> None:
        levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
        packet = f'<!DOCTYPE x [<!ENTITY a0 "ha">{levels}]><x>&a11;</x>'
        pdf.Root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)

    assert "metadata.title/none" in ids(examine(made(laugh), "x.pdf", "screen"))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_damage_ends_in_findings(data: st.DataObject, press: Press) -> None:
    pdf = bytearray(_galley(press))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(pdf) - 1))
        pdf[at : at + data.draw(st.integers(1, 60))] = data.draw(st.binary(max_size=40))
    found = examine(bytes(pdf), "damaged.pdf", "screen")
    assert all(one.message and one.place.file == "damaged.pdf" for one in found)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_other_words_end_in_findings(data: st.DataObject, press: Press) -> None:
    """Damage that keeps the file's form: a word of its structure becomes another one."""
    pdf = _galley(press)
    words = st.sampled_from(
        [b"/Type", b"/Kids", b"/K ", b"/S ", b"/Length", b"/Count", b"obj", b"/P "]
    )
    others = st.sampled_from(
        [b"/Foo ", b"null", b"99999", b"-1", b"<<", b"]", b"/Parent", b"(", b"0 R"]
    )
    for _ in range(data.draw(st.integers(1, 4))):
        word = data.draw(words)
        places = pdf.count(word)
        if places:
            head, tail = _split(pdf, word, data.draw(st.integers(0, places - 1)))
            pdf = head + data.draw(others) + tail
    assert examine(pdf, "other.pdf", "screen")


def _split(pdf: bytes, word: bytes, number: int) -> tuple[bytes, bytes]:
    parts = pdf.split(word)
    return word.join(parts[: number + 1]), word.join(parts[number + 1 :])


def _galley(press: Press) -> bytes:
    """A galley whose objects can be read as they are."""
    path = press.folder / "two.plain.pdf"
    if not path.exists():
        with Pdf.open(press.desk().galley("two").path) as pdf:
            pdf.save(path, object_stream_mode=ObjectStreamMode.disable)
    return path.read_bytes()
