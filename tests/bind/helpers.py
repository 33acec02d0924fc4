"""Gatherings made on the spot, as the typesetting stage makes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import wraps
from hashlib import sha256
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pydyf  # type: ignore[import-untyped]
from weasyprint import HTML
from weasyprint.css import AnonymousStyle
from weasyprint.pdf import tags

from tirage.model.issue import Article, Contributor, Issue, Journal, Keywords, PersonName, Section
from tirage.model.language import Localized
from tirage.model.matter import Matter
from tirage.model.press import (
    Anchor,
    Folios,
    Gathering,
    OutlineEntry,
    Paging,
    PieceKind,
    Style,
)

PX = 0.75
NUMBERING = {"decimal": "Decimal", "disc": "Disc", "circle": "Circle", "none": "None"}

CSS = """
@page { size: 100mm 80mm; margin: 15mm 10mm;
  @top-center { content: "Running head" } @bottom-center { content: counter(page) } }
html { font: 10pt/12pt "DejaVu Serif"; orphans: 1; widows: 1 }
.note { float: footnote; font-size: 8pt }
"""


def typeset(
    folder: Path,
    body: str,
    *,
    piece: str = "one",
    kind: PieceKind = "article",
    language: str = "kk",
    title: str = "",
    first: int = 1,
    style: Style = "arabic",
    css: str = "",
) -> Gathering:
    """A gathering whose HTML has this `body`, with its PDF in `folder`."""
    html = HTML(
        string=f'<html lang="{language}"><style>{CSS}{css}</style><body>{body}</body></html>'
    )
    pdf = folder / f"{piece}.pdf"
    with _remembered():
        document = html.render()
        document.write_pdf(pdf, pdf_tags=True)
    heights = [page.height for page in document.pages]
    return Gathering(
        piece=piece,
        kind=kind,
        language=language,
        title=title or f"Title of {piece}",
        folios=Folios(first, first + len(document.pages) - 1, style),
        pdf=pdf,
        digest=sha256(pdf.read_bytes()).hexdigest(),
        anchors=tuple(
            Anchor(name, number, x * PX, (heights[number] - y) * PX)
            for number, page in enumerate(document.pages)
            for name, (x, y, *_) in page.anchors.items()
        ),
        outline=tuple(
            OutlineEntry(level, label, number, (heights[number] - y) * PX)
            for number, page in enumerate(document.pages)
            for level, label, (_, y), _ in page.bookmarks
        ),
        findings=(),
        cached=False,
    )


@contextmanager
def _remembered() -> Iterator[None]:
    """Let WeasyPrint write the source of each structure element into it, as the typesetting stage does."""
    sources: dict[Any, int] = {}
    with patch.object(tags, "_build_box_tree", _remembering(tags._build_box_tree, sources)):
        yield


def _remembering(build: Callable[..., Any], sources: dict[Any, int]) -> Callable[..., Any]:
    @wraps(build)
    def remember(box: Any, parent: Any, pdf: Any, number: int, *args: Any) -> Iterator[Any]:
        for structure in build(box, parent, pdf, number, *args):
            if box.element is not None and box.element.tag not in ("html", "body"):
                _identify(structure, box, sources)
            if structure["S"] == "/Figure":
                page = pdf.objects[int(pdf.page_references[number].split()[0])]
                box_ = structure["A"]["BBox"]
                left, upper, right, lower = (side * PX for side in box_)
                top = float(page["TrimBox"][3])
                box_[:] = (left, top - lower, right, top - upper)
            yield structure

    return remember


def _identify(structure: Any, box: Any, sources: dict[Any, int]) -> None:
    element = box.element
    own = (box.get_wrapped_table() or box) if box.is_table_wrapper else box
    if box.element_tag.endswith("::footnote-marker"):
        structure["TirageTag"] = "/Lbl"
    elif box.element_tag.endswith("::footnote-call"):
        structure["TirageSource"] = sources.setdefault(element, len(sources))
    elif (
        box.element_tag == element.tag
        and not isinstance(own.style, AnonymousStyle)
        and structure["S"] != "/LBody"
    ):
        structure["TirageSource"] = sources.setdefault(element, len(sources))
        if language := element.get("lang"):
            structure["Lang"] = pydyf.String(language)
        if tag := element.get("data-tag"):
            structure["TirageTag"] = f"/{tag}"
        if scope := element.get("scope"):
            structure["TirageScope"] = f"/{scope}"
        if structure["S"] == "/L":
            structure["TirageNumbering"] = f"/{NUMBERING[box.style['list_style_type']]}"


def make_article(name: str, **changes: Any) -> Article:
    """An article with everything that binding looks at."""
    values: dict[str, Any] = {
        "name": name,
        "folder": Path(),
        "language": "kk",
        "kind": "research",
        "title": Localized((("kk", f"{name} тақырыбы"), ("en", f"Title of {name}"))),
        "body": Matter(),
        "authors": (Contributor((PersonName("kk", "Абай", "Құнанбаев"),)),),
        "abstract": Localized((("kk", "Аңдатпа <мәтіні>."), ("en", "The abstract & more."))),
        "keywords": (Keywords("kk", ("саясат", "қоғам")),),
    }
    return Article(**{**values, **changes})


def make_issue(*sections: Section, **changes: Any) -> Issue:
    """An issue of a journal in three languages."""
    journal = Journal(
        title=Localized((("kk", "Хабаршы"), ("ru", "Вестник"), ("en", "Bulletin"))),
        abbreviated=Localized((("kk", "Хаб."),)),
        languages=("kk", "ru", "en"),
        main_language="kk",
        issn="2616-6887",
        publisher=Localized((("kk", "Университет"),)),
        license="CC-BY-4.0",
        copyright=Localized((("kk", "© Университет"), ("en", "© The University"))),
    )
    values: dict[str, Any] = {
        "journal": journal,
        "name": "2026-1",
        "folder": Path(),
        "year": 2026,
        "number": "1",
        "whole_number": 131,
        "date": date(2026, 3, 31),
        "first_page": 5,
        "sections": sections,
    }
    return Issue(**{**values, **changes})


def paging_of(*gatherings: Gathering) -> Paging:
    return Paging(tuple((gathering.piece, gathering.folios) for gathering in gatherings))
