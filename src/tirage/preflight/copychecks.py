"""The checks of the copy: which there are, by what they look at."""

from __future__ import annotations

from typing import Any

from tirage.model.copy import Passage, Sheet
from tirage.preflight.check import Check
from tirage.preflight.facts import abstracts, dates, identifiers, people, references, structure
from tirage.preflight.manuscripts import Desk, Manuscript
from tirage.preflight.prose import spaces

SHEETS: tuple[Check[Sheet], ...] = (spaces.layout, identifiers.address)
"""Made on each file, line by line."""

PASSAGES: tuple[Check[Passage], ...] = (spaces.double,)
"""Made on each run of text."""

MANUSCRIPTS: tuple[Check[Manuscript], ...] = (
    people.corresponding,
    people.orcid,
    people.mail,
    people.twice,
    abstracts.length,
    abstracts.own,
    abstracts.number,
    abstracts.twice,
    dates.order,
    identifiers.parts,
    identifiers.label,
    references.cited,
    references.order,
    references.twice,
    references.year,
    references.pages,
    references.romanised,
    structure.mentioned,
    structure.appendix,
    structure.empty,
    structure.title,
    structure.heading,
)
"""Made on each contribution."""

DESKS: tuple[Check[Desk], ...] = (
    dates.issue,
    identifiers.unique,
    references.doi,
    structure.titles,
)
"""Made on the whole issue."""

COPY: tuple[Check[Any], ...] = (*SHEETS, *PASSAGES, *MANUSCRIPTS, *DESKS)
