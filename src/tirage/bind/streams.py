"""Fonts, pictures and colour profiles: every font subset named after its content, equal streams kept once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from operator import itemgetter

from pikepdf import Array, Name, Object, Pdf, Stream

_SUBSET = re.compile(r"/[A-Z]{6}\+(.+)")
_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


def rename_fonts(pdf: Pdf) -> None:
    """Give every font subset of `pdf` a tag made from its font program (ISO 32000-1, 9.6.4).

    The engine makes the tag from the font's description: two pieces' subsets of one font would have the same name.
    """
    for font, descriptor in fonts(pdf):
        program = next((descriptor[key] for key in _PROGRAMS if key in descriptor), None)
        subset = _SUBSET.fullmatch(str(font.get("/BaseFont", "")))
        if program is None or subset is None:
            continue
        name = Name(f"/{subset_tag(program.read_raw_bytes())}+{subset[1]}")
        font.BaseFont = descriptor.FontName = name
        for descendant in font.get("/DescendantFonts", ()):
            descendant.BaseFont = name


def share_streams(pdf: Pdf) -> None:
    """Let equal font programs, pictures and colour profiles of `pdf` be one object each."""
    kept: dict[tuple[bytes, bytes], Object] = {}
    for holder, key in _slots(pdf):
        stream = holder[key]
        head = stream.stream_dict.unparse() if isinstance(stream, Stream) else b""
        first = kept.setdefault((head, sha256(stream.read_raw_bytes()).digest()), stream)
        if first.objgen != stream.objgen:
            holder[key] = first


def drop_empty(pdf: Pdf) -> None:
    """Take away the kinds of resources of which a page or form has none: the engine names them all."""
    for resources in every_resources(pdf):
        for kind in [kind for kind, held in resources.items() if not len(held)]:
            del resources[kind]


def subset_tag(program: bytes) -> str:
    """Six letters that stand for a font program."""
    number = int.from_bytes(sha256(program).digest()[:8], "big")
    letters = []
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters.append(chr(ord("A") + letter))
    return "".join(letters)


def every_resources(pdf: Pdf) -> Iterator[Object]:
    """The resources of all pages and of the forms and patterns in them, each once."""
    seen: set[tuple[int, int]] = set()
    waiting = [page.obj.Resources for page in pdf.pages]
    while waiting:
        resources = waiting.pop(0)
        if resources.is_indirect:
            if resources.objgen in seen:
                continue
            seen.add(resources.objgen)
        yield resources
        for kind in ("/XObject", "/Pattern"):
            for _, drawn in named(resources, kind):
                if "/Resources" in drawn:
                    waiting.append(drawn.Resources)


def fonts(pdf: Pdf) -> Iterator[tuple[Object, Object]]:
    """The fonts of `pdf`, each once, with their descriptors."""
    seen: set[tuple[int, int]] = set()
    for resources in every_resources(pdf):
        for _, font in named(resources, "/Font"):
            if font.objgen in seen:
                continue
            seen.add(font.objgen)
            described = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            if "/FontDescriptor" in described:
                yield font, described.FontDescriptor


def _slots(pdf: Pdf) -> Iterator[tuple[Object, str | int]]:
    """Where the streams that may be shared hang: holder and key. The mask of a picture comes before the picture."""
    for _, descriptor in fonts(pdf):
        yield from ((descriptor, key) for key in _PROGRAMS if key in descriptor)
    for resources in every_resources(pdf):
        for name, drawn in named(resources, "/XObject"):
            if drawn.get("/Subtype") == "/Image":
                if "/SMask" in drawn:
                    yield drawn, "/SMask"
                yield resources.XObject, name
        for _, space in named(resources, "/ColorSpace"):
            if isinstance(space, Array) and space[0] == "/ICCBased":
                yield space, 1


def named(resources: Object, kind: str) -> list[tuple[str, Object]]:
    """The resources of one kind by their names; pikepdf itself gives them in the order of a set."""
    return sorted(resources.get(kind, {}).items(), key=itemgetter(0))
