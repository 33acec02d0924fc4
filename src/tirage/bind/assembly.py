"""One galley from opened gatherings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, String

from tirage.bind.archive.finishing import finish_archive
from tirage.bind.fonts import share_fonts
from tirage.bind.labels import runs
from tirage.bind.links import Directory, lead, name_tree
from tirage.bind.metadata import write_metadata
from tirage.bind.outline import Entry
from tirage.bind.places import Place, places
from tirage.bind.plans import Plan
from tirage.bind.press.assembly import assemble_press
from tirage.bind.press.tagging import write_tags
from tirage.bind.sheets import Sheets
from tirage.bind.streams import share_streams
from tirage.bind.structure.claims import claim, is_accessible
from tirage.bind.structure.tree import Hook, walk
from tirage.bind.structure.writing import Part, unlinked, write_structure


def assemble(plan: Plan, sheets: Sequence[Sheets]) -> Pdf:
    """The galley of `plan` from the sheets of its gatherings, in the same order.

    Raises TypesetError when a link leads to a place that the galley should have and does not.
    """
    if plan.press:
        pdf = assemble_press(plan.press, sheets)
        write_tags(pdf, plan.press, sheets, plan.record.language)
        write_metadata(pdf, plan.record, plan.edition)
        share_fonts(pdf)
        share_streams(pdf)
        return pdf
    pdf = Pdf.new()
    for sheet in sheets:
        pdf.add_pages_from(sheet.pdf)
    pages = [page.obj for page in pdf.pages]
    for page in pages:
        page.MediaBox = page.BleedBox = page.TrimBox  # nobody reads what is cut off
    known = tuple(places(plan.gatherings, plan.labels))
    _write_places(pdf, pages, known)
    _write_labels(pdf, plan)
    _write_outline(pdf, pages, plan)
    parts = _write_text(pdf, pages, plan, sheets, known)
    write_metadata(pdf, plan.record, plan.edition)
    if plan.edition == "screen" and is_accessible(pdf, parts, plan.record):
        claim(pdf)
    if plan.edition == "archive":
        finish_archive(pdf, plan.attachments, plan.record.moment)
    if plan.whole:
        share_fonts(pdf)
    share_streams(pdf)
    return pdf


def _write_places(pdf: Pdf, pages: Sequence[Object], known: Sequence[Place]) -> None:
    """Name the places that links lead to, and open the file at its first page."""
    named = ((place.name, _view(pages[place.page], place.x, place.y)) for place in known)
    pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(name_tree(named)))
    pdf.Root.OpenAction = _view(pages[0], 0, None)


def _view(page: Object, x: float, y: float | None) -> Array:
    """A destination (ISO 32000-1, 12.3.2.2): the window's corner at `x`, `y`, or at the top, the zoom as it is."""
    top = page.MediaBox[3] if y is None else round(y, 3)
    return Array([page, Name.XYZ, round(x, 3), top, 0])


def _write_labels(pdf: Pdf, plan: Plan) -> None:
    numbers: list[Object | int] = []
    for place, label in runs([label for row in plan.labels for label in row]):
        entry = Dictionary(S=Name(f"/{label.style}"), St=label.number)
        if label.prefix:
            entry.P = String(label.prefix)
        numbers += [place, entry]
    pdf.Root.PageLabels = Dictionary(Nums=Array(numbers))


def _write_outline(pdf: Pdf, pages: Sequence[Object], plan: Plan) -> None:
    """Write the outline; the issue opens with it beside its pages."""
    if not plan.outline:
        return
    with pdf.open_outline() as outline:
        outline.root.extend(_item(entry, pages) for entry in plan.outline)
    if plan.whole:
        pdf.Root.PageMode = Name.UseOutlines


def _item(entry: Entry, pages: Sequence[Object]) -> OutlineItem:
    item = OutlineItem(entry.title, _view(pages[entry.page], 0, entry.y))
    item.children.extend(_item(kid, pages) for kid in entry.kids)
    item.is_closed = not entry.is_open
    return item


def _write_text(
    pdf: Pdf,
    pages: Sequence[Object],
    plan: Plan,
    sheets: Sequence[Sheets],
    known: Sequence[Place],
) -> tuple[Part, ...]:
    """Write the links and the structure tree; returns what stands in the tree."""
    directory = Directory(
        places={place.name: place.title for place in known},
        addresses={name: (address, title) for name, address, title in plan.addresses},
        whole=plan.whole,
    )
    annotations: dict[Hook, Object] = {}
    parts = []
    firsts = accumulate((len(sheet.targets) for sheet in sheets), initial=0)
    for sheet, first in zip(sheets, firsts, strict=False):
        gone: set[Hook] = set()
        for hook, annotation in _linked(sheet, pages[first:], directory, gone):
            annotations[Hook(first + hook.page, hook.place)] = annotation
        parts.append(Part(sheet.gathering.piece, unlinked(sheet.tree, gone), first))
    write_structure(pdf, parts, annotations, plan.record.language)
    return tuple(parts)


def _linked(
    sheet: Sheets, pages: Sequence[Object], directory: Directory, gone: set[Hook]
) -> Iterator[tuple[Hook, Object]]:
    """The annotations of a piece's `pages`, its links leading where they should.

    Links that lead nowhere in this galley leave the pages and are put into `gone`; those of running heads, which no
    reader's tool could name, leave as well.
    """
    tied = {kid for kid in walk(sheet.tree) if isinstance(kid, Hook)}
    for number, targets in enumerate(sheet.targets):
        if not targets:
            continue
        kept = []
        for place, target in enumerate(targets):
            hook, annotation = Hook(number, place), pages[number].Annots[place]
            if target is not None:
                route = directory.route(target, sheet.gathering.piece) if hook in tied else None
                if route is None:
                    gone.add(hook)
                    continue
                lead(annotation, route)
            kept.append(annotation)
            yield hook, annotation
        pages[number].Annots = Array(kept)
