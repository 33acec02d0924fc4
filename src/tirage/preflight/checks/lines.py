"""Lines of text. In come pages, out go paragraphs that break badly: over pages, at their ends, between their words.

The measures are hints for an editor's eye; each says where to look. Paragraphs are known from the structure tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import mean

from tirage.findings import Severity
from tirage.preflight.check import Fault, check
from tirage.preflight.lines import HYPHENS, Line, Paragraph
from tirage.preflight.order import HEADINGS
from tirage.preflight.subjects import Pages

OVER = 1.5
"""How far a line may stick out of its paragraph, pt: letters overhang, stops hang."""

LADDER = 6
"""Lines with hyphens one under the other that are too many: the engine does not count them, four and five are common."""

LOOSE = 1.0
"""Width of the spaces of a line, in ems, from which they tear it open; a usual one is a quarter."""

WORDS = 3
"""Spaces that a line must have to be judged by their width."""

RUNT = 4
"""Letters that a last line must have."""

_PROSE = frozenset(["P", "LBody", "Note", "FENote", "BlockQuote"])
"""Types that are set as running text."""

_LETTERS = re.compile(r"\w")


def untagged(pages: Pages) -> str:
    """Why paragraphs are not known; "" when they are."""
    known = pages.structure.marks or pages.kind
    return "" if known else "The file is not tagged, so its paragraphs are not known."


@check(
    "lines.measure",
    codes=("over",),
    rationale="A line that is longer than the others runs into the margin, or into the next column. A word or an "
    "address that cannot be broken is the usual cause.",
    source="house rule: nothing stands outside the measure; WeasyPrint issue #2928",
    advice="Allow a break in the long word or address.",
    severity=Severity.WARN,
    lacks=untagged,
)
def measure(pages: Pages) -> Iterator[Fault]:
    """No line is longer than the measure."""
    for paragraph in _prose(pages):
        for _, lines in paragraph.parts():
            if not paragraph.justified or len(lines) < 4:
                continue
            edge = sorted(line.box.right for line in lines)[len(lines) // 2]
            for line in lines:
                if line.box.right > edge + OVER:
                    over = f"{line.box.right - edge:.1f} pt"
                    yield _fault(
                        pages,
                        "over",
                        line,
                        f"The line «{_shown(line)}» ends {over} to the right of its paragraph.",
                        "Allow a break in the long word or address.",
                    )


@check(
    "lines.widow",
    codes=("alone",),
    rationale="The last line of a paragraph, alone at the head of a page, looks like a heading and is read without "
    "what it belongs to.",
    source="house rule; Chicago Manual of Style 2.116 (widows); CSS `widows`",
    advice="Add or take a few words in the paragraph.",
    severity=Severity.WARN,
    lacks=untagged,
)
def widow(pages: Pages) -> Iterator[Fault]:
    """No page begins with the last line of a paragraph."""
    for paragraph in _prose(pages):
        parts = tuple(paragraph.parts())
        if len(parts) > 1 and len(last := parts[-1][1]) == 1 and len(parts[-2][1]) > 1:
            yield _fault(
                pages,
                "alone",
                last[0],
                f"The last line of a paragraph, «{_shown(last[0])}», stands alone on its page.",
                "Add or take a few words in the paragraph, or allow the page before to be a line shorter.",
            )


@check(
    "lines.orphan",
    codes=("alone",),
    rationale="The first line of a paragraph, alone at the foot of a page, is torn from what follows.",
    source="house rule; Chicago Manual of Style 2.116 (orphans); CSS `orphans`",
    advice="Add or take a few words before the paragraph.",
    severity=Severity.WARN,
    lacks=untagged,
)
def orphan(pages: Pages) -> Iterator[Fault]:
    """No page ends with the first line of a paragraph."""
    for paragraph in _prose(pages):
        parts = tuple(paragraph.parts())
        if len(parts) > 1 and len(first := parts[0][1]) == 1 and len(parts[1][1]) > 1:
            yield _fault(
                pages,
                "alone",
                first[0],
                f"The first line of a paragraph, «{_shown(first[0])}», stands alone at the foot of its page.",
                "Add or take a few words before it, so that it moves to the next page or draws a line after it.",
            )


@check(
    "lines.runt",
    codes=("short",),
    rationale="A last line of a few letters, mostly the end of a broken word, leaves a hole between two paragraphs.",
    source="house rule; Tschichold, and the typesetter's custom of five letters",
    advice="Add or take a word in the paragraph.",
    severity=Severity.INFO,
    lacks=untagged,
)
def runt(pages: Pages) -> Iterator[Fault]:
    """No paragraph ends in a line of a few letters."""
    for paragraph in _prose(pages):
        if not paragraph.justified:
            continue
        before, last = paragraph.lines[-2:]
        if before.hyphenated and len(_LETTERS.findall(last.text)) < RUNT:
            yield _fault(
                pages,
                "short",
                last,
                f"A paragraph ends with the letters «{_shown(last)}» in a line of their own.",
                "Add or take a word in the paragraph.",
            )


@check(
    "lines.ladder",
    codes=("hyphens",),
    rationale="Hyphens one under the other at the ends of lines make a ladder that draws the eye.",
    source="house rule; Chicago Manual of Style 2.117 (three are enough)",
    advice="Add or take a word in the paragraph.",
    severity=Severity.INFO,
    lacks=untagged,
)
def ladder(pages: Pages) -> Iterator[Fault]:
    """No more than five lines with a hyphen follow each other."""
    for paragraph in _prose(pages):
        if not paragraph.justified:
            continue
        for _, lines in paragraph.parts():
            for steps in _ladders(lines):
                yield _fault(
                    pages,
                    "hyphens",
                    steps[0],
                    f"{len(steps)} lines with hyphens follow each other, from «{_shown(steps[0])}» on.",
                    "Add or take a word in the paragraph.",
                )


@check(
    "lines.loose",
    codes=("gaps",),
    rationale="A line with few words is spaced out to the full measure: its words fall apart.",
    source="house rule; the spaces of a good line are between a fifth and half of an em",
    advice="Allow a break in the word that follows the line, or change a word.",
    severity=Severity.INFO,
    lacks=untagged,
)
def loose(pages: Pages) -> Iterator[Fault]:
    """The words of no line are far apart."""
    for paragraph in _prose(pages):
        if not paragraph.justified:
            continue
        for line in paragraph.lines[:-1]:
            full = abs(line.box.right - paragraph.edge) <= OVER
            if full and len(line.gaps) >= WORDS and mean(line.gaps) > LOOSE * line.size:
                ems = f"{mean(line.gaps) / line.size:.2f} em"
                yield _fault(
                    pages,
                    "gaps",
                    line,
                    f"The words of the line «{_shown(line)}» are {ems} apart.",
                    "Allow a break in the word that follows, or change a word.",
                )


def _prose(pages: Pages) -> Iterator[Paragraph]:
    """Paragraphs of running text: no cells of tables, no headings, no lists of names."""
    for paragraph in pages.paragraphs:
        block = paragraph.block
        prose = block.kind in _PROSE and block.table < 0 and "TOC" not in block.within
        if prose and len(paragraph.lines) > 1 and not HEADINGS & set(block.within):
            yield paragraph


def _ladders(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    steps: list[Line] = []
    for line in lines:
        if line.hyphenated:
            steps.append(line)
            continue
        if len(steps) >= LADDER:
            yield tuple(steps)
        steps = []
    if len(steps) >= LADDER:
        yield tuple(steps)


def _shown(line: Line) -> str:
    """How the line begins."""
    words = line.text.split()
    shown = " ".join(words[:5])
    shown = shown if len(shown) <= 40 else f"{shown[:40]}"
    text = f"{shown} …" if len(words) > 5 or len(shown) == 40 else shown
    return "".join("-" if sign in HYPHENS else sign for sign in text)


def _fault(pages: Pages, code: str, line: Line, message: str, advice: str) -> Fault:
    sheet = pages.sheets[line.page]
    return Fault(code, message, sheet.folio, advice, sheet.placed(line.box))
