"""What a printer asks before naming a price. In come the galleys of a build, out goes one note that answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tirage.findings import Finding, Place, Severity
from tirage.model.layout import Trim
from tirage.model.press import Galley, Presswork


def offer(galleys: Iterable[Galley], trim: Trim) -> Iterator[Finding]:
    """What is to be printed, where `galleys`, of the format `trim`, are for the printer; else nothing."""
    works = {galley.name: (len(galley.leaves), galley.presswork) for galley in galleys}
    pages, block = works.get("issue-print", (0, None))
    if block is None:
        return
    told = f"{pages} pages of {trim.width:g} × {trim.height:g} mm, {_inks(block)}, {block.bleed:g} mm of bleed"
    _, cover = works.get("cover-print", (0, None))
    if cover:
        told += f"; a cover of 4 pages, {_inks(cover)}, with a spine of {cover.spine:g} mm"
    yield Finding(
        Severity.INFO,
        "bind.offer",
        "told",
        f"For the printer: {told}.",
        Place("issue.yaml"),
        "Give these figures with the paper, the number of copies and the binding; docs/print.md has the rest.",
    )


def _inks(work: Presswork) -> str:
    return "black" if work.inks == 1 else "four inks"
