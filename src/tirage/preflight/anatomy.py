"""The structure of a file. In comes an opened PDF, out goes what its pages are, without reading their text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from tirage.model.press import Presswork
from tirage.preflight.objects import at, content, string

if TYPE_CHECKING:
    from pypdf import PdfReader

_MARK = re.compile(rb"/\w+\s*(?:<<[^<>]*>>|/\w+)?\s*B[DM]C\b|\bEMC\b")
"""Begin and end of marked content, which binding changes: it draws nothing."""

_PRODUCTION = re.compile(rb"/Artifact <</Type /Page>> BDC\n.*?\nEMC\b", re.DOTALL)
"""Printer's marks, which are no part of the page (ISO 32000-1, 14.8.2.2.2)."""

_COLOUR = tuple(b" " + operator for operator in (b"rg", b"RG", b"g", b"G", b"k", b"K", b"gs"))
"""Ends of lines that choose a colour or how it is laid over others; the engine writes an operation on each line."""

_LIMIT = re.compile(rb"(?:/(\w+)\s*(?:<<[^<>]*?(/MCID\s+\d+)?[^<>]*>>\s*)?)?\bB[DM]C\b|\bEMC\b")
"""Begin of marked content, with its tag and number, or end."""

_NUMBERED = re.compile(rb"/MCID\s+(\d+)")
_PAINTED = re.compile(rb"(?:^|[\s\])>])(?:[fFBbSs]\*?|T[jJ]|['\"]|sh|Do|EI)(?=\s|$)")
"""What draws (ISO 32000-1, 8.5.3, 9.4.3, 8.7.4.2, 8.8, 8.9.7)."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A link on a page, and where it leads: to a name or a page of the file, or to an address."""

    box: tuple[int, ...]
    """Left, bottom, right, top in tenths of pt: enough to know the link again in another file."""
    name: str = ""
    page: int | None = None
    """From 0."""
    uri: str = ""


@dataclass(frozen=True, slots=True)
class PagePrint:
    """By what a page is known again."""

    digest: str
    """SHA-256 of what its content streams draw, marks of structure left out, hexadecimal."""
    form: str
    """The same without colours and printer's marks: letters, lines and where they stand."""
    width: float
    height: float
    """Of the trimmed page, pt."""
    marked: bool
    """Some of it belongs to the structure tree."""
    hooked: bool
    """It says where in the structure tree."""
    aims: tuple[Aim, ...]
    marks: tuple[int, ...] = ()
    """Numbers of its marked contents (MCID) in order; twice, what is drawn twice."""
    stray: bool = False
    """Something is drawn outside all marks, be they of the structure tree or of artifacts."""
    trimmed: bool = True
    """It tells where it is to be cut."""
    mixed: str = ""
    """What stands in what it must not: "artifact" in text of the structure tree, "text" in an artifact."""


def page_prints(reader: PdfReader, work: Presswork | None = None) -> tuple[PagePrint, ...]:
    """By what each page of the file is known; where two stand side by side, by what each of the two is."""
    numbers = page_numbers(reader)
    if work and work.up == 2:
        return tuple(face for page in reader.pages for face in _faces(page, work))
    return tuple(_print(page, content(page), numbers) for page in reader.pages)


def _faces(page: Any, work: Presswork) -> Iterator[PagePrint]:
    """The left and the right half of a face of a sheet: forms of these names; none where the half is empty."""
    forms = at(page["/Resources"], "/XObject") or {}
    width = (float(page.trimbox.width) - work.spine / 25.4 * 72) / 2
    for name in ("/Left", "/Right"):
        form = at(forms, name)
        drawn = form.get_data() if form else b""
        yield replace(_print(page, drawn, {}), width=round(width, 2), aims=())


def _print(page: Any, drawn: bytes, numbers: dict[int, int]) -> PagePrint:
    bare = _MARK.sub(b" ", _PRODUCTION.sub(b" ", drawn))
    shapes = b" ".join(line for line in bare.split(b"\n") if not line.endswith(_COLOUR))
    stray, mixed = _marking(drawn)
    trimmed = "/TrimBox" in page  # asking for the box puts one there
    return PagePrint(
        digest=_digest(bare),
        form=_digest(shapes),
        width=round(float(page.trimbox.width), 2),
        height=round(float(page.trimbox.height), 2),
        marked=b"/MCID" in drawn,
        hooked="/StructParents" in page,
        aims=tuple(_aims(page, numbers)),
        marks=tuple(int(number) for number in _NUMBERED.findall(drawn)),
        stray=stray,
        trimmed=trimmed,
        mixed=mixed,
    )


def _digest(drawn: bytes) -> str:
    return sha256(b" ".join(drawn.split())).hexdigest()


def _marking(drawn: bytes) -> tuple[bool, str]:
    """Whether anything is drawn where no mark is open, and what is marked within what it must not (`mixed`)."""
    stray, mixed, start = False, "", 0
    opened: list[str] = []
    for mark in _LIMIT.finditer(drawn):
        stray = stray or (not opened and bool(_PAINTED.search(drawn, start, mark.start())))
        start = mark.end()
        if mark[0] == b"EMC":
            del opened[-1:]
            continue
        kind = "artifact" if mark[1] == b"Artifact" else "text" if mark[2] else ""
        if kind and {"artifact": "text", "text": "artifact"}[kind] in opened:
            mixed = kind
        opened.append(kind)
    return stray or (not opened and bool(_PAINTED.search(drawn, start))), mixed


def _aims(page: Any, numbers: dict[int, int]) -> Iterator[Aim]:
    for reference in at(page, "/Annots") or ():
        link = reference.get_object()
        if at(link, "/Subtype") != "/Link":
            continue
        x0, y0, x1, y1 = (round(float(edge) * 10) for edge in link["/Rect"])
        box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        action = at(link, "/A") or {}
        if "/URI" in action:
            yield Aim(box, uri=string(action["/URI"]))
        else:
            yield Aim(box, *destination(at(link, "/Dest") or at(action, "/D"), numbers))


def page_numbers(reader: PdfReader) -> dict[int, int]:
    """The number of each page, from 0, by the number of its object."""
    pages = enumerate(reader.pages)
    return {
        page.indirect_reference.idnum: number for number, page in pages if page.indirect_reference
    }


def destination(dest: Any, numbers: dict[int, int]) -> tuple[str, int | None]:
    """The name or the page to which a destination leads; neither when it leads nowhere (ISO 32000-1, 12.3.2)."""
    dest = dest.get_object() if dest is not None else None
    if isinstance(dest, dict):
        dest = at(dest, "/D")
    if isinstance(dest, list):
        return "", numbers.get(getattr(dest[0], "idnum", -1)) if dest else None
    return (string(dest), None) if dest else ("", None)


def named_pages(reader: PdfReader, numbers: dict[int, int]) -> dict[str, int | None]:
    """The page of each named destination of the file; None where the name leads nowhere."""
    old = at(reader.root_object, "/Dests") or {}
    tree = at(at(reader.root_object, "/Names") or {}, "/Dests") or {}
    pairs = ((name.lstrip("/"), old[name]) for name in old)
    return {name: destination(dest, numbers)[1] for name, dest in (*pairs, *_leaves(tree, set()))}


def _leaves(node: Any, seen: set[int]) -> Iterator[tuple[str, Any]]:
    """Names and values of a name tree (ISO 32000-1, 7.9.6), which may go round."""
    seen.add(id(node))
    names = list(at(node, "/Names") or ())
    for name, value in zip(names[::2], names[1::2], strict=False):
        yield string(name), value
    for reference in at(node, "/Kids") or ():
        if id(kid := reference.get_object()) not in seen:
            yield from _leaves(kid, seen)


def outline_pages(reader: PdfReader, numbers: dict[int, int]) -> Iterator[tuple[str, int | None]]:
    """The entries of the outline, all levels: title and page, or None where an entry leads nowhere."""
    named = named_pages(reader, numbers)

    seen: set[int] = set()

    def walk(entry: Any) -> Iterator[tuple[str, int | None]]:
        while entry is not None and id(entry) not in seen:
            seen.add(id(entry))
            dest = at(entry, "/Dest") or at(at(entry, "/A") or {}, "/D")
            name, page = destination(dest, numbers)
            yield string(at(entry, "/Title") or ""), named.get(name) if name else page
            yield from walk(at(entry, "/First"))
            entry = at(entry, "/Next")

    yield from walk(at(at(reader.root_object, "/Outlines") or {}, "/First"))


def notes_and_links(reader: PdfReader) -> Iterator[tuple[int, Any]]:
    """The annotations of all pages, each with the number of its page, from 0."""
    for number, page in enumerate(reader.pages):
        for reference in at(page, "/Annots") or ():
            annotation = reference.get_object()
            if isinstance(annotation, dict):
                yield number, annotation


def named_files(reader: PdfReader) -> Iterator[str]:
    """The names of the files that are attached to the whole file."""
    tree = at(at(reader.root_object, "/Names") or {}, "/EmbeddedFiles") or {}
    yield from (name for name, _ in _leaves(tree, set()))
