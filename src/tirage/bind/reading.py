"""The structure tree of a gathering's PDF to plain values."""

from __future__ import annotations

from pikepdf import Object, Pdf

from tirage.bind.tree import Element, Hook, Kid, Mark

_PX = 0.75
"""pt in a px of CSS."""


def read_tree(pdf: Pdf, language: str) -> Element:
    """The tree as the engine wrote it, under one element Document in `language`.

    Spans that only hold text of their parent are taken out: the engine makes one for every line.
    Raises AttributeError when the file has no structure tree.
    """
    reader = _Reader(pdf)
    root = pdf.Root.StructTreeRoot.K[0]
    kids = [kid for child in root.K for kid in reader.kids(child, language)]
    return Element("Document", tuple(kids), language=language)


class _Reader:
    """Knows the pages and annotations of one file by their object numbers."""

    def __init__(self, pdf: Pdf) -> None:
        self.pages: dict[tuple[int, int], int] = {}
        self.tops: list[float] = []
        self.hooks: dict[tuple[int, int], Hook] = {}
        for number, page in enumerate(pdf.pages):
            self.pages[page.obj.objgen] = number
            self.tops.append(float(page.trimbox[3]))
            for place, annotation in enumerate(page.obj.get("/Annots", ())):
                self.hooks[annotation.objgen] = Hook(number, place)

    def kids(self, obj: Object, language: str) -> tuple[Kid, ...]:
        """What the object of an element becomes: the element, or what it holds."""
        if obj.get("/Type") == "/OBJR":
            return (self.hooks[obj.Obj.objgen],)
        own = str(obj.get("/Lang", "")) or language
        page = self.pages[obj.Pg.objgen]
        kids: list[Kid] = []
        for kid in obj.K:
            if isinstance(kid, int):
                kids.append(Mark(page, kid))
            else:
                kids.extend(self.kids(kid, own))
        tag, source = str(obj.S)[1:], obj.get("/TirageSource")
        if source is None and own == language and tag in ("Span", "NonStruct"):
            return tuple(kids)
        attributes = obj.get("/A", {})
        return (
            Element(
                tag,
                tuple(kids),
                source=None if source is None else int(source),
                wish=_name(obj, "/TirageTag"),
                language=own,
                alt=str(obj.get("/Alt", "")),
                box=self._box(attributes, page),
                columns=int(attributes.get("/ColSpan", 1)),
                rows=int(attributes.get("/RowSpan", 1)),
                scope=_name(obj, "/TirageScope"),
                numbering=_name(obj, "/TirageNumbering"),
            ),
        )

    def _box(self, attributes: Object, page: int) -> tuple[float, float, float, float] | None:
        """The engine writes a figure's box in px from the top of the page; the standard wants pt from the bottom."""
        box = attributes.get("/BBox")
        if box is None:
            return None
        left, upper, right, lower = (float(side) * _PX for side in box)
        top = self.tops[page]
        sides = (left, top - lower, right, top - upper)
        return (round(sides[0], 3), round(sides[1], 3), round(sides[2], 3), round(sides[3], 3))


def _name(obj: Object, key: str) -> str:
    return str(obj.get(key, "")).removeprefix("/")


