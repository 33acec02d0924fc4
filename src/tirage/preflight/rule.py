"""What the catalogue says of a kind of finding, whoever finds it. In comes nothing, out goes a typed entry."""

from __future__ import annotations

from dataclasses import dataclass, field

from tirage.findings import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """What should be true, why, and what to do where it is not."""

    id: str
    """ "subject.name", chosen once."""
    title: str
    """What is true when nothing is found."""
    rationale: str
    """Why it matters, for an editor."""
    source: str
    """The standard, guide or decision that asks for it."""
    severity: Severity
    """What a fault weighs, at most, before a profile is applied."""
    codes: tuple[str, ...]
    """All that can be found."""
    advice: str = field(default="", kw_only=True)
    """What to do in general; each finding has advice of its own."""
    fixable: bool = field(default=False, kw_only=True)
    """Whether `tirage fix` can mend it."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its findings, "check/code"."""
        return tuple(f"{self.id}/{code}" for code in self.codes)
