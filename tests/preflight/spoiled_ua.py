"""Every way in which a file can break a rule of PDF/UA-1, one at a time. They are registered in `spoiled.CASES`."""

from __future__ import annotations

import re
from collections.abc import Callable

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from tests.preflight.press import Press
from tests.preflight.spoiled import Case, galley, yields
from tests.preflight.spoiled_files import BOX
from tirage.findings import Finding

_CLAIM = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>{}</pdfuaid:part></rdf:Description></rdf:RDF>"""


# --- what the file says ----------------------------------------------------------------------------------------------


def _claim(pdf: Pdf, part: str) -> None:
    packet = pdf.Root.Metadata.read_bytes().decode()
    packet = packet.replace("</rdf:RDF>", _CLAIM.format(part))
    pdf.Root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)


@yields("ua.identification/false")
def _false_claim(press: Press) -> tuple[Finding, ...]:
    def spoil(pdf: Pdf) -> None:
        _claim(pdf, "1")
        pdf.Root.MarkInfo.Suspects = True

    found = press.desk().spoil("two", spoil).report().findings
    assert any(one.id == "ua.suspects/suspect" for one in found), "what it breaks is told, too"
    return tuple(one for one in found if one.check != "ua.suspects")


@galley("ua.identification/version", "two")
def _strange_claim(pdf: Pdf) -> None:
    _claim(pdf, "7")


@galley("ua.suspects/suspect", "two")
def _doubtful(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


@galley("ua.roles/unmapped", "two")
def _own_type(pdf: Pdf) -> None:
    _first(pdf).S = Name("/Paragraph")


@galley("ua.roles/circular", "two")
def _round_roles(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Absatz=Name.Alinea, Alinea=Name.Absatz)
    _first(pdf).S = Name.Absatz


@galley("ua.roles/remapped", "two")
def _other_role(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(BlockQuote=Name.Div)


# --- pages -----------------------------------------------------------------------------------------------------------


@galley("ua.artifacts/artifact", "two")
def _ornament_in_text(pdf: Pdf) -> None:
    _insert(pdf, rb"(/MCID \d+\s*>>\s*BDC)", rb"\1 /Artifact BMC EMC")


@galley("ua.artifacts/text", "two")
def _text_in_ornament(pdf: Pdf) -> None:
    stream = pdf.pages[0].Contents
    mark = re.search(rb"/\w+\s*<<\s*/MCID \d+\s*>>\s*BDC.*?EMC", stream.read_bytes(), re.DOTALL)
    assert mark
    drawn = stream.read_bytes().replace(mark[0], b"/Artifact BMC " + mark[0] + b" EMC", 1)
    stream.write(drawn)


def _insert(pdf: Pdf, pattern: bytes, text: bytes) -> None:
    stream = pdf.pages[0].Contents
    drawn, times = re.subn(pattern, text, stream.read_bytes(), count=1)
    assert times
    stream.write(drawn)


@galley("ua.parents/none", "two")
def _no_way_back(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums[1] = Array()


@galley("ua.parents/other", "two")
def _wrong_way_back(pdf: Pdf) -> None:
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]


# --- structure -------------------------------------------------------------------------------------------------------


def _first(pdf: Pdf) -> Object:
    return pdf.Root.StructTreeRoot.K.K[0]


def _wrap(pdf: Pdf, **entries: object) -> None:
    """Put the first element into another one."""
    kids = pdf.Root.StructTreeRoot.K.K
    kids[0] = pdf.make_indirect(Dictionary(**entries, K=Array([kids[0]])))  # type: ignore[arg-type]


def _wrapped(**entries: object) -> Callable[[Pdf], None]:
    return lambda pdf: _wrap(pdf, **entries)


def _renamed(*kinds: str) -> Callable[[Pdf], None]:
    """The first elements are of these types."""

    def spoil(pdf: Pdf) -> None:
        for element, kind in zip(list(pdf.Root.StructTreeRoot.K.K), kinds, strict=False):
            element.S = Name(f"/{kind}")

    return spoil


def _appended(**entries: object) -> Callable[[Pdf], None]:
    """An element more, of which nothing is heard."""

    def spoil(pdf: Pdf) -> None:
        kid = pdf.make_indirect(Dictionary(**entries))  # type: ignore[arg-type]
        pdf.Root.StructTreeRoot.K.K.append(kid)

    return spoil


def _cell(kind: str, **attributes: object) -> Dictionary:
    return Dictionary(S=Name(f"/{kind}"), A=Dictionary(O=Name.Table, **attributes))  # type: ignore[arg-type]


def _rows(*rows: tuple[Dictionary, ...]) -> Array:
    return Array([Dictionary(S=Name.TR, K=Array(list(row))) for row in rows])


_HEAD = _cell("TH", Scope=Name.Column)
_FAR = Dictionary(O=Name.Layout, BBox=Array([900, 900, 909, 909]))


@galley("ua.figures/outside", "two")
def _far_figure(pdf: Pdf) -> None:
    _first(pdf).S, _first(pdf).A, _first(pdf).Alt = Name.Figure, _FAR, String("A field")


@galley("ua.notes/no-id", "two")
def _nameless_note(pdf: Pdf) -> None:
    _renamed("Reference", "Note")(pdf)


@galley("ua.notes/same-id", "two")
def _notes_of_one_name(pdf: Pdf) -> None:
    _renamed("Reference", "Note", "Note")(pdf)
    for element in list(pdf.Root.StructTreeRoot.K.K)[1:3]:
        element.ID = String("note")


@galley("ua.calls/none", "two")
def _uncalled_note(pdf: Pdf) -> None:
    _renamed("Note")(pdf)
    _first(pdf).ID = String("note")


@galley("ua.lists/unnumbered", "two")
def _uncounted_list(pdf: Pdf) -> None:
    _renamed("Lbl")(pdf)
    _wrap(pdf, S=Name.LI)
    _wrap(pdf, S=Name.L)


for _finding, _spoil in (
    ("ua.nesting/table", _wrapped(S=Name.TR)),
    ("ua.nesting/list", _wrapped(S=Name.LI)),
    ("ua.nesting/contents", _renamed("TOCI")),
    ("ua.nesting/ruby", _wrapped(S=Name.Ruby)),
    ("ua.empty/element", _appended(S=Name.P)),
    ("ua.headings/several", _renamed("H", "H")),
    ("ua.figures/no-box", _appended(S=Name.Figure, Alt=String("A field"))),
    ("ua.figures/formula", _appended(S=Name.Formula, ActualText=String("x"), A=BOX)),
    (
        "ua.tables/nobody",
        _appended(S=Name.Table, K=_rows((_HEAD,), (_cell("TD", Headers=Array([String("x")])),))),
    ),
    (
        "ua.tables/overlap",
        _appended(S=Name.Table, K=_rows((_HEAD, _HEAD), (_cell("TD", RowSpan=3), _cell("TD")))),
    ),
):
    galley(_finding, "two")(_spoil)


# --- annotations -----------------------------------------------------------------------------------------------------


def _annotated(pdf: Pdf, kind: str = "", holder: str = "", **entries: object) -> None:
    """An annotation more on the first page, in an element of the type `holder`."""
    box = Array([0, 0, 9, 9])
    made = Dictionary(Subtype=Name(f"/{kind}"), Rect=box, **entries)  # type: ignore[arg-type]
    one = pdf.make_indirect(made)
    pdf.pages[0].obj.Annots = Array([*pdf.pages[0].obj.get("/Annots", ()), one])
    if holder:
        reference = Dictionary(Type=Name.OBJR, Obj=one, Pg=pdf.pages[0].obj)
        _appended(S=Name(f"/{holder}"), K=reference)(pdf)


@yields("ua.annotations/silent")
def _silent_link(press: Press) -> tuple[Finding, ...]:
    def spoil(pdf: Pdf) -> None:
        del pdf.pages[1].obj.Annots[0]["/Contents"]

    return press.desk().spoil("issue", spoil).report("publish").findings


@yields("ua.holders/link")
def _link_in_text(press: Press) -> tuple[Finding, ...]:
    def spoil(pdf: Pdf) -> None:
        link = next(kid for kid in pdf.Root.StructTreeRoot.K.K if Name.Link == kid.S)
        link.S = Name.Span

    return press.desk().spoil("issue", spoil).report("publish").findings


_FILM = Dictionary(S=Name.Rendition, R=Dictionary(S=Name.MR, C=Dictionary(S=Name.MCD)))


@yields("ua.annotations/media")
def _film(press: Press) -> tuple[Finding, ...]:
    def spoil(pdf: Pdf) -> None:
        _annotated(pdf, "Screen", "Annot", Contents=String("A film"), A=_FILM)

    found = press.desk().spoil("two", spoil).report().findings
    return tuple(one for one in found if one.check != "file.scripts")  # it plays, too


for _finding, _kind, _holder, _entries in (
    ("ua.annotations/unheld", "Watermark", "", {"Contents": String("Draft")}),
    ("ua.annotations/trap", "TrapNet", "", {}),
    ("ua.holders/mark", "PrinterMark", "Annot", {}),
):

    def _spoil_with(
        pdf: Pdf,
        kind: str = _kind,
        holder: str = _holder,
        entries: dict[str, object] = _entries,  # type: ignore[assignment]
    ) -> None:
        _annotated(pdf, kind, holder, **entries)

    galley(_finding, "two")(_spoil_with)


def _field(holder: str, **entries: object) -> Case:
    """A field of a form on the first page."""

    def spoil(pdf: Pdf) -> None:
        _annotated(pdf, "Widget", holder, FT=Name.Tx, T=String("name"), **entries)
        pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[0].obj.Annots[-1]]))

    def case(press: Press) -> tuple[Finding, ...]:
        found = press.desk().spoil("two", spoil).report().findings
        return tuple(one for one in found if one.check != "file.forms")

    return case


yields("ua.holders/field")(_field("", TU=String("Name")))
yields("ua.holders/unnamed")(_field("Form"))


# --- layers, files, drawings -----------------------------------------------------------------------------------------


@galley("ua.layers/nameless", "two")
def _nameless_layers(pdf: Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary(Order=Array()))


@galley("ua.layers/automatic", "two")
def _switching_layers(pdf: Pdf) -> None:
    configuration = Dictionary(Name=String("all"), AS=Array())
    pdf.Root.OCProperties = Dictionary(OCGs=Array(), D=configuration)


@yields("ua.files/nameless")
def _nameless_file(press: Press) -> tuple[Finding, ...]:
    def spoil(pdf: Pdf) -> None:
        pdf.attachments["data.csv"] = b"1,2"
        del pdf.Root.Names.EmbeddedFiles.Names[1].UF

    found = press.desk().spoil("two", spoil).report().findings
    return tuple(one for one in found if one.check != "file.attachments")


def _drawing(pdf: Pdf, text: bytes, **entries: object) -> Object:
    form = pdf.make_stream(text, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    for key, value in entries.items():
        form[f"/{key}"] = value
    return form


@galley("ua.drawings/reference", "two")
def _drawing_elsewhere(pdf: Pdf) -> None:
    form = _drawing(pdf, b"", Ref=Dictionary(F=String("other.pdf"), Page=0))
    pdf.pages[0].Resources.XObject = Dictionary(Fm0=form)


@galley("ua.drawings/repeated", "one")
def _drawing_twice(pdf: Pdf) -> None:
    form = _drawing(pdf, b"/P <</MCID 0>> BDC EMC", StructParents=99)
    for page in list(pdf.pages)[:2]:
        page.Resources = Dictionary({**dict(page.Resources), "/XObject": Dictionary(Fm0=form)})


# --- fonts -----------------------------------------------------------------------------------------------------------


def _font(pdf: Pdf) -> Object:
    """The first font of the first page."""
    fonts = pdf.pages[0].Resources.Font
    return fonts[min(fonts.keys())]


_MAP = b"/CIDInit /ProcSet findresource begin begincmap /WMode 0 def endcmap end"


def _mapped(pdf: Pdf, data: bytes = _MAP, ordering: str = "Identity", mode: int = 0) -> None:
    """Give a font an encoding of its own."""
    system = Dictionary(Registry=String("Adobe"), Ordering=String(ordering), Supplement=0)
    encoding = pdf.make_stream(data, Type=Name.CMap, CIDSystemInfo=system, WMode=mode)
    _font(pdf).Encoding = encoding


@galley("ua.fonts/system", "two")
def _other_collection(pdf: Pdf) -> None:
    _mapped(pdf, ordering="Japan1")


@galley("ua.fonts/direction", "two")
def _down_and_across(pdf: Pdf) -> None:
    _mapped(pdf, mode=1)


@galley("ua.fonts/encoding", "two")
def _unknown_encoding(pdf: Pdf) -> None:
    _font(pdf).Encoding = Name("/Kazakh-H")


@galley("ua.fonts/glyphs", "two")
def _no_glyphs(pdf: Pdf) -> None:
    del _font(pdf).DescendantFonts[0]["/CIDToGIDMap"]


@galley("ua.fonts/set", "two")
def _short_set(pdf: Pdf) -> None:
    _font(pdf).DescendantFonts[0].FontDescriptor.CIDSet = pdf.make_stream(b"\x80")


@galley("ua.fonts/width", "two")
def _other_widths(pdf: Pdf) -> None:
    _font(pdf).DescendantFonts[0].W = Array([0, 3, 4321])


@galley("ua.fonts/truetype", "two")
def _font_without_encoding(pdf: Pdf) -> None:
    program = _font(pdf).DescendantFonts[0].FontDescriptor
    font = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Face)
    font.FontDescriptor = Dictionary(Flags=32, FontName=program.FontName)
    pdf.pages[0].Resources.Font["/Spare"] = pdf.make_indirect(font)


@galley("ua.fonts/letters", "two")
def _byte_order_marks(pdf: Pdf) -> None:
    unicode = _font(pdf).ToUnicode
    unicode.write(unicode.read_bytes() + b"\n1 beginbfchar\n<0000> <feff>\nendbfchar\n")
