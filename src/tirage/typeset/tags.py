"""Structure that remembers its source: what binding needs to know of each structure element.

WeasyPrint writes one structure element for each fragment of an element on each page and forgets which element it was
(its issues #1836, #2482). So the function that builds the structure tree is wrapped, once, in the worker: each
structure element made for an HTML element gets

- `TirageSource`, the element's number in document order, the same on every fragment;
- `TirageTag`, the value of its `data-tag` attribute;
- `Lang`, the value of its own `lang` attribute;
- `TirageScope`, the value of a header cell's `scope`, and `TirageNumbering`, how a list is numbered (ISO 32000-1, table 347).

The call of a footnote gets the number of the note, so that binding can bring both together, and the mark before the
note the tag Lbl. Other pseudo-elements, and anonymous boxes, get nothing. The bounding box of a figure is turned from pixels below the upper
edge into points above the lower edge (ISO 32000-1, 14.8.5.4.3).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import wraps
from logging import getLogger
from typing import Any
from xml.etree.ElementTree import Element

import pydyf  # type: ignore[import-untyped]
from weasyprint.css import AnonymousStyle
from weasyprint.formatting_structure.boxes import PageBox
from weasyprint.pdf import tags

from tirage.typeset.pinned import expect

_NUMBER = "data-tirage-source"
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_SCOPES = {"col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Row"}
_NUMBERINGS = {"ol": "Decimal", "ul": "Disc", "dl": "None"}
_POINTS = 0.75
"""Points in a CSS pixel."""

_log = getLogger(__name__)


def number(root: Element) -> None:
    """Write its number, from 0 in document order, into each element below and including `root`."""
    elements = (element for element in root.iter() if isinstance(element.tag, str))
    for position, element in enumerate(elements):
        element.set(_NUMBER, str(position))


def install() -> None:
    """Wrap the engine's function, once in the life of a process.

    Raises TypesetError when the engine is not the one that this module knows.
    """
    expect(tags, "_build_box_tree", "builds its structure tree")
    if not hasattr(tags._build_box_tree, "__wrapped__"):
        tags._build_box_tree = _remembering(tags._build_box_tree)


def _remembering(build: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    """`build`, recursive through its global name, with identities on what it yields."""

    @wraps(build)
    def remember(
        box: Any, parent: Any, pdf: Any, page_number: int, nums: Any, annotations: Any, marks: Any
    ) -> Iterator[Any]:
        element = _source(box)
        pseudo = (box.element_tag or "").partition("::")[2]
        for structure in build(box, parent, pdf, page_number, nums, annotations, marks):
            if element is not None and not pseudo:
                _identify(structure, element)
                if structure["S"] == "/Figure":
                    _turn(structure["A"]["BBox"], _height(pdf, page_number))
            elif element is not None and pseudo == "footnote-call":
                structure["TirageSource"] = int(element.attrib[_NUMBER])
            elif element is not None and pseudo == "footnote-marker":
                structure["TirageTag"] = "/Lbl"
            yield structure

    return remember


def _source(box: Any) -> Element | None:
    """The HTML element that `box` was made for; None for pages and anonymous boxes.

    `html` and `body` have no structure of their own, they only hand on that of their children.
    """
    element: Element | None = box.element
    if element is None or isinstance(box, PageBox) or element.tag in ("html", "body"):
        return None
    # A table's wrapper is anonymous and stands for the table.
    own = (box.get_wrapped_table() or box) if box.is_table_wrapper else box
    return None if isinstance(own.style, AnonymousStyle) else element


def _identify(structure: Any, element: Element) -> None:
    """Give `structure` the identity of `element`.

    An item of a list without a bullet is wrapped in two structure elements, LI and LBody: the outer one is the item.
    """
    if structure["S"] == "/LBody":
        return
    structure["TirageSource"] = int(element.attrib[_NUMBER])
    if scope := _SCOPES.get(element.get("scope", "")):
        structure["TirageScope"] = f"/{scope}"
    if numbering := _NUMBERINGS.get(element.tag):
        structure["TirageNumbering"] = f"/{numbering}"
    if language := element.get("lang"):
        structure["Lang"] = pydyf.String(language)
    if name := element.get("data-tag"):
        if _NAME.fullmatch(name):
            structure["TirageTag"] = f"/{name}"
        else:
            _log.warning('"%s" is not the name of a structure type', name)


def _height(pdf: Any, page_number: int) -> float:
    """The height of a page in points: the engine's coordinates hang from the upper edge of the trimmed page."""
    page = pdf.objects[int(pdf.page_references[page_number].split()[0])]
    return float(page["TrimBox"][3])


def _turn(bounds: Any, height: float) -> None:
    left, top, right, bottom = (value * _POINTS for value in bounds)
    bounds[:] = (left, height - bottom, right, height - top)
