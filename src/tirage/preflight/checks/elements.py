"""Elements of the structure tree: headings, tables, figures, lists. In comes a file, out go those that mislead the ear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tirage.findings import Severity
from tirage.preflight.check import Fault, check
from tirage.preflight.checks.tags import ADVICE, untagged
from tirage.preflight.subjects import File
from tirage.preflight.tree import Element

_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|svg|gif|tiff?|bmp|pdf|webp|eps)", re.IGNORECASE)
_LEVEL = re.compile(r"H[1-6]")


@check(
    "tags.headings",
    codes=("skipped", "mixed"),
    rationale="Who cannot see a page moves through it by its headings. A level that is left out is looked for in vain.",
    source="ISO 14289-1, 7.4.2; Matterhorn 14-003 and 14-007; WCAG 1.3.1",
    advice="Use the next level: ## under a title, ### under ##.",
    severity=Severity.WARN,
    lacks=untagged,
)
def headings(file: File) -> Iterator[Fault]:
    """Headings go down one level at a time."""
    found = [element for element in file.tree.walk() if _LEVEL.fullmatch(element.kind)]
    plain = any(element.kind == "H" for element in file.tree.walk())
    if found and plain:
        message = "Some headings tell their level (H1, H2 …) and others do not (H)."
        yield Fault("mixed", message, advice=ADVICE)
    level = 0
    for element in found:
        own = int(element.kind[1])
        if own > level + 1:
            above = f"one of level {level}" if level else "nothing"
            message = f"A heading of level {own} follows {above}{_titled(element)}."
            advice = "Use the next level: ## under a title, ### under ##."
            yield Fault("skipped", message, _label(file, element), advice)
        level = own


@check(
    "tags.tables",
    codes=("no-head", "scope", "ragged"),
    rationale="A cell is heard with the heads of its row and column, if the table says which they are.",
    source="ISO 14289-1, 7.5; Matterhorn 15-003 and 15-005; ISO 32000-1, 14.8.5.7",
    advice="Give every table a row of heads, and every row as many cells as there are columns.",
    severity=Severity.WARN,
    lacks=untagged,
)
def tables(file: File) -> Iterator[Fault]:
    """Every table has heads, which say what they stand over, and rows of equal length."""
    for table in file.tree.walk():
        if table.kind != "Table":
            continue
        rows = [row for row in table.walk() if row.kind == "TR"]
        cells = [cell for row in rows for cell in row.kids if cell.kind in ("TH", "TD")]
        heads = [cell for cell in cells if cell.kind == "TH"]
        label = _label(file, table)
        if len(rows) > 1 and not heads:
            message = "A table has no heads: nothing says what its columns are."
            yield Fault("no-head", message, label, "Give the table a row of heads.")
        elif any(not cell.scope for cell in heads) and not any(cell.headers for cell in cells):
            message = (
                "Heads of a table do not say whether they stand over a column or before a row."
            )
            yield Fault("scope", message, label, ADVICE)
        if _is_ragged(rows):
            message = "The rows of a table have different numbers of cells."
            yield Fault(
                "ragged", message, label, "Give every row as many cells as there are columns."
            )


@check(
    "tags.alternatives",
    codes=("none", "name"),
    rationale="A picture is heard by its alternative text. Without one there is silence, with a file's name there is noise.",
    source="ISO 14289-1, 7.3; Matterhorn 13-004; WCAG 1.1.1",
    advice="Write alternative text in the brackets: ![what it shows](file.png).",
    lacks=untagged,
)
def alternatives(file: File) -> Iterator[Fault]:
    """Every picture and formula says in words what it shows."""
    for element in file.tree.walk():
        if element.kind not in ("Figure", "Formula"):
            continue
        what = "picture" if element.kind == "Figure" else "formula"
        told = (element.alternative or "").strip()
        label = _label(file, element)
        if not told:
            message = f"A {what} does not say in words what it shows."
            advice = "Write its alternative text in the brackets: ![what it shows](file.png)."
            yield Fault("none", message, label, advice)
        elif _FILE_NAME.fullmatch(told):
            message = f"A {what} has the name of its file, «{told}», for its alternative text."
            yield Fault("name", message, label, "Write what it shows, in a sentence.")


@check(
    "tags.lists",
    codes=("item", "empty"),
    rationale="A list tells how many items it has and where each begins, if it is built of items.",
    source="ISO 14289-1, 7.6; Matterhorn 16-001 and 09-005; ISO 32000-1, 14.8.4.3.3",
    advice="Let the program that makes the file tag it as PDF/UA asks.",
    severity=Severity.WARN,
    lacks=untagged,
)
def lists(file: File) -> Iterator[Fault]:
    """Every list is built of items."""
    for element in file.tree.walk():
        if element.kind != "L":
            continue
        label = _label(file, element)
        other = [kid.kind for kid in element.kids if kid.kind not in ("LI", "L", "Caption")]
        if other or element.marks:
            told = other[0] if other else "text"
            message = f"A list holds {told} that is no item of it."
            yield Fault("item", message, label, ADVICE)
        elif not element.kids:
            yield Fault("empty", "A list has no items.", label, ADVICE)


def _is_ragged(rows: list[Element]) -> bool:
    """Whether rows differ in length, as far as that can be told: a cell over several rows leaves room in the next."""
    lengths = {sum(cell.span for cell in row.kids) for row in rows}
    return len(lengths) > 1 and not any(cell.rows > 1 for row in rows for cell in row.kids)


def _label(file: File, element: Element) -> str:
    page = next((one.page for one in element.walk() if one.page is not None), None)
    return file.labels[page] if page is not None and page < len(file.labels) else ""


def _titled(element: Element) -> str:
    return f": «{element.title}»" if element.title else ""
