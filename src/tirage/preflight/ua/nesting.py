"""What stands in what. In comes a file, out go elements in the wrong place, and elements of which nothing is heard."""

from __future__ import annotations

from collections.abc import Iterator

from tirage.findings import Severity
from tirage.preflight.check import Fault, check
from tirage.preflight.checks.tags import untagged
from tirage.preflight.objects import at
from tirage.preflight.order import HEADINGS
from tirage.preflight.subjects import File
from tirage.preflight.tree import Element
from tirage.preflight.ua.telling import ADVICE, folio

_KIDS = {
    "Table": ("table", frozenset(["TR", "THead", "TBody", "TFoot", "Caption"])),
    "THead": ("table", frozenset(["TR"])),
    "TBody": ("table", frozenset(["TR"])),
    "TFoot": ("table", frozenset(["TR"])),
    "TR": ("table", frozenset(["TH", "TD"])),
    "LI": ("list", frozenset(["Lbl", "LBody"])),
    "TOC": ("contents", frozenset(["TOC", "TOCI", "Caption"])),
    "Ruby": ("ruby", frozenset(["RB", "RT", "RP"])),
    "Warichu": ("ruby", frozenset(["WT", "WP"])),
}
"""What these may hold, and the code of what they may not."""

_PARENTS = {
    **{kind: ("table", frozenset(["Table"])) for kind in ("THead", "TBody", "TFoot")},
    "TR": ("table", frozenset(["Table", "THead", "TBody", "TFoot"])),
    "TH": ("table", frozenset(["TR"])),
    "TD": ("table", frozenset(["TR"])),
    "LI": ("list", frozenset(["L"])),
    "LBody": ("list", frozenset(["LI"])),
    "TOCI": ("contents", frozenset(["TOC"])),
    **{kind: ("ruby", frozenset(["Ruby"])) for kind in ("RB", "RT", "RP")},
    **{kind: ("ruby", frozenset(["Warichu"])) for kind in ("WT", "WP")},
}
"""Where these may stand."""

_SPEAKING = HEADINGS | frozenset(
    [
        "P",
        "Span",
        "Quote",
        "BlockQuote",
        "Link",
        "Reference",
        "Note",
        "BibEntry",
        "Caption",
        "LI",
        "LBody",
        "Lbl",
        "TOCI",
        "TR",
    ]
)
"""Types that are announced, and followed by nothing when they are empty."""


@check(
    "ua.nesting",
    codes=("table", "list", "contents", "ruby"),
    rationale="A row outside a table, or a paragraph between the cells of a row, cannot be told by its place: the voice "
    "leaves it out or loses its way.",
    source="ISO 32000-1, tables 333, 336, 337 and 338; Matterhorn 09-004 to 09-008",
    lacks=untagged,
)
def nesting(file: File) -> Iterator[Fault]:
    """Parts of tables, lists, contents and glosses stand where the standard has them."""
    for element in file.tree.walk():
        code, allowed = _KIDS.get(element.kind, ("", frozenset()))
        stray = next((kid for kid in element.kids if code and kid.kind not in allowed), None)
        if stray is None and code and element.marks:
            message = f"Text stands in {element.kind} by itself."
            yield Fault(code, message, folio(file, element), ADVICE)
        elif stray is not None and stray.kind not in _PARENTS:
            message = f"{element.kind} holds {stray.kind}, which does not belong there."
            yield Fault(code, message, folio(file, element), ADVICE)
        for kid in element.kids:
            code, homes = _PARENTS.get(kid.kind, ("", frozenset()))
            if code and element.kind not in homes:
                message = f"{kid.kind} stands in {element.kind}, where it does not belong."
                yield Fault(code, message, folio(file, kid), ADVICE)


@check(
    "ua.empty",
    codes=("element",),
    rationale="An empty heading is heard as «heading», an empty link as «link»: whoever listens looks for what is "
    "missing.",
    source="ISO 14289-1, 7.1; WCAG technique PDF9 and failure F92",
    severity=Severity.WARN,
    lacks=untagged,
)
def empty(file: File) -> Iterator[Fault]:
    """Everything that is announced holds something."""
    for element in file.tree.walk():
        if element.kind in _SPEAKING and not _holds(element):
            told = f" «{element.title}»" if element.title else ""
            message = f"The element {element.kind}{told} holds nothing."
            yield Fault("element", message, folio(file, element), ADVICE)


def _holds(element: Element) -> bool:
    return at(element.entry, "/K") not in (None, []) or bool(element.alternative)
