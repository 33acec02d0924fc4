"""Where text stands on the page. In come pages, out goes text that is cut off, out of its area, or too small."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tirage.findings import Severity
from tirage.preflight.box import Box
from tirage.preflight.check import Fault, check
from tirage.preflight.checks.lines import untagged
from tirage.preflight.order import Structure
from tirage.preflight.sheets import Run, Sheet
from tirage.preflight.subjects import Pages

CUT = 0.5
"""How far letters may reach over the edge of the page, pt."""

BESIDE = 12
"""How far text may stand beside the type area, pt: numbers and marks hang there."""

SMALLEST = 5
"""Size of type that can be read on paper, pt."""

_TYPICAL = 0.5
"""Share of the lines of a page's side that must have the same edge for it to be the edge of the type area."""


@check(
    "text.page",
    codes=("cut",),
    rationale="What stands over the edge of the page is cut off, on paper as on a screen.",
    source="house rule; print preflight's check for text near the trim",
    advice="Make the text narrower, or allow it to break; in a layout, look at positions and margins.",
)
def page(pages: Pages) -> Iterator[Fault]:
    """All text stands on its page."""
    for sheet in pages.sheets:
        for run in (*sheet.body, *sheet.furniture):
            if run.text.strip() and _is_cut(run.box, sheet.frame):
                yield Fault(
                    "cut",
                    f"The text «{_shown(run)}» reaches over the edge of the page.",
                    sheet.folio,
                    "Make it narrower, or allow it to break; in a layout, look at its position and margins.",
                    sheet.placed(run.box),
                )
                break


@check(
    "text.area",
    codes=("outside",),
    rationale="Text in the margin is not seen as a part of the page, and may be lost in the binding.",
    source="house rule; GOST R 7.0.4 and printers' guides (safe area)",
    advice="Allow the text to break, or make it narrower.",
    severity=Severity.WARN,
    lacks=untagged,
)
def area(pages: Pages) -> Iterator[Fault]:
    """All text stands within the type area."""
    if pages.kind in ("cover", "back", "board"):
        return  # their parts stand where a designer has put them
    for sheets in _alike(pages):
        edges = _edges(sheets, pages.structure)
        for sheet in sheets if edges else ():
            for run in sheet.body:
                if run.text.strip() and _is_beside(run.box, *edges):
                    yield Fault(
                        "outside",
                        f"The text «{_shown(run)}» stands outside the type area.",
                        sheet.folio,
                        "Allow it to break, or make it narrower.",
                        sheet.placed(run.box),
                    )
                    break


@check(
    "text.size",
    codes=("tiny",),
    rationale="Type below five points cannot be read without a glass, and is filled with ink in print.",
    source="house rule; SanPiN 1.2.1253-03 (no type below 6 pt in books); printers' guides",
    advice="Set the text larger; a wide table may stand sideways, or have fewer columns.",
    severity=Severity.WARN,
)
def size(pages: Pages) -> Iterator[Fault]:
    """No text is too small to be read."""
    for sheet in pages.sheets:
        for run in sheet.body:
            letters = sum(sign.isalnum() for sign in run.text)
            if letters > 1 and 0 < run.size < SMALLEST:
                yield Fault(
                    "tiny",
                    f"The text «{_shown(run)}» is set in {run.size:.1f} pt.",
                    sheet.folio,
                    "Set it larger; a wide table may stand sideways on its page, or have fewer columns.",
                    sheet.placed(run.box),
                )
                break


def _is_cut(box: Box, frame: Box) -> bool:
    beyond = (
        frame.left - box.left,
        frame.bottom - box.bottom,
        box.right - frame.right,
        box.top - frame.top,
    )
    return box.width > 0 and max(beyond) > CUT


def _alike(pages: Pages) -> Iterator[tuple[Sheet, ...]]:
    """The pages by size and side, as margins change with these."""
    groups: dict[tuple[int, int, int], list[Sheet]] = {}
    for number, sheet in enumerate(pages.sheets):
        side = int(sheet.folio) % 2 if sheet.folio.isdecimal() else number % 2
        key = (round(sheet.frame.width), round(sheet.frame.height), side)
        groups.setdefault(key, []).append(sheet)
    yield from map(tuple, groups.values())


def _edges(sheets: tuple[Sheet, ...], structure: Structure) -> tuple[float, float] | tuple[()]:
    """Left and right edge of the type area, as most lines have them; nothing when they have none in common.

    Cells of tables do not count: those of a column end alike, wherever it stands.
    """
    lines: dict[tuple[int, int], list[Box]] = {}
    for number, sheet in enumerate(sheets):
        for run in sheet.body:
            if run.text.strip() and not _is_in_table(run, structure):
                lines.setdefault((number, round(run.base)), []).append(run.box)
    if len(lines) < 20:
        return ()
    lefts = Counter(round(min(box.left for box in line) / 2) for line in lines.values())
    rights = Counter(round(max(box.right for box in line) / 2) for line in lines.values())
    (left, _), (right, ending) = lefts.most_common(1)[0], rights.most_common(1)[0]
    if ending + rights[right - 1] + rights[right + 1] < _TYPICAL * len(lines):
        return ()
    return 2.0 * left, 2.0 * right


def _is_in_table(run: Run, structure: Structure) -> bool:
    known = 0 <= run.place < len(structure.owners)
    return known and structure.blocks[structure.owners[run.place]].table >= 0


def _is_beside(box: Box, left: float, right: float) -> bool:
    return box.width > 0 and (box.left < left - BESIDE or box.right > right + BESIDE)


def _shown(run: Run) -> str:
    text = " ".join(run.text.split())
    return text if len(text) <= 40 else f"{text[:40]} …"
