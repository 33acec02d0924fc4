"""Faults of the layout that the engine makes in silence, found in its boxes.

In come the laid out pages, out go findings. Only text in the flow of pages that have margins is looked at: on a cover,
things stand at and over the edge because somebody wanted it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint import Page
from weasyprint.formatting_structure.boxes import (
    BlockReplacedBox,
    FootnoteAreaBox,
    LineBox,
    MarginBox,
    ReplacedBox,
    TableBox,
    TextBox,
)
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.text.line_break import line_size

from tirage.findings import Finding, Place, Severity
from tirage.model.press import Piece
from tirage.typeset.apart import is_turned

TOLERANCE = 0.5
"""How far something may stick out before it is a fault, in points."""

_POINTS = 0.75
"""Points in a CSS pixel."""

_SPACE = re.compile("[ \N{NO-BREAK SPACE}]")
"""What the engine stretches."""

_AREA = "the type area"
_NOTE_ADVICE = (
    "Shorten the note, or move a part of it into the text: a note is never split over pages "
    "(WeasyPrint #1833)."
)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page that is looked at."""

    box: Any
    place: Place

    @property
    def flow(self) -> Any:
        """The box that holds what is looked at, in whose eyes it stands upright."""
        return self.box.children[0] if is_turned(self.box) else self.box

    @property
    def right(self) -> float:
        """Right edge of the type area, in CSS pixels; of a turned one as its lines see it."""
        turned = is_turned(self.box)
        return float(self.box.content_box_x() + (self.box.height if turned else self.box.width))

    @property
    def top(self) -> float:
        return float(self.box.content_box_y())

    @property
    def bottom(self) -> float:
        turned = is_turned(self.box)
        return float(self.box.content_box_y() + (self.box.width if turned else self.box.height))

    def areas(self, notes: bool) -> Iterator[Any]:
        """The boxes that hold the page's footnotes, or its other content."""
        for child in self.box.children:
            if not isinstance(child, MarginBox) and isinstance(child, FootnoteAreaBox) == notes:
                yield child


def findings(pages: Sequence[Page], piece: Piece) -> Iterator[Finding]:
    """The faults of the pages of `piece`, page by page, then those of its tables."""
    sheets = tuple(
        _Sheet(page._page_box, Place(file=piece.name, page=piece.folios.label(number)))
        for number, page in enumerate(pages)
        if _has_margins(page._page_box)
    )
    for sheet in sheets:
        yield from _overruns(sheet)
        yield from _overflows(sheet)
        yield from _crowded_notes(sheet)
    yield from _headless_tables(sheets)


def count_lines(page: Page) -> int:
    """How many lines with something on them stand in the flow of `page`, notes included."""
    return sum(1 for _ in _lines(page._page_box))


def lowest(box: Any) -> float:
    """The lower edge of what stands in the flow below `box`, in CSS pixels; the upper edge of `box` where it is empty."""
    ends = [bottom for bottom, _ in (*_lines_below(box), *_pictures_below(box))]
    return max(ends, default=float(box.content_box_y()))


def _overruns(sheet: _Sheet) -> Iterator[Finding]:
    """Lines that end to the right of their measure or of the type area."""
    faults = []
    for line, block in _lines(sheet.flow):
        measure = block.content_box_x() + block.width
        edge, name = min((measure, "its measure"), (sheet.right, _AREA))
        if (excess := (_right(line) - _hang(line) - edge) * _POINTS) > TOLERANCE:
            faults.append((excess, name, _first_words(line)))
    if faults:
        excess, name, words = faults[0]
        yield Finding(
            Severity.WARN,
            "engine.overrun",
            "line",
            f"The line “{words}” ends {excess:.1f} pt to the right of {name}{_more(faults)}.",
            sheet.place,
            "Allow a break in the long word or address, or give the table's column more room.",
        )


def _overflows(sheet: _Sheet) -> Iterator[Finding]:
    """Lines and pictures that end below the type area."""
    faults = [
        (excess, words)
        for bottom, words in (*_lines_below(sheet.flow), *_pictures_below(sheet.flow))
        if (excess := (bottom - sheet.bottom) * _POINTS) > TOLERANCE
    ]
    if faults:
        yield Finding(
            Severity.FAIL,
            "engine.overflow",
            "page",
            f"“{faults[0][1]}” ends {max(faults)[0]:.1f} pt below {_AREA}{_more(faults)}.",
            sheet.place,
            "Make the picture, table row or unbreakable block lower than a page, or allow it to be split.",
        )


def _crowded_notes(sheet: _Sheet) -> Iterator[Finding]:
    """Footnotes that reach up into the text, or over the upper edge of the type area."""
    text = (area for area in sheet.areas(notes=False))
    limit = max((bottom for area in text for bottom, _ in _lines_below(area)), default=sheet.top)
    for area in sheet.areas(notes=True):
        if (excess := (limit - area.position_y) * _POINTS) > TOLERANCE:
            words = next((_first_words(line) for line, _ in _lines(area)), "")
            yield Finding(
                Severity.FAIL,
                "engine.overflow",
                "footnote",
                f"The footnotes from “{words}” are {excess:.1f} pt higher than the room there is for them.",
                sheet.place,
                _NOTE_ADVICE,
            )


def _headless_tables(sheets: Sequence[_Sheet]) -> Iterator[Finding]:
    """Parts of tables without the head that their table has (WeasyPrint #2679)."""
    parts: dict[Any, list[tuple[_Sheet, Any]]] = defaultdict(list)
    for sheet in sheets:
        for box in _in_flow(sheet.flow):
            if isinstance(box, TableBox) and box.children and _has_head(box.element):
                parts[box.element].append((sheet, box))
    for fragments in parts.values():
        if not any(_is_plain_head(group) for _, box in fragments for group in box.children):
            for sheet, box in fragments:
                if not any(group.is_header for group in box.children):
                    yield _headless(sheet, box)


def _headless(sheet: _Sheet, table: Any) -> Finding:
    return Finding(
        Severity.WARN,
        "engine.table-head",
        "missing",
        f"The part of the table that begins with “{_first_words(table)}” has lost its head.",
        sheet.place,
        "Shorten the longest row, or allow rows to be split over pages.",
    )


def _has_head(element: Any) -> bool:
    return element.tag == "table" and element.find("thead/tr") is not None


def _is_plain_head(group: Any) -> bool:
    """Whether the style sheet shows this head as ordinary rows, which are not repeated."""
    return group.element_tag == "thead" and not group.is_header


def _has_margins(page: Any) -> bool:
    sides = (page.margin_top, page.margin_right, page.margin_bottom, page.margin_left)
    return all(side > 0 for side in sides)


def _in_flow(box: Any) -> Iterator[Any]:
    """The boxes below `box` that stand in the flow, neither turned nor moved by the style sheet."""
    for child in box.children:
        if isinstance(child, (AbsolutePlaceholder, MarginBox)) or child.style["transform"]:
            continue
        if not (child.is_absolutely_positioned() or child.is_running()):
            yield child
            yield from _in_flow(child)


def _lines(box: Any) -> Iterator[tuple[Any, Any]]:
    """The lines below `box` that hold something, each with the block whose measure it fills."""
    blocks = (box, *_in_flow(box))
    for block in blocks:
        for line in block.children:
            if isinstance(line, LineBox) and _first_words(line):
                yield line, block


def _lines_below(box: Any) -> Iterator[tuple[float, str]]:
    """Lower edge and first words of each line below `box`."""
    for line, _ in _lines(box):
        yield line.position_y + line.height, _first_words(line)


def _pictures_below(box: Any) -> Iterator[tuple[float, str]]:
    """Lower edge and description of each picture that stands as a block below `box`."""
    pictures: Iterator[Any] = (b for b in _in_flow(box) if isinstance(b, BlockReplacedBox))
    for picture in pictures:
        yield picture.border_box_y() + picture.border_height(), _first_words(picture)


def _right(line: Any) -> float:
    """Where the line's last text or picture ends.

    A justified line is drawn with other kerning than it was measured with (WeasyPrint #2928), so its last text, if it
    has spaces to stretch, is measured as it will be drawn.
    """
    ends = [child.position_x + child.margin_width() for child in line.children]
    last = _last_text(line)
    if last is not None and last.justification_spacing and _SPACE.search(last.text):
        ends.append(last.position_x + _drawn_width(last))
    return float(max(ends, default=line.position_x))


def _hang(line: Any) -> float:
    """How far the last mark of a composed line is meant to stand outside its measure."""
    planned = getattr(line, "planned", None)
    return planned.end.hang if planned else 0.0


def _last_text(box: Any) -> Any:
    while box.children:
        box = box.children[-1]
    return box if isinstance(box, TextBox) else None


def _drawn_width(text: Any) -> float:
    layout = text.pango_layout
    layout.reactivate(text.style)
    width, _ = line_size(layout.get_first_line()[0], text.style)
    layout.deactivate()
    return float(width)


def _first_words(box: Any) -> str:
    """How the text of `box` begins; a picture is named by its description. "" when nothing is to be seen."""
    texts = (_words(child) for child in box.descendants())
    return " ".join("".join(texts).split()[:6])


def _words(box: Any) -> str:
    if isinstance(box, ReplacedBox):
        return str(box.element.get("alt") or "a picture")
    return str(box.text) if isinstance(box, TextBox) else ""


def _more(faults: Sequence[object]) -> str:
    """How many more faults of the same kind the page has."""
    return f" ({len(faults) - 1} more on this page)" if len(faults) > 1 else ""
