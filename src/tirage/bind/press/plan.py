"""What goes to the printer, before any PDF is opened: the block, its cover, a booklet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from tirage.model.issue import Issue, PrintOrder
from tirage.model.layout import Ink, Printing
from tirage.model.press import Gathering, Presswork

Face: TypeAlias = tuple[int, int] | None
"""A page: the number of its gathering and its own, from 0; None: an empty one."""

BULK = 1.1
"""Volume of a cover's board, cm³/g: between coated (0.9) and uncoated (1.3)."""

BOOKLET = 16
"""Pages of a signature of a booklet where the printer's sheet has four or fewer: single sheets make no booklet."""


@dataclass(frozen=True, slots=True)
class PressPlan:
    """How one galley of the print edition is made."""

    work: Presswork
    faces: tuple[Face, ...]
    """In the order of the file; with two on a side of a sheet, left before right."""
    inks: tuple[Ink, ...]
    spine: str
    """The colour of the spine."""
    profile: Path | None
    digest: str
    """Of the profile."""
    condition: str
    slug: str
    """Journal, number and date."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A galley for the printer: what is bound in it, and how."""

    kind: Literal["block", "cover", "booklet"]
    gatherings: tuple[int, ...]
    """Their numbers among all gatherings of the issue."""
    plan: PressPlan


def print_jobs(
    gatherings: Sequence[Gathering], issue: Issue, printing: Printing, booklet: bool
) -> Iterator[PrintJob]:
    """The block of `issue` without its cover, the cover where there is one, and a booklet where it is asked for."""
    order = issue.journal.order
    inner = tuple(n for n, one in enumerate(gatherings) if one.kind not in ("cover", "back"))
    outer = tuple(n for n, one in enumerate(gatherings) if one.kind in ("cover", "back"))
    pages = _pages([gatherings[n] for n in inner])
    tail = _tail([gatherings[n] for n in inner]) if printing.blanks == "before-imprint" else 0
    block = padded(pages, order.signature, tail)
    work = Presswork(printing.bleed, order.colours, order.marks, signature=order.signature)
    yield PrintJob("block", inner, _plan(work, block, issue, printing))
    if cover := _cover([gatherings[n] for n in outer]):
        work = Presswork(printing.bleed, 4, order.marks, up=2, spine=spine(len(block), issue))
        yield PrintJob("cover", outer, _plan(work, cover, issue, printing))
    if booklet:
        size = order.signature if order.signature > 4 else BOOKLET
        work = Presswork(0, order.colours, marks=False, up=2, signature=size)
        faces = imposed(padded(pages, size, tail), size)
        yield PrintJob("booklet", inner, _plan(work, faces, issue, printing))


def padded(pages: Sequence[Face], signature: int, tail: int = 0) -> tuple[Face, ...]:
    """`pages` with empty ones, up to a multiple of `signature`.

    The last `tail` pages stay last as long as they stay on their sides of the sheet: before them stands an even
    number of empty pages, an odd one at the end.
    """
    missing = -len(pages) % signature
    before = missing - missing % 2 if tail else 0
    first = len(pages) - tail
    return (*pages[:first], *(None,) * before, *pages[first:], *(None,) * (missing - before))


def imposed(pages: Sequence[Face], signature: int) -> tuple[Face, ...]:
    """`pages`, a multiple of `signature` which is one of four, in pairs as they stand side by side on sheets.

    Sheets of a signature lie in each other: its first page stands right of its last one. Outer side, inner side, by turns.
    """
    order: list[Face] = []
    for start in range(0, len(pages), signature):
        part = pages[start : start + signature]
        for sheet in range(signature // 4):
            first, last = 2 * sheet, signature - 1 - 2 * sheet
            order += (part[last], part[first], part[first + 1], part[last - 1])
    return tuple(order)


def spine(pages: int, issue: Issue) -> float:
    """The width of the spine of a block of `pages`, mm: its leaves and twice the cover's board."""
    order, run = issue.journal.order, issue.print
    leaf = run.paper_thickness or order.paper_thickness
    board = (run.cover_weight or order.cover_weight) * BULK / 1000
    return round(pages / 2 * leaf + 2 * board, 2)


def _plan(work: Presswork, faces: tuple[Face, ...], issue: Issue, printing: Printing) -> PressPlan:
    order: PrintOrder = issue.journal.order
    return PressPlan(
        work=work,
        faces=faces,
        inks=printing.inks,
        spine=printing.spine,
        profile=order.profile,
        digest=order.digest,
        condition=order.condition,
        slug=_slug(issue),
    )


def _slug(issue: Issue) -> str:
    journal = issue.journal
    title = journal.title.first(journal.main_language)
    whole = f" ({issue.whole_number})" if issue.whole_number else ""
    return f"{title}, {issue.year}, № {issue.number}{whole} · {issue.date.isoformat()}"


def _pages(gatherings: Sequence[Gathering]) -> tuple[Face, ...]:
    return tuple(
        (number, page) for number, one in enumerate(gatherings) for page in range(len(one.folios))
    )


def _tail(gatherings: Sequence[Gathering]) -> int:
    """How many pages at the end belong to the imprint."""
    last = gatherings[-1] if gatherings else None
    return len(last.folios) if last and last.kind == "imprint" else 0


def _cover(gatherings: Sequence[Gathering]) -> tuple[Face, ...]:
    """Outside: the last page and the first; inside: the second and the last but one. Only a cover of four pages is one."""
    pages = _pages(gatherings)
    return (pages[3], pages[0], pages[1], pages[2]) if len(pages) == 4 else ()
