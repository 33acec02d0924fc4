"""`first_page: continue` → the folio after the last one of the volume's previous number."""

from __future__ import annotations

import re

from tirage.errors import ContentError
from tirage.read.pages import read_paging
from tirage.read.remarks import Position, Remarks
from tirage.read.source import Shelf, read_text
from tirage.read.tree import Map, Node, Scalar
from tirage.read.yaml import read_yaml

PAGES = "pages.yaml"


def continue_pages(
    year: int, number: str, shelf: Shelf, remarks: Remarks, at: Position
) -> int | None:
    """The first folio of the issue `number` of `year`; None, and a finding at `at`, when it cannot be known.

    The previous number is a folder beside the issue's whose `issue.yaml` has the same year and the number before:
    2 before 3, and 1-2 before 3.
    """
    before = _find_previous(year, _first_number(number) - 1, shelf)
    if not before:
        remarks.fail(
            "content.pages/no-previous",
            f"The pages cannot continue: the number before {number} of {year} does not lie beside this one.",
            "Write the page number of the first contribution: `first_page: 5`.",
            at,
        )
        return None
    last = _last_folio(before, shelf)
    if last is None:
        remarks.fail(
            "content.pages/not-built",
            f"The pages cannot continue: `{before}/{PAGES}` is missing or has no page numbers.",
            f"Build the issue `{before}` first.",
            at,
        )
        return None
    return last + 1


def _first_number(number: str) -> int:
    found = re.match(r"\d{1,4}", number)
    return int(found[0]) if found else 0


def _find_previous(year: int, number: int, shelf: Shelf) -> str:
    """The name of the folder; "" when there is none."""
    if number < 1:
        return ""
    for folder in sorted(entry.name for entry in shelf.root.iterdir() if entry.is_dir()):
        tree = _read_quietly(shelf, f"{folder}/issue.yaml")
        if isinstance(tree, Map) and _text(tree.get("year")) == str(year):
            numbers = re.findall(r"\d{1,4}", _text(tree.get("number")))
            if folder != shelf.issue and numbers and int(numbers[-1]) == number:
                return folder
    return ""


def _read_quietly(shelf: Shelf, name: str) -> Node | None:
    """What the file says, without findings: the mistakes of another issue are not this one's."""
    aside = Remarks(name)
    path = shelf.find(name, aside)
    text = read_text(path, aside) if path else None
    return read_yaml(text, aside) if text else None


def _text(node: Node | None) -> str:
    return (node.text or "") if isinstance(node, Scalar) else ""


def _last_folio(issue: str, shelf: Shelf) -> int | None:
    """The highest arabic folio that the build of `issue` gave."""
    path = shelf.find(f"{issue}/{PAGES}", Remarks())
    try:
        paging = read_paging(path) if path else None
    except ContentError:
        return None
    pieces = paging.pieces if paging else ()
    return max((folios.last for _, folios in pieces if folios.style == "arabic"), default=None)
