"""What the composer does for one piece: the manner it works in, what it is at, what it could not do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tirage.findings import Finding, Place, Severity
from tirage.model.layout import Composer

CHECK = "engine.composer"


@dataclass(slots=True)
class Work:
    """The composing of one piece."""

    manner: Composer
    composed: int = 0
    """Paragraphs."""
    loose: int = 0
    """Lines with spaces wider than allowed."""
    left: Counter[str] = field(default_factory=Counter)
    """Paragraphs left to the engine, by what there is in them."""

    def findings(self, piece: str) -> Iterator[Finding]:
        """What an editor should know of it; `piece` is the piece's name."""
        if self.left:
            count = self.left.total()
            reasons = ", ".join(
                f"{reason} ({times})" for reason, times in sorted(self.left.items())
            )
            yield Finding(
                Severity.INFO,
                CHECK,
                "left",
                f"{count} of {count + self.composed} justified paragraphs were set line by line by the engine, "
                f"because of: {reasons}.",
                Place(file=piece),
            )
        if self.loose:
            yield Finding(
                Severity.INFO,
                CHECK,
                "loose",
                f"The spaces of {self.loose} lines are wider than the layout allows; there was no better way to break "
                "them.",
                Place(file=piece),
                "Change a word or two near such a line, or allow long words to be broken.",
            )
