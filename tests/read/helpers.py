"""A journal on disk with one contribution, nothing wrong in it, for tests to spoil in one way."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import PIL.Image

from tirage.findings import Finding
from tirage.model.issue import Article, Issue
from tirage.model.matter import (
    Block,
    Break,
    Citation,
    Cited,
    Code,
    CrossReference,
    Definitions,
    Equation,
    Figure,
    Foreign,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    Marked,
    Math,
    Note,
    Paragraph,
    Preformatted,
    Quotation,
    Table,
    Text,
)
from tirage.read.issue import Reading, read_issue

JOURNAL = """\
title: Вестник
abbreviated: В
issn: "1234-5679"
publisher: {name: Издательство, place: Астана}
languages: [ru]
editor_in_chief: {name: Образцов}
"""

ISSUE = """\
year: 2026
number: 1
date: 2026-03-31
first_page: 5
contents: [one]
"""

FRONT = """\
lang: ru
type: editorial
title: Заглавие
"""

REFERENCES = """\
references:
  - {id: knuth, type: book, title: The TeXbook}
  - {id: gost, lang: ru, text: ГОСТ 7.5-98}
  - {id: liang, type: thesis, title: Hyphenation}
"""

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="150"><path d="M0 0h9"/></svg>\n'


def make_png(width: int = 4, height: int = 3, **settings: Any) -> bytes:
    """A PNG of one colour."""
    buffer = io.BytesIO()
    PIL.Image.new("RGB", (width, height), "navy").save(buffer, "png", **settings)
    return buffer.getvalue()


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below `folder`, over those that are there."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def write_journal(
    folder: Path,
    text: str = "Текст.\n",
    front: str = FRONT + REFERENCES,
    files: Mapping[str, str | bytes] = {},
) -> Path:
    """A journal in `folder` with the issue 2026-1 and in it the contribution `one`; the issue's folder.

    `files` are named from the journal's folder.
    """
    write(folder, {"journal.yaml": JOURNAL, "2026-1/issue.yaml": ISSUE})
    write(folder, {"2026-1/one/article.md": f"---\n{front}---\n{text}"})
    write(folder, files)
    return folder / "2026-1"


def read(
    folder: Path,
    text: str = "Текст.\n",
    front: str = FRONT + REFERENCES,
    files: Mapping[str, str | bytes] = {},
) -> Reading:
    """What comes of reading such a journal."""
    return read_issue(write_journal(folder, text, front, files))


def issue_of(reading: Reading) -> Issue:
    """The issue, which must have been read."""
    assert reading.issue is not None, tell(reading.findings)
    return reading.issue


def article_of(reading: Reading) -> Article:
    """The only article."""
    (article,) = issue_of(reading).articles
    return article


def blocks_of(folder: Path, text: str, files: Mapping[str, str | bytes] = {}) -> tuple[Block, ...]:
    """The blocks of a text in which nothing is wrong but facts that are missing."""
    return article_of(read(folder, text, files=files)).body.blocks


def tell(
    findings: Iterable[Finding], main: str = "2026-1/one/article.md", lines_before: int = 0
) -> list[str]:
    """Findings in the short form of the cases: "FAIL content.keys/unknown 3:1".

    Lines of the file `main` are counted from after `lines_before`; other files are named, from the issue's folder.
    """
    told = []
    for finding in findings:
        place = finding.place
        line = place.line - lines_before if place.file == main and place.line else place.line
        numbers = ":".join(str(n) for n in (line, place.column) if n)
        name = "" if place.file == main else place.file.removeprefix("2026-1/")
        where = ":".join(filter(None, (name, numbers)))
        told.append(" ".join(filter(None, (finding.severity.name, finding.id, where))))
    return told


def only(findings: Iterable[Finding], name: str) -> Finding:
    """The one finding with this name; there must be no other of the name."""
    found = [finding for finding in findings if finding.id == name]
    assert len(found) == 1, [finding.id for finding in findings]
    return found[0]


# --- trees as short texts, for cases ---------------------------------------------------------------------------


def show(blocks: Iterable[Block]) -> str:
    """Blocks as a text that a person can read: one block a line."""
    return "\n".join(_block(block) for block in blocks)


def _block(block: Block) -> str:  # noqa: C901 - one line for each kind
    match block:
        case Paragraph(children):
            return f"p: {inlines(children)}"
        case Heading(level, children, anchor):
            return f"h{level} #{anchor}: {inlines(children)}"
        case List(ordered, start, items):
            name = f"list from {start}" if ordered else "list"
            return f"{name}: [" + " | ".join(show(item) for item in items) + "]"
        case Definitions(items):
            parts = (f"{inlines(t)} = {' / '.join(map(show, e))}" for t, e in items)
            return "definitions: [" + " | ".join(parts) + "]"
        case Quotation(inner):
            return f"quotation: [{show(inner)}]"
        case Preformatted(text):
            return f"code: {text!r}"
        case Break():
            return "pause"
        case Equation(math, anchor, number):
            return f"equation {number} #{anchor}: {math.latex}"
        case Figure():
            head = f"figure {block.number} #{block.anchor}: {inlines(block.caption)}"
            shown = [
                f"{p.letter}: {inlines(p.caption)} ({p.image.kind} {p.width})" for p in block.parts
            ]
            pictures = f"[{' | '.join(shown)}]" if shown else f"({block.image.kind})"
            return f"{head} {pictures}{' page' if block.page else ''}"
        case Table():
            return _table(block)


def _table(table: Table) -> str:
    lines = [f"table {table.number} #{table.anchor}: {inlines(table.caption)}"]
    for name, rows in (("head", table.head), ("body", table.body), ("foot", table.foot)):
        for row in rows:
            cells = []
            for cell in row:
                span = f"<{cell.columns}x{cell.rows}>" if cell.columns * cell.rows > 1 else ""
                sign = {"": "", "column": "^", "columns": "^^", "row": "<", "rows": "<<"}
                cells.append(f"{sign[cell.header]}{span}{inlines(cell.children)}")
            lines.append(f"  {name}: " + " | ".join(cells))
    for note in table.notes:
        name = f"note {note.mark} #{note.anchor}" if note.mark else "note"
        lines.append(f"  {name}: {inlines(note.children)}")
    return "\n".join(lines)


def inlines(nodes: Iterable[Inline]) -> str:
    """Inlines as a text."""
    return "".join(_inline(node) for node in nodes)


def _inline(node: Inline) -> str:
    match node:
        case Text(text):
            return text
        case Code(text):
            return f"(code {text})"
        case LineBreak():
            return "(br)"
        case Math(latex):
            return f"(math {latex})"
        case Note(number, inner):
            return f"(note {number}: {show(inner)})"
        case Citation(works):
            return f"(cite {'; '.join(map(_cited, works))})"
        case CrossReference(kind, anchor, number, title):
            return f"(see {kind} {number or title} #{anchor})"
        case Link(url, children):
            return f"(link {url}: {inlines(children)})"
        case Foreign(language, children):
            return f"({language}: {inlines(children)})"
        case _:
            assert isinstance(node, Marked)
            return f"({type(node).__name__.lower()}: {inlines(node.children)})"


def _cited(work: Cited) -> str:
    number = f"{work.number}–{work.through}" if work.through else f"{work.number}"
    place = f", {work.locator}" if work.locator else ""
    return f"{number}{place}" + (f" #{work.anchor}" if work.anchor else "")
