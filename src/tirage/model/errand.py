"""Work that any process may do: a look at finished pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tirage.findings import Finding


@dataclass(frozen=True, slots=True)
class Errand:
    """A look at the finished pages of a piece, or at a galley."""

    name: str
    """Of the piece or the file, for messages."""
    size: int
    """How much there is to look at, in any unit: what is largest is begun first."""
    find: Callable[[], tuple[Finding, ...]]
    """What is found: a partial of a function at module level, so that another process can be given it."""


Look: TypeAlias = Callable[[Sequence[Errand]], tuple[tuple[Finding, ...], ...]]
"""Has errands done; what was found, in their order."""


def do(errands: Sequence[Errand]) -> tuple[tuple[Finding, ...], ...]:
    """Do `errands` in this process; what was found, in their order."""
    return tuple(errand.find() for errand in errands)
