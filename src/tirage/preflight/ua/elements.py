"""Headings, figures, tables, lists and notes. In comes a file, out go elements that do not say what they must."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tirage.findings import Severity
from tirage.preflight.check import Fault, check
from tirage.preflight.checks.tags import untagged
from tirage.preflight.objects import at, string
from tirage.preflight.subjects import File
from tirage.preflight.tree import Element
from tirage.preflight.ua.telling import ADVICE, folio


@check(
    "ua.headings",
    codes=("several",),
    rationale="Headings without levels tell their level by the part that they stand in: two in one part contradict each "
    "other.",
    source="ISO 14289-1, 7.4.4; Matterhorn 14-006",
    lacks=untagged,
)
def headings(file: File) -> Iterator[Fault]:
    """Where headings have no levels, a part has one heading."""
    for element in file.tree.walk():
        if sum(kid.kind == "H" for kid in element.kids) > 1:
            message = f"{element.kind} has several headings H of its own."
            yield Fault("several", message, folio(file, element), ADVICE)


@check(
    "ua.figures",
    codes=("no-box", "outside", "formula"),
    rationale="Programs that enlarge or reflow a page, and braille displays that show where a picture stands, take its "
    "place from the tags. A formula is spoken by its alternative text.",
    source="ISO 32000-1, 14.8.5.4.3 (BBox); ISO 14289-1, 7.3 and 7.7; Matterhorn 17-002",
    lacks=untagged,
)
def figures(file: File) -> Iterator[Fault]:
    """Pictures and formulas say where they stand, formulas how they are spoken."""
    for element in file.tree.walk():
        if element.kind not in ("Figure", "Formula"):
            continue
        what, label = "picture" if element.kind == "Figure" else "formula", folio(file, element)
        box = attribute(element, "/BBox")
        if element.kind == "Formula" and element.alternative and "/Alt" not in element.entry:
            message = "A formula has a text in its place and none that says how it is spoken."
            yield Fault("formula", message, label, ADVICE)
        if not isinstance(box, list) or len(box) != 4:
            message = f"A {what} does not say where on the page it stands."
            yield Fault("no-box", message, label, ADVICE)
        elif element.page is not None and not _is_on(box, file.reader.pages[element.page]):
            message = f"A {what} says that it stands outside its page."
            yield Fault("outside", message, label, ADVICE)


def _is_on(box: list[Any], page: Any) -> bool:
    """Whether `box` has an area, some of it on `page`."""
    left, bottom, right, top = (float(side) for side in box)
    paper = page.mediabox
    across = min(right, float(paper.right)) - max(left, float(paper.left))
    up = min(top, float(paper.top)) - max(bottom, float(paper.bottom))
    return across > 0 and up > 0


@check(
    "ua.tables",
    codes=("nobody", "overlap"),
    rationale="A cell that names a head which does not exist, or that stands where another one stands, is heard with the "
    "wrong head or with none.",
    source="ISO 14289-1, 7.5; Matterhorn 15-003; ISO 32000-1, 14.8.5.7",
    lacks=untagged,
)
def tables(file: File) -> Iterator[Fault]:
    """Cells name heads that exist, and fill the rows and columns of their table."""
    ids = {string(at(one.entry, "/ID")) for one in file.tree.walk() if "/ID" in one.entry}
    for table in file.tree.walk():
        if table.kind != "Table":
            continue
        rows = [row for row in table.walk() if row.kind == "TR"]
        cells = [cell for row in rows for cell in row.kids]
        named = {string(name) for cell in cells for name in attribute(cell, "/Headers") or ()}
        if lost := named - ids:
            message = f"Cells of a table name heads that do not exist: {', '.join(sorted(lost))}."
            yield Fault("nobody", message, folio(file, table), ADVICE)
        if any(cell.rows > 1 for cell in cells) and not _is_filled(rows):
            message = "The cells of a table, with those that span rows, do not fill its rows."
            yield Fault("overlap", message, folio(file, table), ADVICE)


def _is_filled(rows: list[Element]) -> bool:
    """Whether cells, laid out as HTML does it, give rows of equal length, and none reaches below the last."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row.kids:
            while (number, column) in taken:
                column += 1
            high = range(number, number + cell.rows)
            taken.update((at_row, column + wide) for at_row in high for wide in range(cell.span))
    lengths = Counter(row for row, _ in taken)
    widest = 1 + max((column for _, column in taken), default=-1)
    return set(lengths) == set(range(len(rows))) and set(lengths.values()) == {widest}


@check(
    "ua.lists",
    codes=("unnumbered",),
    rationale="A voice that knows how a list is numbered says «list with five items, numbered»; else it can only repeat "
    "what is printed.",
    source="ISO 14289-1, 7.6; Matterhorn 16-001; ISO 32000-1, table 347",
    severity=Severity.WARN,
    lacks=untagged,
)
def lists(file: File) -> Iterator[Fault]:
    """Lists with labels say how they are numbered."""
    for element in file.tree.walk():
        if element.kind != "L" or attribute(element, "/ListNumbering"):
            continue
        if any(part.kind == "Lbl" for item in element.kids for part in item.kids):
            message = "A list with labels does not say how they count."
            yield Fault("unnumbered", message, folio(file, element), ADVICE)


@check(
    "ua.notes",
    codes=("no-id", "same-id"),
    rationale="Programs find the note of a call by the note's name.",
    source="ISO 14289-1, 7.9; Matterhorn 19-003 and 19-004",
    lacks=untagged,
)
def notes(file: File) -> Iterator[Fault]:
    """Every note has a name of its own."""
    seen: set[str] = set()
    for element in file.tree.walk():
        if element.kind != "Note":
            continue
        name = string(at(element.entry, "/ID") or "")
        if not name:
            yield Fault("no-id", "A note has no name.", folio(file, element), ADVICE)
        elif name in seen:
            message = f"Two notes have the same name, «{name}»."
            yield Fault("same-id", message, folio(file, element), ADVICE)
        seen.add(name)


@check(
    "ua.calls",
    codes=("none",),
    rationale="A note that nothing in the text refers to is read where it stands, in the midst of other matters.",
    source="ISO 14289-1, 7.9; Matterhorn 19-002",
    severity=Severity.WARN,
    lacks=untagged,
)
def calls(file: File) -> Iterator[Fault]:
    """Where there are notes, there are references."""
    kinds = Counter(element.kind for element in file.tree.walk())
    if kinds["Note"] and not kinds["Reference"]:
        message = (
            f"The file has notes ({kinds['Note']}) and nothing in its text that refers to them."
        )
        yield Fault("none", message, advice=ADVICE)


def attribute(element: Element, key: str) -> Any:
    """What an element says of itself under `key` of its attributes; None when nothing (ISO 32000-1, 14.7.5)."""
    value = at(element.entry, "/A")
    for reference in value if isinstance(value, list) else [value]:
        held = reference.get_object() if reference is not None else None
        if isinstance(held, dict) and key in held:
            return at(held, key)
    return None
