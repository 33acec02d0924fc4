"""What goes to the printer. In comes an opened galley of the print edition, out goes what a press would stumble over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tirage.preflight.check import Fault, check
from tirage.preflight.objects import at, string
from tirage.preflight.paint import Painting, pictures, used
from tirage.preflight.subjects import Bound

MM = 72 / 25.4
_NEAR = 0.1
"""pt by which boxes may differ."""

_AGAIN = "Delete the cache folder .tirage and build again; if it stays, please report it."
_FIGURE = "Look at the figure on this page: save it without transparency and with plain colours."


@check(
    "press.boxes",
    codes=("missing", "outside", "bleed"),
    rationale="The printer's programs place and cut pages by these boxes; without bleed a white edge shows where the "
    "knife goes a hair wrong.",
    source="ISO 15930-7, 6.7 (TrimBox, BleedBox, MediaBox); ISO 32000-1, 14.11.2",
)
def boxes(bound: Bound) -> Iterator[Fault]:
    """Every page says where it is cut and how far its ink goes beyond."""
    if not (work := bound.galley.presswork):
        return
    for number, page in enumerate(bound.reader.pages):
        label = bound.label(number)
        lacking = [key for key in ("/MediaBox", "/TrimBox", "/BleedBox") if key not in page]
        if lacking:
            names = ", ".join(key[1:] for key in lacking)
            yield Fault("missing", f"The page {label} of the file has no {names}.", label, _AGAIN)
            continue
        media, bleed, trim = (_edges(page[key]) for key in ("/MediaBox", "/BleedBox", "/TrimBox"))
        if not (_holds(media, bleed) and _holds(bleed, trim)):
            message = f"On the page {label} the trimmed page, the bleed and the sheet do not lie in each other."
            yield Fault("outside", message, label, _AGAIN)
        elif any(
            abs(abs(a - b) - work.bleed * MM) > _NEAR for a, b in zip(bleed, trim, strict=True)
        ):
            message = f"The bleed of the page {label} is not {work.bleed:g} mm on all sides."
            yield Fault("bleed", message, label, _AGAIN)


def _edges(box: Any) -> tuple[float, ...]:
    return tuple(float(edge) for edge in box)


def _holds(outer: tuple[float, ...], inner: tuple[float, ...]) -> bool:
    lower = all(inner[i] >= outer[i] - _NEAR for i in (0, 1))
    return lower and all(inner[i] <= outer[i] + _NEAR for i in (2, 3))


@check(
    "press.colours",
    codes=("foreign", "inks", "spot"),
    rationale="A colour of the screen is separated into four plates as the printer's program thinks best: black text "
    "becomes a smear of four inks, and a block that is paid for in one ink needs four.",
    source="ISO 15930-7, 6.2.4; house decision: colours are mapped to declared inks",
)
def colours(bound: Bound) -> Iterator[Fault]:
    """Nothing is painted but in the inks of the job."""
    if not (work := bound.galley.presswork):
        return
    for painting in bound.paintings:
        label = bound.label(painting.page)
        strange = _foreign(painting)
        if strange:
            message = f"The page {label} paints with {strange}, which is no ink."
            yield Fault("foreign", message, label, _FIGURE)
        for ink in _spots(painting):
            message = (
                f"The page {label} has the spot colour {ink}, which would need a plate of its own."
            )
            yield Fault("spot", message, label, _FIGURE)
        steps = painting.steps
        if work.inks == 1 and any(operator in ("k", "K") for operator, _ in steps):
            message = f"The page {label} paints with four inks, though the job has black alone."
            yield Fault("inks", message, label, _AGAIN)


_INKS = ("DeviceGray", "DeviceCMYK", "Separation", "Pattern")


def _foreign(painting: Painting) -> str:
    """The first colour that is no ink, as an operator or a colour space; "" when there is none."""
    spaces = at(painting.resources, "/ColorSpace") or {}
    for operator, operands in painting.steps:
        if operator in ("rg", "RG"):
            return "RGB"
        if operator in ("cs", "CS"):
            name = "".join(operands)
            kind = _kind(spaces[name]) if name in spaces else name.lstrip("/")
            if kind not in _INKS:
                return kind
    for kind in ("/Shading", "/Pattern"):
        for thing in (at(painting.resources, kind) or {}).values():
            shading = (
                thing.get_object() if kind == "/Shading" else at(thing.get_object(), "/Shading")
            )
            if shading and (found := _kind(at(shading, "/ColorSpace"))) not in _INKS:
                return found
    return ""


_PLATES = ("All", "None", "Cyan", "Magenta", "Yellow", "Black")


def _spots(painting: Painting) -> Iterator[str]:
    """The inks beside those of the job that a painting could use."""
    spaces = at(painting.resources, "/ColorSpace") or {}
    for name in sorted(spaces):
        space = spaces[name]
        if isinstance(space, list) and space[0] == "/Separation":
            ink = string(space[1]).lstrip("/")
            if ink not in _PLATES:
                yield ink


def _kind(space: Any) -> str:
    space = space.get_object() if space is not None else ""
    return string(space[0] if isinstance(space, list) else space).lstrip("/")


@check(
    "press.pictures",
    codes=("colours",),
    rationale="A picture in the colours of the screen is separated at the press with a profile that nobody has chosen.",
    source="ISO 15930-7, 6.2.4",
)
def inked_pictures(bound: Bound) -> Iterator[Fault]:
    """Pictures are in the inks of the job."""
    if not (work := bound.galley.presswork):
        return
    allowed = ("DeviceGray",) if work.inks == 1 else ("DeviceGray", "DeviceCMYK")
    for page, picture in pictures(bound.paintings):
        kind = _kind(at(picture, "/ColorSpace"))
        if kind not in allowed and not at(picture, "/ImageMask"):
            label = bound.label(page)
            message = f"A picture on the page {label} is in {kind} and not in the inks of the job."
            advice = "Save the picture as PNG or JPEG in RGB or grey: tirage converts these."
            yield Fault("colours", message, label, advice)


@check(
    "press.transparency",
    codes=("alpha", "mask", "group"),
    rationale="What shines through must be flattened before it is printed; the printer's program does that in its own "
    "way, with seams and letters that grow bold.",
    source="house decision; PDF/X-4 would allow it (ISO 15930-7, 6.2.6)",
)
def transparency(bound: Bound) -> Iterator[Fault]:
    """Nothing is transparent."""
    if not bound.galley.presswork:
        return
    for page, state in used(bound.paintings, "/ExtGState"):
        mode = string(at(state, "/BM") or "/Normal")
        label = bound.label(page)
        if any(float(at(state, key) or 0) < 1 for key in ("/ca", "/CA") if key in state):
            yield Fault(
                "alpha", f"Something on the page {label} is half transparent.", label, _FIGURE
            )
        elif (at(state, "/SMask") or "/None") != "/None" or mode not in ("/Normal", "/Compatible"):
            yield Fault(
                "mask",
                f"Something on the page {label} is blended with what is under it.",
                label,
                _FIGURE,
            )
    for page, thing in used(bound.paintings, "/XObject"):
        label = bound.label(page)
        if "/SMask" in thing:
            yield Fault(
                "mask", f"A picture on the page {label} has transparent parts.", label, _FIGURE
            )
        elif string(at(at(thing, "/Group") or {}, "/S")) == "/Transparency":
            yield Fault(
                "group",
                f"A drawing on the page {label} is put together with transparency.",
                label,
                _FIGURE,
            )


@check(
    "press.overprint",
    codes=("knocks-out", "vanishes"),
    rationale="Black letters that are cut out of a tint show a white seam when plates are not quite in register; white "
    "ones that are printed over a tint vanish.",
    source="ISO 32000-1, 8.6.7; house decision",
)
def overprint(bound: Bound) -> Iterator[Fault]:
    """Black text is printed over what is under it, and nothing else is."""
    work = bound.galley.presswork
    if not work or work.inks == 1:
        return  # on one plate there is nothing to be printed over
    told: set[tuple[str, int]] = set()
    for painting in bound.paintings:
        for code in _overprints(painting):
            if (code, painting.page) in told:
                continue
            told.add((code, painting.page))
            label = bound.label(painting.page)
            if code == "knocks-out":
                message = f"Black text on the page {label} is cut out of what is under it."
            else:
                message = f"Something on the page {label} that is not black is printed over what is under it."
            yield Fault(code, message, label, _AGAIN)


_BLACK: tuple[float, ...] = (0, 0, 0, 1)


def _overprints(painting: Painting) -> Iterator[str]:
    """What is wrong with each run of text."""
    states = at(painting.resources, "/ExtGState") or {}
    fill, over = _BLACK, False
    kept: list[tuple[tuple[float, ...], bool]] = []
    for operator, operands in painting.steps:
        match operator:
            case "k":
                fill = tuple(map(float, operands))
            case "gs" if operands[0] in states and "/op" in states[operands[0]]:
                over = string(at(states[operands[0]], "/op")) == "True"
            case "q":
                kept.append((fill, over))
            case "Q" if kept:
                fill, over = kept.pop()
            case "BT" if (fill == _BLACK) != over:
                yield "vanishes" if over else "knocks-out"
