"""Prints the documents of the tests: `python -m tests.preflight.printer FOLDER` writes a PDF for each.

It is a process of its own, as Fontconfig reads its configuration once in the life of a process.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from weasyprint import HTML
from weasyprint.pdf import tags

from tests.preflight.documents import DOCUMENTS
from tests.preflight.ugly import UGLY


def main() -> None:
    folder = Path(sys.argv[1])
    tags._build_box_tree = _numbered(tags._build_box_tree)
    for document in (*DOCUMENTS, *UGLY):
        html = HTML(string=document.html)
        for number, element in enumerate(html.etree_element.iter()):
            element.set("data-number", str(number))
        pdf = html.render().write_pdf(pdf_tags=True)
        (folder / f"{document.name}.pdf").write_bytes(pdf)


def _numbered(build: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    """As typesetting has it: structure elements carry the number of their HTML element, lists how they count."""

    def numbered(box: Any, *rest: Any) -> Iterator[Any]:
        for structure in build(box, *rest):
            element = box.element
            if (
                element is not None
                and element.tag == box.element_tag
                and element.tag not in ("html", "body")
            ):
                structure.setdefault("TirageSource", int(element.get("data-number")))
                if element.tag == "ol":
                    structure["TirageNumbering"] = "/Decimal"
                if element.get("data-tag"):
                    structure["TirageTag"] = f"/{element.get('data-tag')}"
            elif element is not None and box.element_tag == "span::footnote-call":
                structure["TirageSource"] = int(element.get("data-number"))
            yield structure

    return numbered


if __name__ == "__main__":
    main()
