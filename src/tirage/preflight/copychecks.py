"""The checks of the copy: which there are, by what they look at."""

from __future__ import annotations

from typing import Any

from tirage.model.copy import Passage, Sheet
from tirage.preflight.check import Check
from tirage.preflight.manuscripts import Desk, Manuscript
from tirage.preflight.prose import spaces

SHEETS: tuple[Check[Sheet], ...] = (spaces.layout,)
"""Made on each file, line by line."""

PASSAGES: tuple[Check[Passage], ...] = (spaces.double,)
"""Made on each run of text."""

MANUSCRIPTS: tuple[Check[Manuscript], ...] = ()
"""Made on each contribution."""

DESKS: tuple[Check[Desk], ...] = ()
"""Made on the whole issue."""

COPY: tuple[Check[Any], ...] = (*SHEETS, *PASSAGES, *MANUSCRIPTS, *DESKS)
