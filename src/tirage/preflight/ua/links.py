"""Links and other annotations. In comes a file, out go those that a voice cannot name or place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tirage.findings import counted
from tirage.preflight.anatomy import notes_and_links
from tirage.preflight.check import Fault, check
from tirage.preflight.checks.file import COMMENTS
from tirage.preflight.checks.tags import untagged
from tirage.preflight.objects import at, string
from tirage.preflight.subjects import File
from tirage.preflight.tree import Element
from tirage.preflight.ua.telling import ADVICE, number_of

_FREE = COMMENTS | {"/Link", "/Widget", "/PrinterMark", "/Popup", "/TrapNet"}
"""Kinds that need no element Annot of their own, or that other checks tell."""


@check(
    "ua.annotations",
    codes=("silent", "unheld", "trap", "media"),
    rationale="A link is heard by its words or by what it says of itself. One that says nothing is heard as an address, "
    "letter by letter.",
    source="ISO 14289-1, 7.18.1, 7.18.2, 7.18.5 and 7.18.6; Matterhorn 28-002, 28-004, 28-006, 28-007, 28-012, 28-014 "
    "and 28-015",
    lacks=untagged,
)
def spoken(file: File) -> Iterator[Fault]:
    """Links and other annotations say in words what they are."""
    holders = _holders(file)
    silent: dict[int, int] = {}
    for number, annotation in notes_and_links(file.reader):
        kind, label = str(at(annotation, "/Subtype")), file.labels[number]
        holder = holders.get(number_of(annotation))
        if kind == "/TrapNet":
            message = "The page holds traps for a press, which a reader's program cannot tell."
            yield Fault("trap", message, label, ADVICE)
        elif kind not in _FREE and (holder is None or holder.kind != "Annot"):
            message = f"An annotation of the kind {kind.lstrip('/')} belongs to no element Annot."
            yield Fault("unheld", message, label, ADVICE)
        elif not _speaks(annotation, kind, holder):
            silent[number] = silent.get(number, 0) + 1
        if (clip := _clip(annotation)) is not None and not ("/CT" in clip and "/Alt" in clip):
            message = "A sound or film does not say what it is and what it shows."
            yield Fault("media", message, label, ADVICE)
    for number, times in silent.items():
        message = "On the page " + counted(
            times,
            "link or other annotation does not say what it is.",
            "links or other annotations do not say what they are.",
        )
        yield Fault("silent", message, file.labels[number], ADVICE)


def _speaks(annotation: Any, kind: str, holder: Element | None) -> bool:
    """Whether it has contents, or, unless it is a link, its element an alternative text; fields are another matter."""
    if kind in ("/Widget", "/PrinterMark", "/Popup") or string(at(annotation, "/Contents") or ""):
        return True
    return kind != "/Link" and holder is not None and bool(holder.alternative)


def _clip(annotation: Any) -> Any:
    """The clip that an annotation plays; None when it plays none."""
    action = at(annotation, "/A")
    return at(at(action, "/R") or {}, "/C") if isinstance(action, dict) else None


@check(
    "ua.holders",
    codes=("link", "field", "unnamed", "mark"),
    rationale="The tags say what an annotation is. A link outside an element Link is not announced as one.",
    source="ISO 14289-1, 7.18.4, 7.18.5 and 7.18.8; Matterhorn 28-005, 28-010, 28-011 and 28-017",
    lacks=untagged,
)
def holders(file: File) -> Iterator[Fault]:
    """Links stand in elements Link, fields of forms in elements Form, printer's marks in none."""
    held = _holders(file)
    for number, annotation in notes_and_links(file.reader):
        holder, label = held.get(number_of(annotation)), file.labels[number]
        match at(annotation, "/Subtype"):
            case "/Link" if holder is not None and holder.kind != "Link":
                message = f"A link belongs to an element {holder.kind}, not to a Link."
                yield Fault("link", message, label, ADVICE)
            case "/Widget" if holder is None or holder.kind != "Form":
                message = "A field of a form belongs to no element Form."
                yield Fault("field", message, label, ADVICE)
            case "/Widget" if holder is not None and not (_told(annotation) or holder.alternative):
                yield Fault("unnamed", "A field of a form has no name to be read.", label, ADVICE)
            case "/PrinterMark" if holder is not None:
                message = "A printer's mark stands in the structure tree and will be read."
                yield Fault("mark", message, label, ADVICE)


def _told(field: Any) -> str:
    """The name of a field, its own or that of the field above."""
    return string(at(field, "/TU") or at(at(field, "/Parent") or {}, "/TU") or "")


def _holders(file: File) -> dict[int, Element]:
    """The elements to which objects belong, by the numbers of the objects."""
    return {number: element for element in file.tree.walk() for number in element.objects}
