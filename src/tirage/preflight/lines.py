"""Lines and paragraphs. In come the pages and their structure, out go paragraphs as they are broken into lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from tirage.preflight.box import Box
from tirage.preflight.order import Block, Structure
from tirage.preflight.sheets import Run, Sheet

HYPHENS = ("-", "\N{HYPHEN}", "\N{SOFT HYPHEN}", "\x02", "\ufffe")
"""How a line ends in which a word is broken; the last two are pdfium's."""

_DROP = 0.75
"""Lines are further apart than this, in heights of the type; a raised figure is not."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph."""

    page: int
    """From 0."""
    text: str
    box: Box
    """What its ink covers."""
    base: float
    """pt from the bottom of the page."""
    size: float
    """Of most of its type, pt."""
    gaps: tuple[float, ...]
    """Widths of the spaces between its words, pt."""

    @property
    def hyphenated(self) -> bool:
        """Whether it ends in the middle of a word."""
        text = self.text.rstrip()
        return len(text) > 1 and text.endswith(HYPHENS) and text[-2].isalpha()


@dataclass(frozen=True)
class Paragraph:
    """A block and its lines, over all pages that it stands on."""

    block: Block
    lines: tuple[Line, ...]

    @cached_property
    def justified(self) -> bool:
        """Whether its lines, but for the last, end at one edge: three lines of four, of four at least."""
        edge = self.edge
        full = self.lines[:-1]
        ending = sum(abs(line.box.right - edge) <= 1 for line in full)
        return len(full) >= 3 and 4 * ending >= 3 * len(full)

    @cached_property
    def edge(self) -> float:
        """The right edge of most of its lines, pt from the left of the page."""
        rights = sorted(line.box.right for line in self.lines[:-1] or self.lines)
        return rights[len(rights) // 2]

    def parts(self) -> Iterator[tuple[int, tuple[Line, ...]]]:
        """Its lines page by page, with the number of the page."""
        for page, lines in groupby(self.lines, key=lambda line: line.page):
            yield page, tuple(lines)


def paragraphs(sheets: Sequence[Sheet], structure: Structure) -> tuple[Paragraph, ...]:
    """The paragraphs of the pages in reading order; without a structure there are none."""
    runs: dict[int, list[tuple[int, Run]]] = {}
    for number, sheet in enumerate(sheets):
        for run in sheet.body:
            if run.place < len(structure.owners) and run.text.strip():
                runs.setdefault(structure.owners[run.place], []).append((number, run))
    return tuple(
        Paragraph(structure.blocks[block], tuple(_lines(found)))
        for block, found in sorted(runs.items())
        if block >= 0
    )


def _lines(runs: Sequence[tuple[int, Run]]) -> Iterator[Line]:
    """The lines of one block. A line ends where the next run stands lower or on another page."""
    line: list[Run] = []
    page = runs[0][0]
    for number, run in runs:
        if line and (number != page or _breaks(line, run)):
            yield _line(page, line)
            line = []
        page = number
        line.append(run)
    yield _line(page, line)


def _breaks(line: Sequence[Run], run: Run) -> bool:
    largest = max(line, key=lambda one: one.size)
    return largest.base - run.base > _DROP * max(
        largest.size, run.size
    ) or run.base - largest.base > (2 * largest.size)


def _line(page: int, runs: Sequence[Run]) -> Line:
    main = max(runs, key=lambda run: len(run.text))
    box = Box(
        min(run.box.left for run in runs),
        min(run.box.bottom for run in runs),
        max(run.box.right for run in runs),
        max(run.box.top for run in runs),
    )
    ordered = sorted(runs, key=lambda run: run.box.left)
    gaps = tuple(gap for run in ordered for gap in run.gaps)
    return Line(page, "".join(run.text for run in ordered), box, main.base, main.size, gaps)
