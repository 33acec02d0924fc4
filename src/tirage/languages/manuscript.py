"""How manuscripts of a language speak of their own parts (`<language>/manuscript.toml`). In comes a language, out go patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache

from tirage.languages.folders import languages, part

NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns for one language."""

    table: re.Pattern[str]
    """A mention of a table; its first group is the number."""
    figure: re.Pattern[str]
    """A mention of a figure, the same."""
    appendix: re.Pattern[str]
    """A promise of an appendix."""
    appendix_heading: re.Pattern[str]
    """How the heading of one begins."""
    irsti: re.Pattern[str]
    """Labels of the IRSTI code."""
    udc: re.Pattern[str]
    """Labels of the UDC number."""


@cache
def words(language: str) -> Words:
    """The patterns of `language`; for one that is not known, patterns that fit nothing."""
    table = part(language, "manuscript")
    made = {
        one.name: re.compile(table.get(one.name, NOTHING), re.IGNORECASE) for one in fields(Words)
    }
    return Words(**made)


def known() -> tuple[str, ...]:
    """The languages that have patterns."""
    return languages("manuscript")
