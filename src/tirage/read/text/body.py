"""The text of an article → Matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from markdown_it.token import Token

from tirage.findings import Severity, worst
from tirage.model.matter import Block, Heading, Matter
from tirage.read.text.blocks import Blocks
from tirage.read.text.inlines import Inlines
from tirage.read.text.manuscript import Manuscript
from tirage.read.text.markdown import MOST_BRACKETS, closing, parse_blocks
from tirage.read.text.notes import Notes
from tirage.read.text.numbering import number


def read_body(path: Path, first_line: int, manuscript: Manuscript) -> Matter:
    """The text of the file `path`, which begins on `first_line` of the manuscript's lines."""
    body = "\n" * (first_line - 1) + "\n".join(manuscript.lines[first_line - 1 :])
    if _refuse_brackets(body, manuscript):
        return Matter((), path)
    remarks, before = manuscript.remarks, len(manuscript.remarks.findings)
    tokens = parse_blocks(body)
    manuscript.targets = number(tokens, manuscript)
    notes = _read_notes(tokens, manuscript)
    blocks = Blocks(Inlines(manuscript, notes)).read(tokens)
    for label, line in notes.unused():
        manuscript.remarks.warn(
            "content.footnote/unused",
            f"The footnote `[^{label}]` is called nowhere, so it is not printed.",
            f"Write `[^{label}]` in the text, or take the note out.",
            (line, 1),
        )
    if not blocks and worst(remarks.findings[before:]) < Severity.FAIL:
        manuscript.remarks.warn(
            "content.empty/body",
            "The contribution has no text.",
            "Write it below the front matter.",
            (min(first_line, len(manuscript.lines)), 0),
        )
    _check_levels(blocks, manuscript)
    _tell_unlisted(manuscript)
    _tell_removed(manuscript)
    return Matter(blocks, path)


def _refuse_brackets(body: str, manuscript: Manuscript) -> bool:
    line = 1
    for paragraph in body.split("\n\n"):
        if paragraph.count("[") > MOST_BRACKETS:
            manuscript.remarks.fail(
                "content.markdown/too-many-brackets",
                f"A paragraph has more than {MOST_BRACKETS} square brackets.",
                "Divide it with empty lines.",
                (line, 0),
            )
            return True
        line += paragraph.count("\n") + 2
    return False


def _read_notes(tokens: Sequence[Token], manuscript: Manuscript) -> Notes:
    """The footnotes that are defined; inside them no other may be called."""
    reader = Blocks(Inlines(manuscript, Notes(None)))
    blocks: dict[str, tuple[Block, ...]] = {}
    lines: dict[str, int] = {}
    for at, token in enumerate(tokens):
        if token.type != "footnote_reference_open":
            continue
        label, line = token.meta["label"], (token.map or [0])[0] + 1
        if label in blocks:
            manuscript.remarks.fail(
                "content.footnote/twice",
                f"The footnote `[^{label}]` is written twice.",
                "Give one of them another name.",
                (line, 1),
            )
            continue
        blocks[label] = reader.read(tokens[at + 1 : closing(tokens, at)])
        lines[label] = line
    return Notes(blocks, lines)


def _check_levels(blocks: Sequence[Block], manuscript: Manuscript) -> None:
    """Take down headings that leave a level out: someone who listens to the text would look for it (PDF/UA-1, 7.4)."""
    level = 1
    for heading in _headings(blocks):
        if heading.level > level + 1:
            manuscript.remarks.warn(
                "content.heading/skipped",
                f"A heading with {heading.level} signs `#` follows one with {level}."
                if level > 1
                else f"The first heading has {heading.level} signs `#`.",
                f"Write `{'#' * (level + 1)}`.",
                (heading.line, 1),
            )
        level = heading.level


def _headings(blocks: Sequence[Block]) -> Iterator[Heading]:
    return (block for block in blocks if isinstance(block, Heading))


def _tell_unlisted(manuscript: Manuscript) -> None:
    if manuscript.unlisted:
        times = len(manuscript.unlisted)
        manuscript.remarks.warn(
            "facts.missing/references",
            f"The text cites works by number ({times} time{'s' * (times > 1)}), but there is no list.",
            "Write `references: references.yaml` in the front matter.",
            manuscript.unlisted[0],
        )


def _tell_removed(manuscript: Manuscript) -> None:
    for tag, places in manuscript.removed.items():
        more = f" ({len(places)} times, here first)" if len(places) > 1 else ""
        if tag == "!--":
            message = f"A comment is left out{more}."
            manuscript.remarks.inform("content.html/comment", message, "", places[0])
            continue
        kept = "with all it held" if tag in ("script", "style") else "and its text kept"
        kept = "because nothing is open that it could close" if tag.startswith("/") else kept
        manuscript.remarks.warn(
            "content.html/taken-out",
            f"`<{tag}>` is taken out {kept}{more}.",
            "Write it in Markdown; allowed are sub, sup, br, em, i, strong, b, span with lang, tables.",
            places[0],
        )
