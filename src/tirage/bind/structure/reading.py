"""The structure tree of a gathering's PDF to plain values."""

from __future__ import annotations

from typing import Any

from pikepdf import Object, Pdf

from tirage.bind.artifacts import blanks
from tirage.bind.structure.tree import Element, Hook, Kid, Mark


def read_tree(pdf: Pdf) -> Element:
    """The tree as the engine wrote it, under one element Document.

    Elements that stand for no HTML element give their kids to their parent: the engine makes one for every line of
    text and every anonymous box. Labels and bodies of list items stay. Text that shows nothing is left out.
    Raises AttributeError when the file has no structure tree.
    """
    reader = _Reader(pdf)
    root = pdf.Root.StructTreeRoot.K[0]
    return Element("Document", tuple(kid for child in root.K for kid in reader.read(child)))


class _Reader:
    """Knows the pages and annotations of one file by their object numbers."""

    def __init__(self, pdf: Pdf) -> None:
        self.pages: dict[tuple[int, int], int] = {}
        self.hooks: dict[tuple[int, int], Hook] = {}
        self.blanks: list[set[int]] = []
        for number, page in enumerate(pdf.pages):
            self.blanks.append(blanks(page.obj.Contents.read_bytes()))
            self.pages[page.obj.objgen] = number
            for place, annotation in enumerate(page.obj.get("/Annots", ())):
                self.hooks[annotation.objgen] = Hook(number, place)

    def read(self, obj: Object) -> tuple[Kid, ...]:
        """What a structure object becomes: an element, or the kids of one that is not needed."""
        if obj.get("/Type") == "/OBJR":
            return (self.hooks[obj.Obj.objgen],)
        page = self.pages[obj.Pg.objgen]
        kids: list[Kid] = []
        for kid in obj.K:
            if not isinstance(kid, int):
                kids.extend(self.read(kid))
            elif kid not in self.blanks[page]:
                kids.append(Mark(page, kid))
        element = _element(obj, tuple(kids))
        return element.kids if _is_nameless(element) else (element,)


def _is_nameless(element: Element) -> bool:
    return element.source is None and not element.wish and element.tag not in ("Lbl", "LBody")


def _element(obj: Object, kids: tuple[Kid, ...]) -> Element:
    tag, source = _name(obj, "/S"), obj.get("/TirageSource")
    if tag == "Span" and source is None:
        return Element(tag, kids)
    attributes: Any = obj.get("/A", {})
    box = attributes.get("/BBox")
    return Element(
        tag,
        kids,
        source=None if source is None else int(source),
        wish=_name(obj, "/TirageTag"),
        language=str(obj.get("/Lang", "")),
        alt=str(obj.get("/Alt", "")),
        box=None if box is None else tuple(round(float(side), 3) for side in box),
        columns=int(attributes.get("/ColSpan", 1)),
        rows=int(attributes.get("/RowSpan", 1)),
        scope=_name(obj, "/TirageScope"),
        numbering=_name(obj, "/TirageNumbering"),
    )


def _name(obj: Object, key: str) -> str:
    return str(obj.get(key, "")).removeprefix("/")
