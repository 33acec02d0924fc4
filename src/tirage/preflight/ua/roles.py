"""What elements are called. In comes a file, out go names that no reader's program knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tirage.preflight.check import Fault, check
from tirage.preflight.checks.tags import untagged
from tirage.preflight.objects import at
from tirage.preflight.subjects import File
from tirage.preflight.ua.telling import ADVICE

STANDARD = frozenset(
    [
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
        "P",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "RB",
        "RT",
        "RP",
        "Warichu",
        "WT",
        "WP",
        "Figure",
        "Formula",
        "Form",
    ]
)
"""The types of PDF 1.7 (ISO 32000-1, 14.8.4)."""


@check(
    "ua.roles",
    codes=("unmapped", "circular", "remapped"),
    rationale="A reader's program knows the types of the standard and nothing else. A type of one's own is passed over, "
    "unless the role map says which of them it is.",
    source="ISO 14289-1, 7.1; Matterhorn 02-001, 02-003 and 02-004",
    lacks=untagged,
)
def roles(file: File) -> Iterator[Fault]:
    """Every type of element is one of the standard, or stands for one."""
    mapped = at(at(file.reader.root_object, "/StructTreeRoot"), "/RoleMap") or {}
    names = {str(name).lstrip("/"): str(at(mapped, name)).lstrip("/") for name in mapped}
    for name in sorted(names.keys() & STANDARD):
        message = f"The role map says that {name}, a type of the standard, is a {names[name]}."
        yield Fault("remapped", message, advice=ADVICE)
    circular = {name for name in names if _end(name, names) == ""} - STANDARD
    for name in sorted(circular):
        message = f"The role map leads from {name} back to {name}."
        yield Fault("circular", message, advice=ADVICE)
    used = Counter(str(at(element.entry, "/S")).lstrip("/") for element in file.tree.walk())
    for name in sorted(used.keys() - STANDARD - circular):
        if (end := _end(name, names)) not in STANDARD:
            message = f"The structure tree holds {name}, and the role map does not say what it is"
            message += f" but {end}." if end != name else "."
            yield Fault("unmapped", message, advice=ADVICE)


def _end(name: str, names: dict[str, str]) -> str:
    """The type to which the role map leads from `name`; "" when it goes round."""
    for _ in range(len(names) + 1):
        if name in STANDARD or name not in names:
            return name
        name = names[name]
    return ""


@check(
    "ua.suspects",
    codes=("suspect",),
    rationale="A file may say that its tags were guessed and should not be trusted; readers' programs then go by the "
    "looks of the page.",
    source="ISO 14289-1, 7.1; Matterhorn 01-007",
)
def suspects(file: File) -> Iterator[Fault]:
    """The file does not doubt its own tags."""
    if getattr(at(at(file.reader.root_object, "/MarkInfo") or {}, "/Suspects"), "value", False):
        yield Fault("suspect", "The file says that its tags are not to be trusted.", advice=ADVICE)
