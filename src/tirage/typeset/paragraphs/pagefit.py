"""A last page of a few lines is saved by setting some paragraphs a line shorter (TeX's looseness).

In comes a function that lays a piece out, out goes the layout that is to be printed. It is laid out three times at most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from tirage.typeset.paragraphs.totalfit import fit
from tirage.typeset.paragraphs.work import Set, Work

DEAREST = 0.04
"""What a paragraph may cost more when it is set a line shorter, in squares of an em: four lines with spaces 0.1 em off."""

SPARE = 2
"""Paragraphs more than there are lines to save that are shortened when those were not enough."""

_Document = TypeVar("_Document")


def settle(
    lay_out: Callable[[frozenset[str]], tuple[_Document, Work | None]],
    count: Callable[[_Document], tuple[int, int]],
) -> tuple[_Document, Work | None]:
    """The best layout of a piece, and what the composer did in it.

    `lay_out` makes one, with the paragraphs named set a line shorter than at their best; `count` tells its pages and the
    lines on the last of them.
    """
    document, work = lay_out(frozenset())
    pages, lines = count(document)
    if work is None or pages < 2 or not 0 < lines <= work.manner.last_page:
        return document, work
    chances = [text for _, text in sorted(_chances(work))]
    for wanted in (lines, lines + SPARE):
        if wanted <= len(chances):
            other, shorter = lay_out(frozenset(chances[:wanted]))
            if shorter is not None and count(other)[0] < pages:
                shorter.saved = lines
                return other, shorter
    return document, work


def _chances(work: Work) -> Iterator[tuple[float, str]]:
    """Each paragraph that can be set a line shorter: what that costs, and its text."""
    seen: set[str] = set()
    for paragraph in work.paragraphs:
        if paragraph.text not in seen:
            seen.add(paragraph.text)
            cost = _cost(paragraph, work)
            if cost is not None and cost <= DEAREST:
                yield cost, paragraph.text


def _cost(paragraph: Set, work: Work) -> float | None:
    usual = fit(paragraph.points, paragraph.measure, work.manner)
    shorter = fit(paragraph.points, paragraph.measure, work.manner, -1)
    return shorter.demerits - usual.demerits if shorter and usual else None
