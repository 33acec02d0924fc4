"""A style of references: how names are written, and a pattern for each kind of work.

The text of a file of `styles/`, or of the journal's own, comes in; a Style goes out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tirage.compose.bibliography.pattern import Pattern, PatternError, parse
from tirage.errors import LayoutError
from tirage.model.references import STYLES, ReferenceRules

_FOLDER = Path(__file__).with_name("styles")

ROMANISED = "romanised"
"""The style of the list "References"."""

_FAMILIES = {
    "article": "article-journal article-magazine article review review-book periodical",
    "newspaper": "article-newspaper",
    "chapter": "chapter entry entry-dictionary entry-encyclopedia",
    "conference": "paper-conference speech",
    "thesis": "thesis",
    "law": "legislation bill regulation treaty legal_case hearing",
    "web": "webpage post post-weblog dataset software",
    "report": "report patent",
    "standard": "standard",
}
_FAMILY = {kind: family for family, kinds in _FAMILIES.items() for kind in kinds.split()}
FAMILIES = (*_FAMILIES, "archive", "book")
"""The patterns that a style has; `archive` for what an archive keeps, `book` for all the rest."""

FIELDS = frozenset([
    "accessed", "after-title", "archive", "authors", "bare-issue", "bare-year", "by", "collection",
    "collection-number", "container", "date", "dated", "dated-full", "day", "doi", "edition", "editors", "event",
    "extent", "genre", "in", "in-language", "isbn", "issue", "lead-editors", "lead-title", "note", "number",
    "online", "other-publisher", "pages", "place", "publisher", "shelf", "signed", "title", "trailing-editors",
    "translated", "translators", "url", "volume", "year",
])  # fmt: skip
"""What a pattern may name; docs/references.md explains each."""


@dataclass(frozen=True, slots=True)
class NameStyle:
    """How the people of one role are written."""

    pattern: str = "{family} {initials}"
    initials: str = "spaced"
    """ "spaced": O. Zh.; "bare": OZh."""
    between: str = ", "
    last: str = ", "
    """Before the last of several; `{and}` is the word of the entry's language."""
    pair: str = ""
    """Between two, where it is not `last`."""
    least: int = 1
    """With fewer people nobody is printed."""
    most: int = 0
    """With more people only `shown` are printed, and "et al."; 0: all are printed."""
    shown: int = 0
    others: str = " {others}"
    """What stands for those left out."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style."""

    name: str
    names: Mapping[str, NameStyle]
    """By role: authors, by, editors, translators."""
    dates: Mapping[str, str]
    """Patterns of Babel by name, and for one language as `accessed.en`."""
    short_ranges: bool
    """1119–84 for 1119–1184."""
    patterns: Mapping[str, Pattern]
    """By the family of the work."""

    def pattern(self, kind: str, in_archive: bool) -> Pattern:
        """The pattern for a work of the CSL type `kind`."""
        return self.patterns["archive" if in_archive else _FAMILY.get(kind, "book")]


def style_of(rules: ReferenceRules) -> Style:
    """The style that a journal's rules name.

    Raises LayoutError when the journal's own cannot be understood.
    """
    if rules.style.endswith(".toml"):
        return read_style(rules.source, rules.style)
    return bundled_style(rules.style if rules.style in STYLES else STYLES[0])


@cache
def bundled_style(name: str) -> Style:
    """The style `name` that comes with tirage."""
    return read_style((_FOLDER / f"{name}.toml").read_text("utf-8"), name)


@cache
def read_style(text: str, name: str) -> Style:
    """The style that the TOML file `name` says, whose whole text is `text`.

    Raises LayoutError when it cannot be understood.
    """
    try:
        data: dict[str, Any] = tomllib.loads(text)
        names = {role: NameStyle(**data["names"].get(role, {})) for role in ("authors", "by", "editors", "translators")}  # fmt: skip
        parts = data.get("parts", {})
        return Style(
            name=name,
            names=names,
            dates=data["dates"],
            short_ranges=data.get("short-ranges", False),
            patterns={family: parse(data["entry"][family], parts, FIELDS) for family in FAMILIES},
        )
    except (tomllib.TOMLDecodeError, PatternError, TypeError, KeyError) as error:
        raise LayoutError(
            f"The style of references {name} cannot be used: {str(error).rstrip('.')}. Compare it with one that comes with tirage."
        ) from error
