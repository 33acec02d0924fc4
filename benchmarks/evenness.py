"""How even the word spaces of a PDF's lines are, and how even they could be: the ruler of the benchmark of paragraphs."""

from __future__ import annotations

import html
import re
import statistics
import subprocess
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from pathlib import Path

from tirage.model.layout import Composer
from tirage.typeset.paragraphs.totalfit import Measure, Points, share

LONGEST = 20
"""Pages that are measured."""
SPACE = 0.2
"""Literata's own space, em."""
OVERRUN = 3.0
"""A line that ends so far past the others, pt, overruns its measure; hyphens that hang stay below."""


@dataclass(frozen=True)
class Evenness:
    """The word spaces of full lines."""

    gaps: list[float]
    """The mean word space of each line, em, sorted."""
    edges: list[float]
    """How far each line's end strays from its block's right edge, pt."""
    hyphens: int
    ladders: int
    overruns: int
    """Lines that end past the edge."""

    def row(self) -> str:
        """As cells of a table."""
        gaps = self.gaps
        high = gaps[min(len(gaps) - 1, int(0.95 * len(gaps)))]
        return (
            f"{len(gaps)} | {statistics.mean(gaps):.3f} | {statistics.pstdev(gaps):.4f} | {high:.3f} | {gaps[-1]:.2f} | "
            f"{self.hyphens / len(gaps):.1%} | {self.ladders} | {self.overruns} | "
            f"{sorted(self.edges)[int(0.95 * len(self.edges))]:.2f}"
        )


def measure(pdf: Path, size: float) -> Evenness:
    """The evenness of a PDF's first pages, in em of `size`, as poppler's pdftotext sees them.

    Counted are lines of five words and more that are not the last of their paragraph.
    """
    command = ["pdftotext", "-bbox-layout", "-l", str(LONGEST), str(pdf), "-"]
    page = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    gaps, edges, hyphens, ladders, overruns = [], [], 0, 0, 0
    for block in re.findall(r"<block[^>]*>(.*?)</block>", page, re.DOTALL):
        lines = [
            words
            for line in re.findall(r"<line[^>]*>(.*?)</line>", block, re.DOTALL)
            if (words := _words(line))
        ]
        if len(lines) < 3:
            continue
        right = statistics.median_low([words[-1][1] for words in lines[:-1]])
        run = 0
        for words in lines[:-1]:
            overruns += words[-1][1] - right > OVERRUN
            if len(words) < 5 or abs(words[-1][1] - right) > 8:
                run = 0
                continue
            gaps.append(statistics.mean(b[0] - a[1] for a, b in pairwise(words)) / size)
            edges.append(abs(words[-1][1] - right))
            run = run + 1 if words[-1][2].endswith(("-", "\u2010", "\u00ad")) else 0
            hyphens += run > 0
            ladders += run == 3
    return Evenness(sorted(gaps), edges, hyphens, ladders, overruns)


def _words(line: str) -> list[tuple[float, float, str]]:
    """Left and right edge and text of each word of a line."""
    pattern = r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>'
    return [(float(a), float(b), html.unescape(text)) for a, b, text in re.findall(pattern, line)]


def gap(points: Points, length: Measure, manner: Composer, start: int, end: int) -> float:
    """The word space of the line from one point to another, em: what is over when the letters have given what they can.

    Infinite when the line overruns; a last line that is not full has none.
    """
    slack = (length.first if start == 0 else length.rest) - points.ends[end] + points.starts[start]
    spaces = points.spaces_before[end] - points.spaces_after[start]
    if end + 1 == len(points) and slack >= 0:
        return 0.0
    give = points.gives_before[end] - points.gives_after[start]
    added = share(slack, spaces, give, 0.0)[0] / length.em
    return inf if added < -manner.shrink else SPACE + added


def least_widest(points: Points, length: Measure, manner: Composer) -> float:
    """The widest word space of a paragraph in which it is as narrow as can be, em, whatever else that costs.

    The same points and limits as the composer's: of spaces that are narrowed, of letters, of hyphens under each other.
    """
    last = len(points) - 1
    best: list[dict[int, float]] = [{0: 0.0}]
    for end in range(1, last + 1):
        ways: dict[int, float] = {}
        for start in range(end - 1, -1, -1):
            if points.ends[end] - points.starts[start] > length.rest * 1.2:
                break
            widest = gap(points, length, manner, start, end)
            if widest == inf:
                continue
            for run, before in best[start].items():
                now = run + 1 if points.hyphens[end] and end < last else 0
                if now <= manner.hyphens:
                    ways[now] = min(ways.get(now, inf), max(widest, before))
        best.append(ways)
    return min(best[last].values(), default=inf)


def widest(points: Points, length: Measure, manner: Composer, breaks: tuple[int, ...]) -> float:
    """The widest word space of a paragraph that is broken at `breaks`, em."""
    return max(
        gap(points, length, manner, start, end)
        for start, end in zip((0, *breaks), breaks, strict=False)
    )
