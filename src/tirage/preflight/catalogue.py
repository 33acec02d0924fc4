"""All checks there are. In comes nothing, out goes the list from which users' documentation and tests are made."""

from __future__ import annotations

from typing import Any

from tirage.preflight.check import Check
from tirage.preflight.checks import (
    archive,
    contents,
    editions,
    file,
    folios,
    fonts,
    galley,
    job,
    links,
    press,
    tags,
    text,
)
from tirage.preflight.subjects import Bound, Contents, Proof

PROOFS: tuple[Check[Proof], ...] = (
    text.complete,
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
    editions.agree,
    press.boxes,
    press.colours,
    press.inked_pictures,
    press.transparency,
    press.overprint,
    job.notes,
    job.intent,
    job.identification,
    job.marks,
    job.signature,
    job.spine,
    job.bleed,
    archive.identification,
    archive.intent,
    archive.sources,
    archive.forbidden,
)
"""Made on each bound galley."""

ISSUE: tuple[Check[Contents], ...] = (contents.folios, contents.links)
"""Made on the contents of the issue."""

ALL: tuple[Check[Any], ...] = (file.readable, *PROOFS, *GALLEYS, *ISSUE)
