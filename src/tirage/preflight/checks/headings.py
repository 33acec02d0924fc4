"""Headings on the page. In come pages, out go headings that have lost what they stand over."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tirage.findings import Severity
from tirage.preflight.check import Fault, check
from tirage.preflight.checks.lines import untagged
from tirage.preflight.order import HEADINGS
from tirage.preflight.subjects import Pages


@check(
    "headings.stranded",
    codes=("alone",),
    rationale="A heading at the foot of a page stands over nothing: its text begins overleaf.",
    source="house rule; Chicago Manual of Style 2.116; CSS `break-after: avoid`",
    advice="Keep headings with what follows, by `break-after: avoid` in the layout.",
    severity=Severity.WARN,
    lacks=untagged,
)
def stranded(pages: Pages) -> Iterator[Fault]:
    """Every heading has text below it on its page."""
    for heading, following in pairwise(pages.paragraphs):
        if heading.block.kind not in HEADINGS or following.block.kind in HEADINGS:
            continue
        last, first = heading.lines[-1], following.lines[0]
        # A table or figure may be set on a later page than the text after it.
        floating = following.block.table >= 0 or following.block.kind in ("Caption", "Figure")
        if first.page == last.page + 1 and not floating:
            sheet = pages.sheets[last.page]
            text = " ".join(heading.lines[0].text.split())
            yield Fault(
                "alone",
                f"The heading «{text}» stands alone at the foot of its page; its text begins on the next one.",
                sheet.folio,
                "Keep it with what follows: `break-after: avoid` in the layout, or a line more or less before it.",
                sheet.placed(last.box),
            )
