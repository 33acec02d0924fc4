"""Pages as a whole. In come pages, out go those that are empty, or nearly so."""

from __future__ import annotations

from collections.abc import Iterator

from tirage.findings import Severity
from tirage.preflight.check import Fault, check
from tirage.preflight.subjects import Pages

EMPTY_KINDS = ("blank", "cover", "back")
"""Kinds of pieces that may have pages without text."""


@check(
    "pages.blank",
    codes=("blank",),
    rationale="An empty page in the middle of a text is mostly a break too many; readers think that something is lost.",
    source="house rule; print preflight's check for empty pages",
    advice="Look for a page break too many.",
    severity=Severity.WARN,
)
def blank(pages: Pages) -> Iterator[Fault]:
    """No page is empty that should not be."""
    if pages.kind in EMPTY_KINDS:
        return
    for number, sheet in enumerate(pages.sheets, 1):
        if not pages.kind and (number % 2 == 0 or number < 3 or number > len(pages.sheets) - 2):
            continue  # the back of a cover or a title, and a left-hand page before a new beginning
        # A file without tags has furniture only.
        runs = sheet.body if pages.kind else (*sheet.body, *sheet.furniture)
        if not sheet.pictured and not any(run.text.strip() for run in runs):
            yield Fault(
                "blank",
                "The page is empty.",
                sheet.folio,
                "Look for a page break too many before it; a page that should be empty belongs to a piece of its own.",
            )


@check(
    "pages.sparse",
    codes=("sparse",),
    rationale="A line or two on a last page waste a leaf, and look as if the rest were lost; a page in the middle that is "
    "nearly empty has mostly been pushed out by a large picture or table.",
    source="house rule; Chicago Manual of Style 2.118 (at least four lines)",
    advice="Shorten the text by a few lines, or look for a large picture that pushes it away.",
    severity=Severity.INFO,
)
def sparse(pages: Pages) -> Iterator[Fault]:
    """No page holds a line or two only."""
    if pages.kind not in ("article", "editorial", ""):
        return
    for sheet in pages.sheets[1:]:
        # A file without tags has furniture only.
        drawn = sheet.body if pages.kind else (*sheet.body, *sheet.furniture)
        runs = [run for run in drawn if run.text.strip()]
        lines = {round(run.base) for run in runs}
        if runs and not sheet.pictured and len(lines) < 3:
            yield Fault(
                "sparse",
                "The page holds a line or two of text and nothing else.",
                sheet.folio,
                "Shorten the text by as many lines, or look for a large picture or table that pushes the text away.",
            )
