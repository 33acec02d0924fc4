"""A bound galley read with pypdf, which did not write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypdf import PdfReader

MARKED = re.compile(rb"/(\w+)\s*<<\s*/MCID (\d+)\s*>>\s*BDC")


@dataclass(frozen=True)
class Item:
    """A piece of marked content or an annotation, as the structure tree holds it."""

    page: int
    """-1: in a form."""
    number: int
    element: Any
    holder: Any
    """The page or form that it stands in."""
    annotation: Any = None


class Structure:
    """The structure tree of a file."""

    def __init__(self, path: Path) -> None:
        self.reader = PdfReader(path)
        trailer: Any = self.reader.trailer
        self.catalog = trailer["/Root"]
        self.root = self.catalog["/StructTreeRoot"]
        self.pages = {
            page.indirect_reference.idnum: number
            for number, page in enumerate(self.reader.pages)
            if page.indirect_reference
        }

    @property
    def document(self) -> Any:
        (document,) = self.root["/K"]
        return document.get_object()

    def elements(self, element: Any = None) -> Iterator[Any]:
        """All elements, parents first."""
        element = self.document if element is None else element
        yield element
        for kid in kids(element):
            if not isinstance(kid, int) and "/S" in kid:
                yield from self.elements(kid)

    def items(self) -> Iterator[Item]:
        """All content and annotations in the tree, in reading order."""
        for element in self.elements():
            for kid in kids(element):
                if isinstance(kid, int):
                    yield self._item(element, element.raw_get("/Pg"), kid)
                elif kid.get("/Type") == "/MCR":
                    where = kid.raw_get("/Stm" if "/Stm" in kid else "/Pg")
                    yield self._item(element, where, kid["/MCID"])
                elif kid.get("/Type") == "/OBJR":
                    page = self.pages[kid.raw_get("/Pg").idnum]
                    holder = kid.raw_get("/Pg").get_object()
                    yield Item(page, -1, element, holder, kid["/Obj"])

    def _item(self, element: Any, where: Any, number: int) -> Item:
        return Item(self.pages.get(where.idnum, -1), number, element, where.get_object())

    def parents(self) -> dict[int, Any]:
        """The parent tree."""
        numbers = self.root["/ParentTree"]["/Nums"]
        return dict(zip(numbers[::2], (n.get_object() for n in numbers[1::2]), strict=True))

    def outline(self, element: Any = None, depth: int = 0) -> list[str]:
        """The types of all elements, indented."""
        element = self.document if element is None else element
        lines = ["  " * depth + element["/S"][1:]]
        for kid in kids(element):
            if not isinstance(kid, int) and "/S" in kid:
                lines += self.outline(kid, depth + 1)
        return lines


def catalog(path: Path) -> Any:
    """The root dictionary of a file."""
    return PdfReader(path).trailer["/Root"]


def kids(element: Any) -> list[Any]:
    """What an element holds."""
    held = element.get("/K", [])
    return [kid.get_object() for kid in (held if isinstance(held, list) else [held])]


def contents(path: Path) -> list[bytes]:
    """The content streams of all pages, decoded."""
    return [page.get_contents().get_data() for page in PdfReader(path).pages]  # type: ignore[union-attr]
