"""Every way in which files can be put together wrongly, one at a time. They are registered in `spoiled.CASES`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from tests.preflight.press import Press
from tests.preflight.spoiled import galley, yields
from tirage.findings import Finding
from tirage.folios import pages_yaml
from tirage.model.issue import Contributor, PersonName
from tirage.preflight.examine import MOST, examine
from tirage.preflight.guard import examined

# --- a file that breaks its reader ---------------------------------------------------------------------------------


@yields("file.readable/too-large")
def _too_many_pages(press: Press) -> tuple[Finding, ...]:
    file = BytesIO()
    with Pdf.new() as pdf:
        for _ in range(MOST + 1):
            pdf.add_blank_page()
        pdf.save(file)
    return examine(file.getvalue(), "long.pdf", "screen")


@yields("file.readable/endless")
def _no_time(press: Press) -> tuple[Finding, ...]:
    path = press.folder / "short.pdf"
    path.write_bytes(press.pdfs["short"])
    return examined(path, "screen", seconds=0.01)


# --- what is in a file beside pages --------------------------------------------------------------------------------


@galley("file.scripts/script", "two")
def _script(pdf: Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.Root.Names.JavaScript = Dictionary(Names=Array([String("hello"), script]))


@galley("file.scripts/action", "two")
def _launching(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.Launch, F=String("calc.exe"))


@galley("file.attachments/attached", "two")
def _attached(pdf: Pdf) -> None:
    pdf.attachments["review.txt"] = b"Reject."


@galley("file.forms/fields", "two")
def _form(pdf: Pdf) -> None:
    field = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("name")))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


@galley("file.forms/xfa", "two")
def _xfa(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=String("<xdp/>"))


@galley("file.comments/comment", "two")
def _comment(pdf: Pdf) -> None:
    note = Dictionary(Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), Contents=String("Check this."))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


@galley("file.layers/hidden", "two")
def _hidden_layer(pdf: Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("draft")))
    configuration = Dictionary(Name=String("all"), OFF=Array([layer]))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=configuration)


@galley("file.version/unknown", "two")
def _strange_version(pdf: Pdf) -> None:
    pdf.Root.Version = Name("/2.7")


@yields("file.version/old")
def _old_version(press: Press) -> tuple[Finding, ...]:
    desk = press.desk()
    path = desk.galley("two").path
    path.write_bytes(path.read_bytes().replace(b"%PDF-1.7", b"%PDF-1.3", 1))
    return desk.report().findings


# --- what a file says of itself ------------------------------------------------------------------------------------


@galley("metadata.title/differ")
def _two_titles(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = String("Untitled")


@galley("metadata.language/unknown")
def _strange_language(pdf: Pdf) -> None:
    pdf.Root.Lang = String("қазақша")


@galley("metadata.dates/none")
def _no_date(pdf: Pdf) -> None:
    del pdf.docinfo["/CreationDate"]
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["xmp:CreateDate"]


@galley("metadata.dates/form")
def _no_such_date(pdf: Pdf) -> None:
    pdf.docinfo["/ModDate"] = String("in spring")


@galley("metadata.dates/differ")
def _two_dates(pdf: Pdf) -> None:
    pdf.docinfo["/CreationDate"] = String("D:20260401000000Z")


@galley("metadata.dates/order")
def _changed_before(pdf: Pdf) -> None:
    pdf.docinfo["/ModDate"] = String("D:20250331000000+05'00'")


@galley("metadata.producer/none")
def _no_producer(pdf: Pdf) -> None:
    del pdf.docinfo["/Producer"]
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["pdf:Producer"]


@galley("metadata.producer/differ")
def _two_producers(pdf: Pdf) -> None:
    pdf.docinfo["/Producer"] = String("another binder")


@yields("galley.metadata/other-authors")
def _no_authors(press: Press) -> tuple[Finding, ...]:
    author = Contributor((PersonName("ru", "Асель", "Образцова"),))
    return _with_article(press, authors=(author,))


@yields("galley.metadata/other-identifier")
def _no_identifier(press: Press) -> tuple[Finding, ...]:
    return _with_article(press, doi="10.5555/12345678")


@yields("galley.metadata/other-date")
def _other_day(press: Press) -> tuple[Finding, ...]:
    desk = press.desk()
    later = replace(desk.galley("two"), made=date(2026, 6, 30))
    return desk.with_galley(later).report().findings


def _with_article(press: Press, **changes: object) -> tuple[Finding, ...]:
    """The findings when the second article is another than the one that was bound."""
    desk = press.desk()
    section = desk.issue.sections[0]
    article = replace(section.articles[1], **changes)  # type: ignore[arg-type]
    section = replace(section, articles=(section.articles[0], article))
    return replace(desk, issue=replace(desk.issue, sections=(section,))).report().findings


# --- boxes ---------------------------------------------------------------------------------------------------------


@galley("boxes.present/no-trim", "two")
def _no_trim(pdf: Pdf) -> None:
    del pdf.pages[0].obj["/TrimBox"]


@yields("boxes.present/size")
def _wall(press: Press) -> tuple[Finding, ...]:
    def widen(pdf: Pdf) -> None:
        page = pdf.pages[0]
        page.TrimBox = page.MediaBox
        page.MediaBox = Array([0, 0, 20_000, 20_000])

    return press.desk().spoil("two", widen).report().findings


@galley("boxes.nested/outside", "two")
def _bleed_inside(pdf: Pdf) -> None:
    page = pdf.pages[0]
    page.BleedBox = Array([9, 9, 100, 100])


@yields("boxes.equal/differ")
def _wider_page(press: Press) -> tuple[Finding, ...]:
    def widen(pdf: Pdf) -> None:
        page = pdf.pages[-1]
        page.MediaBox = page.BleedBox = page.TrimBox = Array([0, 0, 320, float(page.MediaBox[3])])

    desk = press.desk().spoil("one", widen)
    return tuple(one for one in desk.report().findings if one.id != "galley.pages/size")


# --- links and outline ---------------------------------------------------------------------------------------------


@galley("links.address/form")
def _spaced_address(pdf: Pdf) -> None:
    _link_to(pdf, "https://doi. org/10.5555/1")


@galley("links.address/local")
def _local_address(pdf: Pdf) -> None:
    _link_to(pdf, "file:///C:/article.docx")


def _link_to(pdf: Pdf, address: str) -> None:
    link = pdf.pages[1].obj.Annots[0]
    del link["/Dest"]
    link.A = Dictionary(S=Name.URI, URI=String(address))


@galley("outline.target/nameless")
def _nameless(pdf: Pdf) -> None:
    pdf.Root.Outlines.First.Title = String(" ")


@galley("galley.outline/order")
def _shuffled(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(outline.root.pop(0))


@yields("galley.folios/gap")
def _gap(press: Press) -> tuple[Finding, ...]:
    return _numbered(press, {"63": "65"})


@yields("galley.folios/side")
def _other_side(press: Press) -> tuple[Finding, ...]:
    return _numbered(press, {str(number): str(number + 1) for number in range(57, 64)})


def _numbered(press: Press, numbers: dict[str, str]) -> tuple[Finding, ...]:
    """What is said of the folios when the issue had other ones."""
    desk = press.desk()
    bound = desk.galley("issue")
    leaves = tuple(
        replace(leaf, label=numbers.get(leaf.label, leaf.label)) for leaf in bound.leaves
    )
    found = desk.with_galley(replace(bound, leaves=leaves)).report().findings
    return tuple(one for one in found if one.check != "galley.labels")


@yields("galley.recorded/differ")
def _old_pages(press: Press) -> tuple[Finding, ...]:
    desk = press.desk()
    text = pages_yaml(desk.paging)
    (press.folder / "pages.yaml").write_text(text.replace("63", "65"), "utf-8")
    return replace(desk, issue=replace(desk.issue, folder=press.folder)).report().findings


# --- tags ----------------------------------------------------------------------------------------------------------


@galley("tags.connected/tangled", "two")
def _round_tree(pdf: Pdf) -> None:
    document = pdf.Root.StructTreeRoot.K
    document.K.append(document)


@galley("tags.marks/outside", "two")
def _unmarked_drawing(pdf: Pdf) -> None:
    page = pdf.pages[0]
    page.Contents.write(
        re.sub(
            rb"/Artifact <</Type /Pagination>> BDC(.*?)EMC",
            rb"\1",
            page.Contents.read_bytes(),
            flags=re.DOTALL,
        )
    )


@galley("tags.marks/unknown", "two")
def _forgotten_mark(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot.K.K[0]


@galley("tags.marks/absent", "two")
def _invented_mark(pdf: Pdf) -> None:
    _append(pdf, S=Name.P, Pg=pdf.pages[0].obj, K=999)


@galley("tags.marks/twice", "two")
def _doubled_mark(pdf: Pdf) -> None:
    _append(pdf, S=Name.P, Pg=pdf.pages[0].obj, K=0)


@galley("tags.languages/form", "two")
def _strange_voice(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.K.K[0].Lang = String("Russian language")


@yields("tags.links/loose")
def _loose_link(press: Press) -> tuple[Finding, ...]:
    def spoil(pdf: Pdf) -> None:
        kids = pdf.Root.StructTreeRoot.K.K
        links = [number for number, kid in enumerate(list(kids)) if Name.Link == kid.S]
        del kids[links[0]]

    return press.desk().spoil("issue", spoil).report("publish").findings


@yields("tags.links/silent")
def _silent_link(press: Press) -> tuple[Finding, ...]:
    def spoil(pdf: Pdf) -> None:
        del pdf.pages[1].obj.Annots[0]["/StructParent"]

    return press.desk().spoil("issue", spoil).report("publish").findings


@galley("tags.taborder/other")
def _tab_by_rows(pdf: Pdf) -> None:
    pdf.pages[1].obj.Tabs = Name.R


@galley("tags.headings/skipped", "two")
def _skipped_level(pdf: Pdf) -> None:
    _rename(pdf, Name.H1, Name.H3)


@galley("tags.headings/mixed", "two")
def _mixed_headings(pdf: Pdf) -> None:
    _rename(pdf, Name.H1, Name.H)


def _rename(pdf: Pdf, *kinds: Name) -> None:
    """Let the first elements be of these types."""
    for element, kind in zip(list(pdf.Root.StructTreeRoot.K.K), kinds, strict=False):
        element.S = kind


def _append(pdf: Pdf, **entries: object) -> Object:
    """An element more at the end of the document."""
    element = pdf.make_indirect(Dictionary(**entries))  # type: ignore[arg-type]
    pdf.Root.StructTreeRoot.K.K.append(element)
    return element


def _element(**entries: object) -> Callable[[Pdf], None]:
    """An element more."""

    def spoil(pdf: Pdf) -> None:
        _append(pdf, **entries)

    return spoil


def _table(*rows: str) -> Callable[[Pdf], None]:
    """A table more; each row tells its cells: d for data, h for a head, H for one that says what it stands over."""
    scope = Dictionary(O=Name.Table, Scope=Name.Column)
    cells = {
        "d": Dictionary(S=Name.TD),
        "h": Dictionary(S=Name.TH),
        "H": Dictionary(S=Name.TH, A=scope),
    }
    made = [Dictionary(S=Name.TR, K=Array([cells[cell] for cell in row])) for row in rows]
    return _element(S=Name.Table, K=Array(made))


BOX = Dictionary(O=Name.Layout, BBox=Array([0, 0, 9, 9]))

for _finding, _spoil in (
    ("tags.tables/no-head", _table("dd", "dd")),
    ("tags.tables/scope", _table("hh", "dd")),
    ("tags.tables/ragged", _table("HHH", "dd")),
    ("tags.alternatives/none", _element(S=Name.Figure, A=BOX)),
    ("tags.alternatives/name", _element(S=Name.Figure, Alt=String("image1.png"), A=BOX)),
    ("tags.lists/item", _element(S=Name.L, K=Array([Dictionary(S=Name.Div)]))),
    ("tags.lists/empty", _element(S=Name.L)),
):
    galley(_finding, "two")(_spoil)
