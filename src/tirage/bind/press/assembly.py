"""One galley for the printer from opened gatherings (PDF/X-4: ISO 15930-7)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from tirage.bind.press.colours import Inks
from tirage.bind.press.flattening import flatten
from tirage.bind.press.inking import Inker
from tirage.bind.press.intent import find_intent, write_intent
from tirage.bind.press.marks import MM, OUTSIDE, Frame, add_registration, marks, slug_form
from tirage.bind.press.painting import tint_operator
from tirage.bind.press.plan import PressPlan
from tirage.bind.sheets import Sheets

_NOTHING = b"\n"
"""A page that shows nothing: of a stream without a byte Ghostscript says that it is broken."""

SIDES = ("/Left", "/Right")
"""Names of the two faces of a page with two, which are forms."""


def assemble_press(plan: PressPlan, sheets: Sequence[Sheets]) -> Pdf:
    """The pages of `plan` from the `sheets` of its gatherings: in inks, with boxes, marks and output intent.

    Raises TypesetError when the printer's profile cannot be read.
    """
    intent = find_intent(plan.profile, plan.condition, plan.work.inks)
    inks = Inks(plan.inks, plan.work.inks, intent.profile)
    pdf = Pdf.new()
    for sheet in sheets:
        pdf.add_pages_from(sheet.pdf)
    inker = Inker(pdf, inks, flatten(pdf))
    pages = list(pdf.pages)
    for page in pages:
        for key in ("/Annots", "/StructParents", "/Tabs"):
            if key in page.obj:
                del page.obj[key]
        inker.ink(page)
    firsts = list(accumulate((len(sheet.pdf.pages) for sheet in sheets), initial=0))
    faces = [None if face is None else pages[firsts[face[0]] + face[1]] for face in plan.faces]
    size = _size(pages[0])
    made = _single(pdf, faces, size) if plan.work.up == 1 else _double(pdf, faces, size, plan, inks)
    while len(pdf.pages):
        del pdf.pages[0]
    pdf.pages.extend(map(Page, made))
    slug = slug_form(pdf, plan.slug) if plan.work.marks else None
    for number, page in enumerate(pdf.pages, start=1):
        _frame(page, plan)
        if slug is not None:
            _mark(pdf, page, plan, slug, f" · {number}/{len(made)}")
    write_intent(pdf, intent)
    return pdf


def _size(page: Page) -> tuple[float, float]:
    """Width and height of the trimmed page, pt."""
    left, lower, right, upper = (float(edge) for edge in page.obj.TrimBox)
    return right - left, upper - lower


def _single(pdf: Pdf, faces: Sequence[Page | None], size: tuple[float, float]) -> list[Object]:
    return [face.obj if face else _empty(pdf, size) for face in faces]


def _empty(pdf: Pdf, size: tuple[float, float]) -> Object:
    trim = Array([0, 0, *(round(side, 3) for side in size)])
    contents = pdf.make_stream(_NOTHING)
    return pdf.make_indirect(
        Dictionary(Type=Name.Page, TrimBox=trim, Resources=Dictionary(), Contents=contents)
    )


def _double(
    pdf: Pdf, faces: Sequence[Page | None], size: tuple[float, float], plan: PressPlan, inks: Inks
) -> list[Object]:
    """Two faces side by side on each page; each is a form, cut off at the fold."""
    width, height = size
    spine, bleed = plan.work.spine * MM, plan.work.bleed * MM
    sides = (
        (SIDES[0], 0.0, (-bleed, -bleed, width, height + bleed)),
        (SIDES[1], width + spine, (0.0, -bleed, width + bleed, height + bleed)),
    )
    made = []
    for start in range(0, len(faces), 2):
        page = _empty(pdf, (2 * width + spine, height))
        drawn, forms = [_spine(plan, size, inks)] if spine else [], Dictionary()
        for face, (name, x, box) in zip(faces[start : start + 2], sides, strict=True):
            if face:
                forms[name] = _form(pdf, face, box)
                drawn.append(b"q 1 0 0 1 %.3f 0 cm %s Do Q" % (x, name.encode()))
        page.Resources.XObject = forms
        page.Contents.write(b"\n".join(drawn) or _NOTHING)
        made.append(page)
    return made


def _form(pdf: Pdf, page: Page, box: Sequence[float]) -> Stream:
    form = pdf.make_stream(page.obj.Contents.read_bytes())
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([round(edge, 3) for edge in box])
    form.Resources = page.obj.Resources
    return form


def _spine(plan: PressPlan, size: tuple[float, float], inks: Inks) -> bytes:
    """The spine, half a millimetre wider on both sides: covers are not folded to a hair."""
    digits = plan.spine.removeprefix("#")
    tint = inks.of_rgb([part / 255 for part in bytes.fromhex(digits)])
    lap, bleed = 0.5 * MM, plan.work.bleed * MM
    box = (size[0] - lap, -bleed, plan.work.spine * MM + 2 * lap, size[1] + 2 * bleed)
    drawn = b"q %s %.3f %.3f %.3f %.3f re f Q" % (tint_operator(tint), *box)
    return b"/Artifact <</Type /Layout>> BDC\n%s\nEMC" % drawn


def _frame(page: Page, plan: PressPlan) -> None:
    """Set the boxes of `page` (ISO 32000-1, 14.11.2).

    The corner of the trimmed page stays the origin: every letter has the same place in numbers as in other editions.
    """
    width, height = _size(page)
    work, bleed = plan.work, plan.work.bleed * MM
    outside = bleed + (OUTSIDE if work.marks else 0)
    page.obj.TrimBox = _box(width, height, 0)
    page.obj.BleedBox = _box(width, height, bleed)
    page.obj.MediaBox = _box(width, height, outside)


def _mark(pdf: Pdf, page: Page, plan: PressPlan, slug: Object, sheet: str) -> None:
    """Print the marks of `page`, the line `slug` and the number of the sheet."""
    width, height = _size(page)
    work = plan.work
    folds = () if work.up == 1 else ((width - work.spine * MM) / 2, (width + work.spine * MM) / 2)
    frame = Frame(width, height, work.bleed * MM, folds)
    drawn = pdf.make_stream(marks(frame, plan.slug, sheet))
    page.obj.Contents = Array([drawn, page.obj.Contents])
    page.obj.Resources = Dictionary(dict(page.obj.Resources.items()))
    for kind in ("/ColorSpace", "/XObject"):  # what is added is no other page's
        page.obj.Resources[kind] = Dictionary(dict(page.obj.Resources.get(kind, {}).items()))
    add_registration(pdf, page.obj.Resources, work.inks, slug)


def _box(width: float, height: float, beyond: float) -> Array:
    edges = (-beyond, -beyond, width + beyond, height + beyond)
    return Array([round(edge, 3) for edge in edges])
