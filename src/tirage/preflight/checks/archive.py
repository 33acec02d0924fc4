"""What is kept for ever. In comes an opened galley of the archive edition, out goes what PDF/A does not allow.

This does not replace a validator; it refuses what binding and later hands could do wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from tirage.preflight.check import Fault, check
from tirage.preflight.checks.job import output_profile
from tirage.preflight.objects import at, string
from tirage.preflight.paint import pictures
from tirage.preflight.subjects import Bound

_AGAIN = "Delete the cache folder .tirage and build again; if it stays, please report it."
_A = "{http://www.aiim.org/pdfa/ns/id/}"
_SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
_RELATIONS = ("/Source", "/Alternative")
"""What attached files may be: what the galley was made from, or the same text as JATS."""
_PRINTED = 4
"""The flag of annotations that are printed (ISO 32000-1, table 165)."""


@check(
    "archive.identification",
    codes=("none", "other"),
    rationale="Archives sort and check files by the standard that they claim.",
    source="ISO 19005-3, 6.6.4",
)
def identification(bound: Bound) -> Iterator[Fault]:
    """The file says that it is PDF/A-3a."""
    if bound.galley.edition != "archive":
        return
    claimed = (bound.packet.plain(f"{_A}part"), bound.packet.plain(f"{_A}conformance"))
    if not any(claimed):
        yield Fault("none", "The file does not say that it is PDF/A.", "", _AGAIN)
    elif claimed != ("3", "A"):
        said = "".join(claimed).lower()
        yield Fault("other", f"The file says that it is PDF/A-{said}, not PDF/A-3a.", "", _AGAIN)


@check(
    "archive.intent",
    codes=("missing", "space"),
    rationale="Without a profile nobody will know in a hundred years which red was meant.",
    source="ISO 19005-3, 6.2.3",
)
def intent(bound: Bound) -> Iterator[Fault]:
    """The file defines its colours."""
    if bound.galley.edition != "archive":
        return
    profile = output_profile(bound.reader.root_object, "/GTS_PDFA1")
    if profile is None:
        yield Fault("missing", "The file does not define its colours.", "", _AGAIN)
    elif profile[16:20] != b"RGB ":
        message = "The file defines other colours than those that it is painted in."
        yield Fault("space", message, "", _AGAIN)


@check(
    "archive.sources",
    codes=("changed", "left-out", "unrelated", "untyped"),
    rationale="The text files are what the issue was made from: with them it can be made again, or read by programs "
    "that do not exist yet.",
    source="ISO 19005-3, 6.8 and annex E; house decision: the archive edition carries its source",
)
def sources(bound: Bound) -> Iterator[Fault]:
    """The content that the galley was made from is in it, and it is said what each file is."""
    if bound.galley.edition != "archive":
        return
    root = bound.reader.root_object
    there = set(bound.reader.attachments)
    for name in bound.galley.attached:
        if name not in there:
            message = f"The file {name}, from which this was made, is not in it."
            yield Fault("left-out", message, "", _AGAIN)
    related = {
        string(at(file.get_object(), "/UF"))
        for file in at(root, "/AF") or ()
        if at(file.get_object(), "/AFRelationship") in _RELATIONS
    }
    for name in sorted(there - related):
        message = f"It is not said how the file {name} belongs to the document."
        yield Fault("unrelated", message, "", _AGAIN)
    for reference in at(root, "/AF") or ():
        name = string(at(reference.get_object(), "/UF"))
        content = reference.get_object()["/EF"]["/F"]
        if name in bound.galley.attached and content.get_data() != _written(bound, name):
            message = f"The file {name} in the archive is not the one in the issue's folder."
            yield Fault("changed", message, "", _AGAIN)
        if "/Subtype" not in content:
            message = f"It is not said of what kind the file {name} is."
            yield Fault("untyped", message, "", _AGAIN)


def _written(bound: Bound, name: str) -> bytes:
    """What stands in a file of the content."""
    home = bound.issue.folder.parent if name == "journal.yaml" else bound.issue.folder
    return (home / name).read_bytes()


_KNOWN = frozenset(
    (
        "http://purl.org/dc/elements/1.1/",
        "http://ns.adobe.com/pdf/1.3/",
        "http://ns.adobe.com/xap/1.0/",
        "http://ns.adobe.com/xap/1.0/mm/",
        "http://ns.adobe.com/xap/1.0/rights/",
        "http://www.aiim.org/pdfa/ns/extension/",
        _A.strip("{}"),
    )
)
"""The schemas of XMP that need no explanation, as far as tirage uses them (ISO 19005-3, 6.6.2.3.1 and 6.6.2.3.3)."""


@check(
    "archive.schemas",
    codes=("unexplained",),
    rationale="Who reads the file in a hundred years finds in it what its metadata mean, or does not know.",
    source="ISO 19005-3, 6.6.2.3 (extension schemas)",
)
def schemas(bound: Bound) -> Iterator[Fault]:
    """The words of the metadata that PDF/A does not know are explained in the file."""
    if bound.galley.edition != "archive":
        return
    explained = bound.packet.every(f"{_SCHEMA}namespaceURI")
    for namespace in sorted(bound.packet.namespaces - _KNOWN - {*explained}):
        message = f"The metadata use words of {namespace}, which nothing in the file explains."
        yield Fault("unexplained", message, "", _AGAIN)


@check(
    "archive.forbidden",
    codes=("unprinted", "smoothed"),
    rationale="A file for ever looks the same whether it is shown or printed, and with whatever program.",
    source="ISO 19005-3, 6.3.2 and 6.2.8",
)
def forbidden(bound: Bound) -> Iterator[Fault]:
    """Nothing is in the file that an archive forbids."""
    if bound.galley.edition != "archive":
        return
    for number, page in enumerate(bound.reader.pages):
        notes = (reference.get_object() for reference in at(page, "/Annots") or ())
        if not all(int(at(note, "/F") or 0) & _PRINTED for note in notes):
            label = bound.label(number)
            message = f"A link on the page {label} would be left out when the page is printed."
            yield Fault("unprinted", message, label, _AGAIN)
    for page_number, picture in pictures(bound.paintings):
        if at(picture, "/Interpolate"):
            label = bound.label(page_number)
            message = f"A picture on the page {label} is smoothed, by each program in its own way."
            yield Fault("smoothed", message, label, _AGAIN)
