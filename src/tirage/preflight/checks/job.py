"""The printer's file as a whole. In comes an opened galley of the print edition, out goes what the printer would refuse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tirage.findings import counted
from tirage.preflight.check import Fault, check
from tirage.preflight.objects import at, string
from tirage.preflight.paint import mark_points
from tirage.preflight.rims import bare_rims
from tirage.preflight.subjects import Bound

MM = 72 / 25.4
_NEAR = 0.1
"""pt by which sizes may differ."""

_AGAIN = "Delete the cache folder .tirage and build again; if it stays, please report it."
_X = "{http://www.npes.org/pdfx/ns/id/}"


@check(
    "press.annotations",
    codes=("annotation", "script"),
    rationale="Links, notes and scripts cannot be printed; a printer's program may stop at them or print what it makes of them.",
    source="ISO 15930-7, 6.15 and 6.17",
)
def notes(bound: Bound) -> Iterator[Fault]:
    """Nothing is there but what is printed: no links, no notes, no scripts."""
    if not bound.galley.presswork:
        return
    for number, page in enumerate(bound.reader.pages):
        label = bound.label(number)
        if at(page, "/Annots"):
            message = f"There are links or notes on the page {label}, which cannot be printed."
            yield Fault("annotation", message, label, _AGAIN)
    if actions(bound.reader.root_object):
        yield Fault(
            "script", "The file has a script, or does something when it is opened.", "", _AGAIN
        )


def actions(root: Any) -> bool:
    """Whether a file does something of its own accord: scripts, actions on opening and closing."""
    opening = at(root, "/OpenAction")
    names = at(root, "/Names") or {}
    return "/AA" in root or "/JavaScript" in names or isinstance(opening, dict)


@check(
    "press.intent",
    codes=("missing", "not-press", "space"),
    rationale="The profile says for which press and paper the inks were chosen; without it the printer can only guess.",
    source="ISO 15930-7, 6.2.2 (an output profile of the class prtr, embedded)",
)
def intent(bound: Bound) -> Iterator[Fault]:
    """The file says for which press it is made, with its profile."""
    if not (work := bound.galley.presswork):
        return
    profile = output_profile(bound.reader.root_object, "/GTS_PDFX")
    if profile is None:
        yield Fault("missing", "The file does not say for which press it is made.", "", _AGAIN)
    elif profile[12:16] != b"prtr":
        message = "The profile in the file is not that of a press."
        yield Fault("not-press", message, "", "Ask the printer for an output profile.")
    elif profile[16:20] != b"CMYK" and (work.inks == 4 or profile[16:20] != b"GRAY"):
        message = "The profile in the file is for other inks than the job."
        yield Fault("space", message, "", "Ask the printer for the profile, or change `colours`.")


def output_profile(root: Any, kind: str) -> bytes | None:
    """The profile of the output intent of a `kind`; None where there is none."""
    for reference in at(root, "/OutputIntents") or ():
        entry = reference.get_object()
        profile = at(entry, "/DestOutputProfile")
        if at(entry, "/S") == kind and at(entry, "/OutputConditionIdentifier") and profile:
            return bytes(profile.get_data())
    return None


@check(
    "press.identification",
    codes=("none", "trapped", "version"),
    rationale="The printer's program treats the file by the standard that it names.",
    source="ISO 15930-7, 6.3, 6.5 and 6.18",
)
def identification(bound: Bound) -> Iterator[Fault]:
    """The file names its standard, PDF/X-4, and says that inks are not trapped yet."""
    if not bound.galley.presswork:
        return
    if bound.packet.plain(f"{_X}GTS_PDFXVersion") != "PDF/X-4":
        yield Fault("none", "The file does not say that it is PDF/X-4.", "", _AGAIN)
    information = at(bound.reader.trailer, "/Info") or {}
    if string(at(information, "/Trapped")) not in ("/False", "/True"):
        yield Fault("trapped", "The file does not say whether its inks are trapped.", "", _AGAIN)
    if bound.reader.pdf_header > "%PDF-1.6":
        version = bound.reader.pdf_header.removeprefix("%PDF-")
        yield Fault(
            "version", f"The file is PDF {version}; PDF/X-4 is PDF 1.6 at most.", "", _AGAIN
        )


@check(
    "press.marks",
    codes=("none", "inside", "colour"),
    rationale="Sheets are cut and plates are laid over each other by these marks. A mark inside the bleed is printed "
    "on the reader's page; one that is not on every plate registers nothing.",
    source="ISO 12647-1; ISO 32000-1, 8.6.6.4 (the colorant All) and 14.11.2.2",
)
def marks(bound: Bound) -> Iterator[Fault]:
    """Where marks are wanted they stand on every page, outside the bleed, on every plate."""
    work = bound.galley.presswork
    if not work or not work.marks:
        return
    for number, page in enumerate(bound.reader.pages):
        label = bound.label(number)
        points = list(mark_points(page))
        left, lower, right, upper = (float(edge) for edge in at(page, "/BleedBox") or page.trimbox)
        if not points:
            yield Fault("none", f"The sheet of the page {label} has no marks.", label, _AGAIN)
        elif any(left < x < right and lower < y < upper for x, y in points):
            message = f"Marks stand inside the bleed of the page {label}."
            yield Fault("inside", message, label, _AGAIN)
        elif not _registers(page):
            message = f"The marks of the page {label} are not printed on every plate."
            yield Fault("colour", message, label, _AGAIN)


def _registers(page: Any) -> bool:
    spaces = at(page["/Resources"], "/ColorSpace") or {}
    space = at(spaces, "/TirageRegistration")
    return isinstance(space, list) and [string(part) for part in space[:2]] == [
        "/Separation",
        "/All",
    ]


@check(
    "press.signature",
    codes=("pages",),
    rationale="A sheet is folded into a fixed number of pages: what is missing is bound as waste, or not at all.",
    source="what printers ask for: pages are a multiple of the signature",
)
def signature(bound: Bound) -> Iterator[Fault]:
    """The number of pages is a multiple of the signature."""
    work = bound.galley.presswork
    if work and (over := len(bound.prints) % work.signature):
        message = f"The file has {counted(len(bound.prints), 'page')}, {over} more than whole signatures of {work.signature}."
        yield Fault("pages", message, "", "Build again; or change `signature` in journal.yaml.")


@check(
    "press.sides",
    codes=("side",),
    rationale="The inner margin is the wide one. A page that stands on the wrong side of its leaf loses it, and what is "
    "printed there vanishes in the fold.",
    source="house rule: odd folios stand on the right, as books have had them for five hundred years",
)
def sides(bound: Bound) -> Iterator[Fault]:
    """Pages with odd numbers stand on the right."""
    work = bound.galley.presswork
    if not work or work.up == 2:
        return  # the block tells; a booklet is made of the same pages
    for place, leaf in enumerate(bound.galley.leaves):
        if leaf.label.isdecimal() and (int(leaf.label) + place) % 2 == 0:
            message = f"The page {leaf.label} stands on the wrong side of its leaf."
            yield Fault("side", message, leaf.label, _AGAIN)
            return


@check(
    "press.spine",
    codes=("width",),
    rationale="A spine that is too narrow or too wide pulls the front of the cover round the edge of the block.",
    source="what printers ask for: leaves times their thickness, and the board twice",
)
def spine(bound: Bound) -> Iterator[Fault]:
    """The cover is as wide as two pages and the spine of this block."""
    work = bound.galley.presswork
    if not work or not work.spine:
        return
    leaf = bound.galley.leaves[0]
    wanted = 2 * bound.sources.prints(leaf.piece)[leaf.page].width / MM + work.spine
    for page in bound.reader.pages:
        found = float(page.trimbox.width) / MM
        if abs(found - wanted) * MM > 2 * _NEAR:
            message = f"The cover measures {found:.1f} mm across instead of {wanted:.1f} mm."
            yield Fault("width", message, "", _AGAIN)
            return


@check(
    "press.bleed",
    codes=("short",),
    rationale="Ink that ends at the edge of the page leaves a white line where the knife goes a hair wide.",
    source="what printers ask for: ink that reaches the edge goes on for 3 mm",
)
def bleed(bound: Bound) -> Iterator[Fault]:
    """What reaches the edge of the cover goes on to the edge of the bleed."""
    work = bound.galley.presswork
    if not work or not work.spine or not work.bleed:
        return
    for number, side in bare_rims(bound.pdf, work.bleed * MM):
        message = f"The ink of the cover ends at the {side} edge of the page instead of going {work.bleed:g} mm on."
        advice = "Let the layout's cover have `bleed` in its @page, and its colour as the page's background."
        yield Fault("short", message, bound.label(number), advice)
