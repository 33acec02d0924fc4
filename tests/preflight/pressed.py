"""Every way in which a printer's file or an archive's can be wrong, one at a time, as `spoiled.py` has it.

Here binding itself has made the files, as nobody would write PDF/X by hand; what is spoiled was whole a moment before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String
from PIL import Image

from tests.preflight.press import Desk, Press
from tests.preflight.spoiled import yields
from tirage.bind.galleys import bind
from tirage.bind.job import Job
from tirage.findings import Finding
from tirage.model.issue import Issue, PrintOrder
from tirage.model.layout import Ink, Printing
from tirage.model.press import Edition

COVER = "#0d4f5c"
PRINTING = Printing(inks=(Ink(COVER, (0.9, 0.4, 0.4, 0.4), 0.9),), spine=COVER)

MARK = b"/Artifact <</Type /Page>> BDC\n"

Spoil = Callable[[Pdf], None]


def desk(press: Press, edition: Edition, order: PrintOrder | None = None) -> Desk:
    """The issue of the tests with a cover of four pages, bound in one edition."""
    plain = press.desk()
    names = ("front", "contents", "blank", "one", "two", "back")
    gatherings = tuple(map(press.gathering, names))
    issue = _with_files(plain.issue, press.folder, order or PrintOrder())
    there = replace(plain, issue=issue, gatherings=gatherings)
    job = Job(
        gatherings,
        issue,
        there.paging,
        editions=(edition,),
        printing=PRINTING,
        booklet=True,
    )
    galleys = bind(job, press.folder / edition)
    return replace(there, galleys=galleys)


def _with_files(issue: Issue, folder: Path, order: PrintOrder) -> Issue:
    home = folder / "content" / "2026-1"
    for name in (
        "journal.yaml",
        "2026-1/issue.yaml",
        "2026-1/one/article.md",
        "2026-1/two/article.md",
    ):
        path = home.parent / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    section = issue.sections[0]
    articles = tuple(replace(one, folder=home / one.name) for one in section.articles)
    journal = replace(issue.journal, order=order)
    sections = (replace(section, articles=articles),)
    return replace(issue, folder=home, journal=journal, sections=sections)


def spoiled(finding: str, name: str, edition: Edition) -> Callable[[Spoil], Spoil]:
    """A case of something done to the galley `name` of an `edition`."""

    def make(spoil: Spoil) -> Spoil:
        profile = "print" if edition == "print" else "draft"
        yields(finding)(
            lambda press: desk(press, edition).spoil(name, spoil).report(profile).findings
        )
        return spoil

    return make


def printed(finding: str) -> Callable[[Spoil], Spoil]:
    """A case of something done to the block."""
    return spoiled(finding, "issue-print", "print")


def covered(finding: str) -> Callable[[Spoil], Spoil]:
    """A case of something done to the cover."""
    return spoiled(finding, "cover-print", "print")


def archived(finding: str) -> Callable[[Spoil], Spoil]:
    """A case of something done to the archive's issue."""
    return spoiled(finding, "issue", "archive")


def _marks(pdf: Pdf) -> Object:
    """The stream with the marks of the second page."""
    return pdf.pages[1].obj.Contents[0]


def _text(pdf: Pdf) -> Object:
    """The stream with the letters of the second page."""
    return pdf.pages[1].obj.Contents[1]


def _before(stream: Object, painted: bytes) -> None:
    stream.write(painted + b"\n" + stream.read_bytes())


# --- print ---------------------------------------------------------------------------------------------------------


@printed("editions.agree/differ")
def _moved_line(pdf: Pdf) -> None:
    text = _text(pdf)
    text.write(re.sub(rb"1 0 0 -1 0 ([\d.]+) cm", rb"1 0 0 -1 1 \1 cm", text.read_bytes(), count=1))


@printed("editions.agree/not-empty")
def _drawn_on_empty_page(pdf: Pdf) -> None:
    pdf.pages[-1].obj.Contents[1].write(b"0 0 m 9 9 l S")


@printed("editions.aloud/untagged")
def _no_tags(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot


@printed("editions.aloud/tangled")
def _tags_in_themselves(pdf: Pdf) -> None:
    document = pdf.Root.StructTreeRoot.K[0]
    document.K.append(document)


@printed("editions.aloud/silent")
def _text_without_tag(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot.K[0].K[1]


@covered("editions.aloud/twice")
def _heading_told_twice(pdf: Pdf) -> None:
    elements = (one for one in pdf.objects if isinstance(one, Dictionary) and "/S" in one)
    first = next(one for one in elements if isinstance(one.get("/K"), Dictionary))
    pdf.Root.StructTreeRoot.K[0].K.append(pdf.make_indirect(Dictionary(dict(first.items()))))


@yields("editions.aloud/order")
def _last_piece_told_first(press: Press) -> tuple[Finding, ...]:
    def swap(pdf: Pdf) -> None:
        pieces = pdf.Root.StructTreeRoot.K[0].K
        pieces[0], pieces[1] = pieces[1], pieces[0]

    there = desk(press, "print")
    screen = desk(press, "screen").galleys
    found = replace(there.spoil("issue-print", swap), galleys=(*screen, *there.galleys)).report(
        "print"
    )
    return tuple(one for one in found.findings if one.place.file.endswith("-print.pdf"))


@printed("press.boxes/missing")
def _no_trim(pdf: Pdf) -> None:
    del pdf.pages[1].obj["/BleedBox"]


@printed("press.boxes/outside")
def _small_sheet(pdf: Pdf) -> None:
    pdf.pages[1].obj.MediaBox = pdf.pages[1].obj.TrimBox


@printed("press.boxes/bleed")
def _small_bleed(pdf: Pdf) -> None:
    pdf.pages[1].obj.BleedBox = pdf.pages[1].obj.TrimBox


@printed("press.colours/foreign")
def _red_of_the_screen(pdf: Pdf) -> None:
    _before(_text(pdf), b"1 0 0 rg")


@printed("press.colours/inks")
def _blue_in_the_block(pdf: Pdf) -> None:
    _before(_text(pdf), b"1 0.5 0 0 k")


@printed("press.colours/spot")
def _spot_colour(pdf: Pdf) -> None:
    space = Array([Name.Separation, Name("/Bronze"), Name.DeviceGray, _tint()])
    pdf.pages[1].obj.Resources.ColorSpace["/Foreign"] = space


@covered("press.black/rich")
def _black_of_four_inks(pdf: Pdf) -> None:
    _repaint(pdf, b"0 0 0 0 k", b"0.6 0.5 0.5 1 k")


@yields("press.sides/side")
def _empty_page_in_front(press: Press) -> tuple[Finding, ...]:
    there = desk(press, "print")
    bound = there.galley("issue-print")
    assert not bound.leaves[-1].piece

    def turn(pdf: Pdf) -> None:
        pdf.pages.insert(0, pdf.pages[-1])
        del pdf.pages[-1]

    there.spoil("issue-print", turn)
    leaves = (bound.leaves[-1], *bound.leaves[:-1])
    found = there.with_galley(replace(bound, leaves=leaves)).report().findings
    return tuple(one for one in found if one.check != "editions.aloud")


@printed("galley.fonts/outside")
def _font_left_out(pdf: Pdf) -> None:
    for descriptor in _descriptors(pdf):
        del descriptor.FontFile2


@archived("galley.fonts/mute")
def _font_without_letters(pdf: Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and "/ToUnicode" in thing:
            del thing.ToUnicode


@printed("press.pictures/colours")
def _picture_of_the_screen(pdf: Pdf) -> None:
    _hang(pdf, "/XObject", _picture(pdf, "RGB", Name.DeviceRGB))


@printed("press.transparency/alpha")
def _half_transparent(pdf: Pdf) -> None:
    _hang(pdf, "/ExtGState", Dictionary(ca=0.5))


@printed("press.transparency/mask")
def _masked_picture(pdf: Pdf) -> None:
    picture = _picture(pdf, "L", Name.DeviceGray)
    picture.SMask = _picture(pdf, "L", Name.DeviceGray)
    _hang(pdf, "/XObject", picture)


@printed("press.transparency/group")
def _group(pdf: Pdf) -> None:
    form = pdf.make_stream(b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form)
    form.BBox = Array([0, 0, 9, 9])
    form.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    _hang(pdf, "/XObject", form)


@covered("press.overprint/knocks-out")
def _black_cut_out(pdf: Pdf) -> None:
    _repaint(pdf, b"/TirageOver gs", b"/TirageKnock gs")


@covered("press.overprint/vanishes")
def _white_printed_over(pdf: Pdf) -> None:
    _repaint(pdf, b"0 0 0 0 k", b"0 0 0 0 k\n/TirageOver gs")


@printed("press.annotations/annotation")
def _link_on_paper(pdf: Pdf) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], F=4)
    pdf.pages[1].obj.Annots = Array([pdf.make_indirect(link)])


@printed("press.annotations/script")
def _script_on_paper(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.beep()"))


@printed("press.intent/missing")
def _no_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


@printed("press.intent/not-press")
def _profile_of_a_screen(pdf: Pdf) -> None:
    _change_profile(pdf, 12, b"mntr")


@covered("press.intent/space")
def _profile_for_black_alone(pdf: Pdf) -> None:
    _change_profile(pdf, 16, b"GRAY")


@printed("press.identification/none")
def _no_standard(pdf: Pdf) -> None:
    _change_xmp(pdf, "PDF/X-4", "PDF/X-9")


@printed("press.identification/trapped")
def _not_said_whether_trapped(pdf: Pdf) -> None:
    del pdf.trailer.Info.Trapped


@yields("press.identification/version")
def _newer_version(press: Press) -> tuple[Finding, ...]:
    there = desk(press, "print")
    path = there.galley("issue-print").path
    path.write_bytes(path.read_bytes().replace(b"%PDF-1.6", b"%PDF-1.7", 1))
    return there.report().findings


@printed("press.marks/none")
def _no_marks(pdf: Pdf) -> None:
    _marks(pdf).write(b"")


@printed("press.marks/inside")
def _mark_on_the_page(pdf: Pdf) -> None:
    stream = _marks(pdf)
    stream.write(stream.read_bytes().replace(MARK, MARK + b"9 9 m 30 9 l S\n"))


@printed("press.marks/colour")
def _marks_on_one_plate(pdf: Pdf) -> None:
    space = Array([Name.Separation, Name.Black, Name.DeviceGray, _tint()])
    pdf.pages[1].obj.Resources.ColorSpace["/TirageRegistration"] = space


@yields("press.signature/pages")
def _page_too_few(press: Press) -> tuple[Finding, ...]:
    there = desk(press, "print")
    bound = there.galley("issue-print")
    assert not bound.leaves[-1].piece
    there.spoil("issue-print", lambda pdf: pdf.pages.__delitem__(-1))
    return there.with_galley(replace(bound, leaves=bound.leaves[:-1])).report().findings


@yields("press.spine/width")
def _other_spine(press: Press) -> tuple[Finding, ...]:
    def widen(pdf: Pdf) -> None:
        for page in pdf.pages:
            for key in ("/TrimBox", "/BleedBox", "/MediaBox"):
                page.obj[key][2] = float(page.obj[key][2]) + 4
            stream = page.obj.Contents[0]
            stream.write(MARK + b"-20 -20 m -20 -30 l S\nEMC")

    found = desk(press, "print").spoil("cover-print", widen).report().findings
    # The halves of the cover are wider now, too, and the ink does not reach the new edge.
    return tuple(one for one in found if one.check not in ("galley.pages", "press.bleed"))


@covered("press.bleed/short")
def _no_ink_beyond_the_edge(pdf: Pdf) -> None:
    for page in pdf.pages:
        for form in page.obj.Resources.XObject.values():
            width, height = float(form.BBox[2]), float(form.BBox[3])
            form.BBox = Array([0, 0, width - 8.5 if form.BBox[0] == 0 else width, height - 8.5])


# --- archive -------------------------------------------------------------------------------------------------------


@archived("archive.identification/none")
def _no_claim(pdf: Pdf) -> None:
    _change_xmp(pdf, "<pdfaid:part>3</pdfaid:part>", "")
    _change_xmp(pdf, "<pdfaid:conformance>A</pdfaid:conformance>", "")


@archived("archive.identification/other")
def _lower_claim(pdf: Pdf) -> None:
    _change_xmp(pdf, "<pdfaid:conformance>A<", "<pdfaid:conformance>B<")


@archived("archive.intent/missing")
def _no_profile(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


@archived("archive.intent/space")
def _profile_for_inks(pdf: Pdf) -> None:
    _change_profile(pdf, 16, b"CMYK")


@archived("archive.sources/left-out")
def _source_lost(pdf: Pdf) -> None:
    names = pdf.Root.Names.EmbeddedFiles.Names
    assert names[0] == "issue.yaml"
    del names[0], names[0]
    del pdf.Root.AF[0]


@archived("archive.sources/changed")
def _source_changed(pdf: Pdf) -> None:
    pdf.Root.AF[0].EF.F.write(b"changed")


@archived("archive.sources/untyped")
def _source_of_no_kind(pdf: Pdf) -> None:
    del pdf.Root.AF[0].EF.F.Subtype


@archived("archive.schemas/unexplained")
def _schema_left_out(pdf: Pdf) -> None:
    _change_xmp(pdf, "pdfaSchema:namespaceURI>http", "pdfaSchema:namespaceURI>x-http")


@archived("archive.sources/unrelated")
def _source_of_nothing(pdf: Pdf) -> None:
    del pdf.Root.AF[0]


@archived("archive.forbidden/unprinted")
def _hidden_link(pdf: Pdf) -> None:
    next(page for page in pdf.pages if page.obj.get("/Annots")).obj.Annots[0].F = 0


@archived("archive.forbidden/smoothed")
def _smoothed_picture(pdf: Pdf) -> None:
    picture = _picture(pdf, "RGB", Name.DeviceRGB)
    picture.Interpolate = True
    _hang(pdf, "/XObject", picture)


# --- what they share -----------------------------------------------------------------------------------------------


def _hang(pdf: Pdf, kind: str, thing: Object) -> None:
    """Put something among the resources of the second page."""
    resources = pdf.pages[1].obj.Resources
    held = Dictionary(dict(resources.get(kind, {}).items()))
    held["/Foreign"] = pdf.make_indirect(thing)
    resources[kind] = held


def _descriptors(pdf: Pdf) -> list[Object]:
    """The fonts of the file."""
    return [one for one in pdf.objects if isinstance(one, Dictionary) and "/FontFile2" in one]


def _picture(pdf: Pdf, mode: str, space: Name) -> Stream:
    dots = Image.new(mode, (2, 2)).tobytes()
    picture = pdf.make_stream(dots, Type=Name.XObject, Subtype=Name.Image, ColorSpace=space)
    picture.Width = picture.Height = 2
    picture.BitsPerComponent = 8
    return picture


def _tint() -> Dictionary:
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[0], N=1)


def _repaint(pdf: Pdf, old: bytes, new: bytes) -> None:
    """Change the forms of the first face of the cover."""
    forms = list(pdf.pages[0].obj.Resources.XObject.values())
    assert any(old in form.read_bytes() for form in forms)
    for form in forms:
        form.write(form.read_bytes().replace(old, new))


def _change_profile(pdf: Pdf, place: int, text: bytes) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    content = profile.read_bytes()
    profile.write(content[:place] + text + content[place + len(text) :])


def _change_xmp(pdf: Pdf, old: str, new: str) -> None:
    packet = pdf.Root.Metadata.read_bytes().decode()
    assert old in packet
    pdf.Root.Metadata.write(packet.replace(old, new).encode())
