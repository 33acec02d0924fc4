"""What a journal or an issue makes of a finding: in comes what an editor wrote, out goes which findings it fits."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase

from tirage.findings import Place, Severity

_NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Override:
    """What findings of one name weigh, and why."""

    id: str
    """A finding's name, "check/code", or a check's id for all its codes; `*` stands for anything."""
    severity: Severity
    reason: str
    """A full sentence, printed in every report."""
    place: Place = _NOWHERE
    """Where it is written; nowhere: in a profile."""

    def fits(self, name: str) -> bool:
        """Whether it is about the finding `name`, "check/code"."""
        return fnmatchcase(name, self.id) or fnmatchcase(name.partition("/")[0], self.id)
