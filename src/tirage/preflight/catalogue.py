"""All checks there are. In comes nothing, out goes the list from which users' documentation and tests are made."""

from __future__ import annotations

from typing import Any

from tirage.preflight.check import Check
from tirage.preflight.checks import (
    archive,
    black,
    boxes,
    colours,
    contents,
    editions,
    file,
    folios,
    fonts,
    galley,
    headings,
    heads,
    images,
    job,
    lines,
    links,
    metadata,
    notes,
    numbering,
    pages,
    position,
    press,
    tables,
    tags,
    targets,
    text,
)
from tirage.preflight.subjects import Bound, Contents, File, Pages, Proof
from tirage.preflight.ua.identification import RULES, STRUCTURE, identification

PROOFS: tuple[Check[Proof], ...] = (
    text.complete,
    notes.place,
    fonts.declared,
    folios.printed,
    heads.agree,
)
"""Made on the pages of each piece, in the worker that has set them."""

PAGES: tuple[Check[Pages], ...] = (
    fonts.glyphs,
    fonts.embedded,
    fonts.subset,
    fonts.outlines,
    links.doi,
    position.page,
    position.area,
    position.size,
    lines.measure,
    lines.widow,
    lines.orphan,
    lines.runt,
    lines.ladder,
    lines.loose,
    headings.stranded,
    tables.head,
    pages.blank,
    pages.sparse,
    images.resolution,
    images.shape,
    colours.screen,
)
"""Made on pages, whoever has set them: in the worker on each piece, and on any PDF."""

GALLEYS: tuple[Check[Bound], ...] = (
    galley.pages,
    galley.labels,
    numbering.folios,
    numbering.recorded,
    galley.links,
    galley.outline,
    galley.metadata,
)
"""Made on each bound galley."""

FILES: tuple[Check[File], ...] = (
    file.scripts,
    file.attachments,
    file.forms,
    file.comments,
    file.layers,
    file.version,
    metadata.title,
    metadata.language,
    metadata.dates,
    metadata.producer,
    boxes.present,
    boxes.nested,
    boxes.equal,
    targets.target,
    targets.address,
    targets.outline,
)
"""Made on a file, whoever has bound it."""

TAGGED: tuple[Check[File], ...] = (tags.tree, tags.taborder)
"""Made on a file that will be read on a screen, or aloud; its structure is not walked through."""

TAGS: tuple[Check[File], ...] = (*STRUCTURE, *RULES, identification)
"""Made on the structure of such a file, which takes half a second for an issue."""

PRESS: tuple[Check[Bound], ...] = (
    editions.agree,
    press.boxes,
    press.colours,
    press.inked_pictures,
    press.transparency,
    press.overprint,
    black.black,
    job.notes,
    job.intent,
    job.identification,
    job.marks,
    job.signature,
    job.sides,
    job.spine,
    job.bleed,
)
"""Made on what goes to the printer, with what `inspect` takes of the other lists."""

ALOUD: tuple[Check[Bound], ...] = (editions.aloud,)
"""Made on its structure, which takes half a second for an issue."""

ARCHIVE: tuple[Check[Bound], ...] = (
    archive.identification,
    archive.intent,
    archive.sources,
    archive.schemas,
    archive.forbidden,
    galley.fonts,
)
"""Made on what is kept in archives; the last one on what goes to the printer, too."""

ISSUE: tuple[Check[Contents], ...] = (contents.folios, contents.links, contents.doi)
"""Made on the contents of the issue."""

ALL: tuple[Check[Any], ...] = (
    file.readable,
    *PROOFS,
    *PAGES,
    *GALLEYS,
    *FILES,
    *TAGGED,
    *TAGS,
    *PRESS,
    *ALOUD,
    *ARCHIVE,
    *ISSUE,
)
