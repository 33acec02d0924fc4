"""The checks of the copy: which there are, by what they look at."""

from __future__ import annotations

from typing import Any

from tirage.model.copy import Passage, Sheet
from tirage.preflight.check import Check
from tirage.preflight.facts import abstracts, dates, identifiers, people, references, structure
from tirage.preflight.manuscripts import Desk, Manuscript
from tirage.preflight.prose import (
    consistency,
    dashes,
    gaps,
    letters,
    numbers,
    punctuation,
    quotes,
    spaces,
    words,
)

SHEETS: tuple[Check[Sheet], ...] = (
    spaces.layout,
    identifiers.address,
    punctuation.lists,
    dashes.word,
    dashes.sentence,
    dashes.half,
    numbers.pages,
    numbers.grouping,
    words.glued,
    words.broken,
    consistency.yo,
    consistency.ellipsis,
    consistency.abbreviation,
    consistency.year,
    consistency.hyphen,
    consistency.citation,
)
"""Made on each file."""

PASSAGES: tuple[Check[Passage], ...] = (
    spaces.double,
    spaces.stray,
    gaps.after_mark,
    gaps.quotation,
    gaps.initials,
    gaps.number,
    punctuation.doubled,
    punctuation.editor,
    punctuation.keyword,
    quotes.straight,
    quotes.balance,
    dashes.glued,
    numbers.ranges,
    numbers.minus,
    numbers.sign,
    numbers.decimal,
    numbers.degree,
    letters.alphabet,
    letters.legacy,
    letters.invisible,
    letters.firm,
    letters.capitals,
    words.repeated,
    words.split,
)
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
