"""What the composer does for one piece: the manner it works in, what it set, what it could not do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from tirage.findings import Finding, Place, Severity, counted
from tirage.model.layout import Composer
from tirage.typeset.paragraphs.totalfit import Measure, Points


@dataclass(frozen=True, slots=True)
class Set:
    """A paragraph that was composed."""

    text: str
    points: Points
    measure: Measure
    shorter: bool
    """It was set a line shorter than at its best."""


Kind: TypeAlias = Literal["looser", "tighter", "hyphen"]
"""A line more, a line less, another last line on the page."""


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph that was set otherwise than at its best, for the page's sake."""

    kind: Kind
    page: int
    """Its number in the piece, from 0."""
    text: str


@dataclass(slots=True)
class Work:
    """The composing of one layout of a piece."""

    manner: Composer
    shorter: frozenset[str] = frozenset()
    """The texts of paragraphs that are to be set a line shorter than at their best."""
    paragraphs: list[Set] = field(default_factory=list)
    loose: int = 0
    """Lines with spaces wider than allowed."""
    left: Counter[str] = field(default_factory=Counter)
    """Paragraphs left to the engine, by what there is in them."""
    changes: list[Change] = field(default_factory=list)
    """What was done to fill pages."""
    saved: int = 0
    """Lines of the last page that is no longer there."""

    def findings(self, piece: str) -> Iterator[Finding]:
        """What an editor should know of it; `piece` is the piece's name."""
        if self.left:
            count = self.left.total()
            justified = counted(count + len(self.paragraphs), "justified paragraph")
            reasons = ", ".join(
                f"{reason} ({times})" for reason, times in sorted(self.left.items())
            )
            yield _finding(
                piece,
                "engine.composer/left",
                f"Of {justified} {counted(count, 'was', 'were')} set line by line by the engine, because of: {reasons}.",
            )
        if self.loose:
            yield _finding(
                piece,
                "engine.composer/loose",
                f"The spaces of {counted(self.loose, 'line')} are wider than the layout allows; there was no better way to "
                f"break {'it' if self.loose == 1 else 'them'}.",
                "Change a word or two near such a line, or allow long words to be broken.",
            )
        if self.saved:
            shorter = [f"“{beginning(p.text)}”" for p in self.paragraphs if p.shorter]
            told = counted(
                len(shorter),
                "paragraph a line shorter, which begins",
                "paragraphs a line shorter, which begin",
            )
            yield _finding(
                piece,
                "engine.composer/shorter",
                f"A last page of {counted(self.saved, 'line')} was saved by setting {told}: {', '.join(shorter)}.",
            )


def _finding(piece: str, id: str, message: str, advice: str = "") -> Finding:
    check, _, code = id.partition("/")
    return Finding(Severity.INFO, check, code, message, Place(file=piece), advice)


def beginning(text: str) -> str:
    """The first words of a paragraph, by which an editor knows it."""
    return " ".join(text.split()[:4])
