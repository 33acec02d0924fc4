"""All checks there are. In comes nothing, out goes the list from which users' documentation and tests are made."""

from __future__ import annotations

from typing import Any

from tirage.preflight.check import Check
from tirage.preflight.checks import contents, file, folios, fonts, galley, links, notes, tags, text
from tirage.preflight.subjects import Bound, Contents, Proof

PROOFS: tuple[Check[Proof], ...] = (
    text.complete,
    notes.place,
    fonts.glyphs,
    fonts.embedded,
    folios.printed,
    links.doi,
)
"""Made on the pages of each piece, in the worker that has set them."""

GALLEYS: tuple[Check[Bound], ...] = (
    galley.pages,
    galley.labels,
    galley.links,
    galley.outline,
    galley.metadata,
    tags.tree,
)
"""Made on each bound galley."""

ISSUE: tuple[Check[Contents], ...] = (contents.folios, contents.links)
"""Made on the contents of the issue."""

ALL: tuple[Check[Any], ...] = (file.readable, *PROOFS, *GALLEYS, *ISSUE)
