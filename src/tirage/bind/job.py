"""What is to be bound: all that galleys follow from, but for where they go."""

from __future__ import annotations

from dataclasses import dataclass

from tirage.model.issue import Issue
from tirage.model.layout import Printing
from tirage.model.press import Edition, Gathering, Paging


@dataclass(frozen=True, slots=True)
class Job:
    """An issue, or one offprint of it, to be bound in some editions."""

    gatherings: tuple[Gathering, ...]
    """In binding order."""
    issue: Issue
    paging: Paging
    """The folios that the gatherings were typeset with."""
    dois: tuple[tuple[str, str], ...] = ()
    """Pairs of an article's name and its DOI, "" where it has none."""
    only: str = ""
    """The name of an article: its offprint alone is bound, and nothing for the press."""
    editions: tuple[Edition, ...] = ("screen",)
    printing: Printing | None = None
    """How the layout is printed; None: as layouts are that say nothing of it."""
    booklet: bool = False
    """The print edition has a booklet, too."""
