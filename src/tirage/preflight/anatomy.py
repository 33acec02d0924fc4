"""The structure of a file. In comes an opened PDF, out goes what its pages are, without reading their text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tirage.model.press import Presswork
from tirage.preflight.drawn import Drawn, Look, look
from tirage.preflight.objects import at, content, string

if TYPE_CHECKING:
    from pypdf import PdfReader


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
class PagePrint(Drawn):
    """By what a page is known again: what it draws, and what is said of it."""

    width: float
    height: float
    """Of the trimmed page, pt."""
    hooked: bool
    """It says where in the structure tree it belongs."""
    aims: tuple[Aim, ...]
    trimmed: bool
    """It tells where it is to be cut."""


def page_prints(
    reader: PdfReader, work: Presswork | None = None, look: Look = look
) -> tuple[PagePrint, ...]:
    """By what each page of the file is known; where two stand side by side, by what each of the two is.

    `look` says what a content draws.
    """
    numbers = page_numbers(reader)
    if work and work.up == 2:
        return tuple(face for page in reader.pages for face in _faces(page, work, look))
    return tuple(_print(page, look(content(page)), numbers) for page in reader.pages)


def _faces(page: Any, work: Presswork, look: Look) -> Iterator[PagePrint]:
    """The left and the right half of a face of a sheet: forms of these names; none where the half is empty."""
    forms = at(page["/Resources"], "/XObject") or {}
    width = (float(page.trimbox.width) - work.spine / 25.4 * 72) / 2
    for name in ("/Left", "/Right"):
        form = at(forms, name)
        drawn = look(form.get_data() if form else b"")
        yield replace(_print(page, drawn, {}), width=round(width, 2), aims=())


def _print(page: Any, drawn: Drawn, numbers: dict[int, int]) -> PagePrint:
    trimmed = "/TrimBox" in page  # asking for the box puts one there
    return PagePrint(
        drawn.digest,
        drawn.form,
        drawn.marked,
        drawn.marks,
        drawn.stray,
        drawn.mixed,
        width=round(float(page.trimbox.width), 2),
        height=round(float(page.trimbox.height), 2),
        hooked="/StructParents" in page,
        aims=tuple(_aims(page, numbers)),
        trimmed=trimmed,
    )


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
