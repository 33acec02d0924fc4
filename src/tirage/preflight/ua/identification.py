"""What a file claims. In comes a file that says it is PDF/UA, out goes why it is not."""

from __future__ import annotations

from collections.abc import Iterator

from tirage.preflight.check import Check, Fault, check
from tirage.preflight.checks import elements, metadata, tags
from tirage.preflight.subjects import File
from tirage.preflight.ua import artifacts, fonts, links, nesting, parents, parts, roles
from tirage.preflight.ua import elements as own

STRUCTURE: tuple[Check[File], ...] = (
    tags.connected,
    tags.marks,
    tags.languages,
    tags.links,
    elements.headings,
    elements.tables,
    elements.alternatives,
    elements.lists,
)
"""Checks of any file's structure."""

BASIC = (metadata.title, metadata.language, tags.tree, tags.taborder, *STRUCTURE)
"""Checks of any file whose rules are PDF/UA's."""

RULES: tuple[Check[File], ...] = (
    roles.roles,
    roles.suspects,
    artifacts.artifacts,
    nesting.nesting,
    nesting.empty,
    own.headings,
    own.figures,
    own.tables,
    own.lists,
    own.notes,
    own.calls,
    links.spoken,
    links.holders,
    parents.parents,
    parts.layers,
    parts.files,
    parts.drawings,
    fonts.fonts,
)
"""PDF/UA's other rules."""

_VERSIONS = ("1", "2")


@check(
    "ua.identification",
    codes=("false", "version"),
    rationale="Libraries and readers choose files by what they claim. One that claims to be accessible and is not is worse "
    "than one that claims nothing: nobody looks at it again.",
    source="ISO 14289-1, 5 and 6.2; Matterhorn 06-002",
    advice="Mend what the other findings name; tirage claims nothing for a file of which it knows that it is not so.",
)
def identification(file: File) -> Iterator[Fault]:
    """A file that claims to be PDF/UA keeps its rules."""
    claimed = file.described.accessible
    if not claimed:
        return
    if claimed not in _VERSIONS:
        message = f"The file claims to be PDF/UA-{claimed}, which there is not."
        yield Fault("version", message, advice="Write 1 for pdfuaid:part: this is ISO 14289-1.")
        return
    broken = [rule.id for rule in (*BASIC, *RULES) if next(iter(rule.find(file)), None)]
    if broken:
        message = f"The file claims to be PDF/UA-{claimed} and is not: {', '.join(broken)}."
        yield Fault("false", message, advice="Mend what the findings of these checks name.")
