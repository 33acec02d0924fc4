"""A file as a whole: whether it can be read, and what is in it beside pages. In comes a file, out go dangers."""

from __future__ import annotations

from collections.abc import Iterator

from tirage.findings import Severity
from tirage.preflight.anatomy import named_files, notes_and_links
from tirage.preflight.check import Fault, check
from tirage.preflight.objects import at, string
from tirage.preflight.opening import UnreadableError
from tirage.preflight.subjects import File

_ACTIONS = (
    "/JavaScript",
    "/Launch",
    "/ImportData",
    "/SubmitForm",
    "/Rendition",
    "/Movie",
    "/Sound",
)
"""Actions that do more than to lead to a page or an address."""

COMMENTS = frozenset(
    [
        "/Text",
        "/FreeText",
        "/Highlight",
        "/Underline",
        "/StrikeOut",
        "/Squiggly",
        "/Ink",
        "/Caret",
        "/Stamp",
        "/Square",
        "/Circle",
        "/Line",
    ]
)
"""Kinds of annotations by which people mark proofs."""

_CLEAN = "Print it anew from the program that made it, without this."


@check(
    "file.readable",
    codes=("damaged", "locked", "too-large", "endless"),
    rationale="A file that a strict reader cannot open may fail at the press, in an archive or on a reader's screen, "
    "and no other check can be made on it.",
    source="ISO 32000-1, 7.5 (file structure) and 7.6 (encryption); PDF/A forbids encryption (ISO 19005-2, 6.1.3)",
    advice="Build again; if it stays, delete the cache folder .tirage first.",
)
def readable(error: UnreadableError) -> Iterator[Fault]:
    """The file is a sound PDF without a password."""
    messages = {
        "locked": "The file is encrypted, so that not everybody can read it.",
        "too-large": f"The file is too large to be read: {error}.",
        "endless": f"The file cannot be read to its end: {error}.",
    }
    yield Fault(
        error.code,
        messages.get(error.code, f"The file cannot be read as a PDF: {error}."),
        advice="Make the file anew. One that tirage has built: delete the cache folder .tirage first.",
    )


@check(
    "file.scripts",
    codes=("script", "action"),
    rationale="A program in a PDF runs on the reader's computer. Journals need none, mail filters refuse it, and archives "
    "forbid it.",
    source="ISO 19005-2, 6.5.1 and 6.5.2 (actions); ISO 32000-1, 12.6.4",
    advice="Print the file anew from the program that made it, without scripts and actions.",
)
def scripts(file: File) -> Iterator[Fault]:
    """Nothing in the file runs a program."""
    root = file.reader.root_object
    if "/JavaScript" in (at(root, "/Names") or {}):
        yield Fault("script", "The file holds scripts.", advice=_CLEAN)
    if (kind := _kind(at(root, "/OpenAction"))) in _ACTIONS or "/AA" in root:
        told = kind.lstrip("/") if kind in _ACTIONS else "an action of its own"
        yield Fault("action", f"Opening the file starts {told}.", advice=_CLEAN)
    for number, annotation in notes_and_links(file.reader):
        if (kind := _kind(at(annotation, "/A"))) in _ACTIONS:
            message = f"A click on the page starts {kind.lstrip('/')}."
            yield Fault("action", message, file.labels[number], _CLEAN)


@check(
    "file.attachments",
    codes=("attached",),
    rationale="A file within the file travels unseen: a manuscript with reviewers' remarks, for instance. Archives forbid "
    "most of them.",
    source="ISO 19005-2, 6.8; ISO 32000-1, 7.11.4",
    advice="Take out what readers should not get.",
    severity=Severity.WARN,
)
def attachments(file: File) -> Iterator[Fault]:
    """No other file is attached."""
    if file.edition == "archive":
        return  # its sources may be there; what is allowed is the archive's own matter
    names = [*named_files(file.reader)]
    pages = [
        one for _, one in notes_and_links(file.reader) if at(one, "/Subtype") == "/FileAttachment"
    ]
    if names or pages:
        told = ", ".join(f"«{name}»" for name in names[:5]) or "a note on a page"
        advice = "Take it out, unless readers should get it."
        yield Fault("attached", f"Another file is attached: {told}.", advice=advice)


@check(
    "file.forms",
    codes=("fields", "xfa"),
    rationale="A field to be filled in has no place in a finished issue: it shows differently in every program, and its "
    "content can be changed.",
    source="ISO 19005-2, 6.4.1 and 6.4.2 (forms; no XFA)",
    advice="Print the file anew from the program that made it, without fields.",
    severity=Severity.WARN,
)
def forms(file: File) -> Iterator[Fault]:
    """The file has no fields to be filled in."""
    form = at(file.reader.root_object, "/AcroForm") or {}
    if "/XFA" in form:
        message = "The file is an XFA form, which few programs can show."
        yield Fault("xfa", message, advice=_CLEAN)
    elif at(form, "/Fields"):
        yield Fault("fields", "The file has fields to be filled in.", advice=_CLEAN)


@check(
    "file.comments",
    codes=("comment",),
    rationale="Marks and notes of proof-readers should be worked in before a page is published; some of them print.",
    source="ISO 19005-2, 6.3.1 (annotations); Ghent Workgroup: no comments in the page area",
    advice="Work the comments in, then take them out.",
    severity=Severity.WARN,
)
def comments(file: File) -> Iterator[Fault]:
    """No comments of proof-readers are left."""
    for number, annotation in notes_and_links(file.reader):
        if at(annotation, "/Subtype") in COMMENTS:
            text = string(at(annotation, "/Contents") or "").strip()
            told = f": «{text[:60]}»" if text else ""
            message = f"A comment is left on the page{told}."
            yield Fault("comment", message, file.labels[number], "Work it in, then take it out.")


@check(
    "file.layers",
    codes=("hidden",),
    rationale="A layer that is off on one computer is on, or printed, on another.",
    source="ISO 32000-1, 8.11 (optional content); PDF/X-4 allows layers, PDF/A-1 forbids them",
    advice="Print the file anew from the program that made it, with the layers that should be seen.",
    severity=Severity.WARN,
)
def layers(file: File) -> Iterator[Fault]:
    """No layer of the pages is hidden."""
    groups = at(file.reader.root_object, "/OCProperties") or {}
    shown = at(groups, "/D") or {}
    if at(shown, "/OFF") or at(shown, "/BaseState") == "/OFF":
        yield Fault("hidden", "Some layers of the pages are hidden.", advice=_CLEAN)


@check(
    "file.version",
    codes=("unknown", "old"),
    rationale="The version tells programs what to expect. Tags and transparent colours need 1.4, and an unknown version "
    "is refused by some.",
    source="ISO 32000-1, 7.5.2 (header) and 7.2.2 (version in the catalogue)",
    advice="Make the file anew as PDF 1.4 or newer.",
    severity=Severity.WARN,
)
def version(file: File) -> Iterator[Fault]:
    """The version of PDF is a known one, and new enough."""
    told = str(at(file.reader.root_object, "/Version") or "").lstrip("/")
    version = max(told, file.reader.pdf_header.removeprefix("%PDF-"))
    known = ("1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "2.0")
    if version not in known:
        message = f"The file says that it is PDF {version}, which does not exist."
        yield Fault("unknown", message, advice="Make the file anew with another program.")
    elif version < "1.4":
        message = (
            f"The file is PDF {version}: that version knows neither tags nor transparent colours."
        )
        yield Fault("old", message, advice="Make the file anew as PDF 1.4 or newer.")


def _kind(action: object) -> str:
    """What an action does, as "/URI"; "" for a place in the file."""
    return str(at(action, "/S")) if isinstance(action, dict) else ""
