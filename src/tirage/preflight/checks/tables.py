"""Tables over page breaks. In come pages, out go parts of tables that have lost their head."""

from __future__ import annotations

from collections.abc import Iterator

from tirage.findings import Severity
from tirage.preflight.check import Fault, check
from tirage.preflight.checks.lines import untagged
from tirage.preflight.letters import plain
from tirage.preflight.lines import Paragraph
from tirage.preflight.subjects import Pages


@check(
    "tables.head",
    codes=("missing",),
    rationale="Who reads the second page of a table must know what its columns are without turning back.",
    source="house rule; GOST R 2.105-2019, 6.8.6; WeasyPrint issue #2679",
    advice="Shorten the longest row, or allow rows to be split over pages.",
    severity=Severity.WARN,
    lacks=untagged,
)
def head(pages: Pages) -> Iterator[Fault]:
    """A table that goes on on another page has its head there, too."""
    tables: dict[int, list[Paragraph]] = {}
    for paragraph in pages.paragraphs:
        if paragraph.block.table >= 0 and not paragraph.block.repeated:
            tables.setdefault(paragraph.block.table, []).append(paragraph)
    for cells in tables.values():
        heads = [cell for cell in cells if _is_head(cell)]
        first = cells[0].lines[0].page
        wanted = {plain(line.text) for cell in heads for line in cell.lines} - {""}
        parts = sorted({line.page for cell in cells for line in cell.lines} - {first})
        for number in parts if wanted else ():
            if not _printed(pages, number, wanted):
                sheet = pages.sheets[number]
                yield Fault(
                    "missing",
                    "A table goes on on this page without its head.",
                    sheet.folio,
                    "Shorten the longest row, or allow rows to be split over pages.",
                )


def _is_head(cell: Paragraph) -> bool:
    return "THead" in cell.block.within


def _printed(pages: Pages, number: int, wanted: set[str]) -> bool:
    """Whether the text of the head, or most of it, is on a page, be it marked as such or not."""
    sheet = pages.sheets[number]
    text = plain(" ".join(run.text for run in (*sheet.body, *sheet.furniture)))
    return 2 * sum(line in text for line in wanted) > len(wanted)
