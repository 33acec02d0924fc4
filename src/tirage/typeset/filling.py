"""Pages that end short are filled by setting paragraphs on them a line looser or tighter (TeX's looseness).

A page ends short where a paragraph may not leave a single line behind (widows, orphans), and where a heading needs the lines
of its text. It is made again at once, with the paragraphs set otherwise for which that costs least: as many lines more as
are missing, or as many less as what follows needs. A page that ends in a hyphen is made again without it. What does not
help is undone.

A page is made seven times at most: once, once for each of three ways to mend it, and once more for each that does not help; and
only the pages that need it. So a build takes a few hundredths longer, where laying pieces out again would take half as long again.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeAlias

from weasyprint.layout import page

from tirage.typeset.foot import FEWEST, Foot, read_foot
from tirage.typeset.opening import open_up
from tirage.typeset.paragraphs.composer import current
from tirage.typeset.paragraphs.refit import Passage, Refit
from tirage.typeset.paragraphs.work import Change, Kind, Work
from tirage.typeset.pinned import expect

DEAREST = 0.02
"""What a paragraph may cost more, in squares of an em: two lines with spaces 0.1 em off."""
DEAREST_HYPHEN = 0.01
"""The same for a hyphen that is to go."""
MOST = 3
"""Paragraphs that are set otherwise on a page."""

_Make: TypeAlias = Callable[[], tuple[Any, Foot | None]]


def install() -> None:
    """Wrap the engine's making of pages, once in the life of a process.

    Raises TypesetError when the engine is not the one that this module knows.
    """
    expect(page, "remake_page", "makes pages")
    if not hasattr(page.remake_page, "__wrapped__"):
        page.remake_page = _filling(page.remake_page)


def _filling(remake: Any) -> Any:
    """`remake_page`, which looks at the foot of each page and makes it again where it can be better."""

    @wraps(remake)
    def fill(index: int, context: Any, root: Any, html: Any) -> Any:
        start = _Start.of(context)

        def make() -> tuple[Any, Foot | None]:
            start.restore(context, index)
            made = remake(index, context, root, html)
            return made, read_foot(made[0], root, made[1])

        made, foot = make()
        work = current()
        if foot and work:
            made, foot = _mend(made, foot, make, work, index)
        if foot:
            open_up(foot)
        return made

    return fill


@dataclass(frozen=True, slots=True)
class Way:
    """What may be changed on a page to make it better."""

    kind: Kind
    refits: tuple[Refit, ...]

    @property
    def cost(self) -> float:
        """What all changes cost, in squares of an em."""
        return sum(refit.cost for refit in self.refits)


@dataclass(frozen=True, slots=True)
class _Start:
    """What the engine's context holds before a page is made."""

    footnotes: list[Any]
    reported: list[Any]
    broken: dict[Any, Any]

    @classmethod
    def of(cls, context: Any) -> _Start:
        return cls(
            copy(context.footnotes), copy(context.reported_footnotes), context.broken_out_of_flow
        )

    def restore(self, context: Any, index: int) -> None:
        context.footnotes = copy(self.footnotes)
        context.reported_footnotes = copy(self.reported)
        context.broken_out_of_flow = self.broken
        context.page_maker[index][-1].update(anchors=[], content_lookups=[])


def _mend(made: Any, foot: Foot, make: _Make, work: Work, index: int) -> tuple[Any, Foot | None]:
    """The page `made`, or a better one in its place, and its foot."""
    now: Foot | None = foot
    for way in _ways(foot, work):
        if now and now.empty:
            made, now = _try(way, now, make, work, index)
    last = _unhyphenated(now, work) if now and now.hyphen else None
    return _try(last, now, make, work, index) if now and last else (made, now)


def _try(way: Way, foot: Foot, make: _Make, work: Work, index: int) -> tuple[Any, Foot | None]:
    """Make the page, whose foot is as given, in another way; as it was where that does not help."""
    before = [(refit.passage.plan, refit.set()) for refit in way.refits]
    made, other = make()
    if (
        other is None
        or not other.goes_on
        or (other.empty, other.hyphen) < (foot.empty, foot.hyphen)
    ):
        for refit in way.refits:
            work.changes.append(Change(way.kind, index, refit.passage.text))
        return made, other
    for plan, lines in before:
        plan.lines = lines
    return make()


def _ways(foot: Foot, work: Work) -> list[Way]:
    """The ways to fill the page, the cheapest first."""
    if not foot.empty:
        return []
    looser = _way("looser", 1, foot.empty, foot, work)
    tighter = _way("tighter", -1, foot.wanted, foot, work) if 0 < foot.wanted <= MOST else None
    return sorted((way for way in (looser, tighter) if way), key=lambda way: way.cost)


def _way(kind: Kind, looseness: int, lines: int, foot: Foot, work: Work) -> Way | None:
    """As many paragraphs as there are `lines`, each set a line more or less, those for which that costs least.

    Where there are too few for all lines, so many lines less are missing.
    """
    found = []
    for passage in foot.passages:
        if passage.text not in work.shorter and _counts(passage, looseness, foot):
            refit = passage.refit(work.manner, looseness)
            if refit and refit.cost <= DEAREST:
                found.append(refit)
    found.sort(key=lambda refit: refit.cost)
    enough = len(found) >= lines or looseness > 0
    return Way(kind, tuple(found[: min(lines, MOST)])) if found and enough else None


def _counts(passage: Passage, looseness: int, foot: Foot) -> bool:
    """Whether the page is fuller when the passage takes a line more or less."""
    if not passage.ends:  # one more line on this page leaves two to the next, or one less none
        return foot.empty == 1 and passage.rest == FEWEST
    leaves_a_widow = looseness < 0 and passage.position and passage.count <= FEWEST
    return not leaves_a_widow


def _unhyphenated(foot: Foot, work: Work) -> Way | None:
    """The last paragraph of the page with another last line; None where that costs too much."""
    refit = foot.passages[-1].unhyphenated(work.manner)
    return Way("hyphen", (refit,)) if refit and refit.cost <= DEAREST_HYPHEN else None
