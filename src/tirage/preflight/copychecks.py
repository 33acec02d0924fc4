"""The checks of the copy: which there are, by what they look at."""

from __future__ import annotations

from typing import Any

from tirage.model.copy import Passage, Sheet
from tirage.preflight.check import Check
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

MANUSCRIPTS: tuple[Check[Manuscript], ...] = ()
"""Made on each contribution."""

DESKS: tuple[Check[Desk], ...] = ()
"""Made on the whole issue."""

COPY: tuple[Check[Any], ...] = (*SHEETS, *PASSAGES, *MANUSCRIPTS, *DESKS)
