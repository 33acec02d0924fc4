"""The content that a galley was made from, as its editor wrote it, to be kept in the archive edition."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal, TypeAlias

from tirage.errors import TypesetError
from tirage.model.issue import Article, Issue

_TYPES = {
    ".md": "text/markdown",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
    ".json": "application/json",
    ".bib": "application/x-bibtex",
    ".csv": "text/csv",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".xml": "application/xml",
}

_OTHER = "application/octet-stream"

Relation: TypeAlias = Literal["Source", "Alternative"]
"""What a file is to the galley that holds it: what it was made from, or the same in another form (ISO 19005-3, annex E)."""

_ASIDE = re.compile(rb"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>[]*(?:\[.*?\])?\s*>", re.DOTALL)
"""What may stand before the first element of an XML file."""

_JATS = re.compile(rb"(?:\xef\xbb\xbf)?\s*<article[\s>]")
"""The root of a file in JATS (ANSI/NISO Z39.96)."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the content."""

    name: str
    """Relative to the issue's folder, with slashes; "journal.yaml" lies in the folder above it."""
    path: Path
    digest: str
    """SHA-256 of the file, hexadecimal."""
    media_type: str
    relation: Relation = "Source"


def issue_sources(issue: Issue) -> tuple[Attachment, ...]:
    """All files of the issue's folder and the journal's facts, sorted by name."""
    own = ((path.relative_to(issue.folder).as_posix(), path) for path in _below(issue.folder))
    return _attachments((*own, *_journal(issue)))


def article_sources(article: Article, issue: Issue) -> tuple[Attachment, ...]:
    """The files of the folder of `article`, or its one file and JATS beside it, and the facts of issue and journal."""
    if article.folder == issue.folder:
        endings = (".md", ".xml", ".jats.xml")
        paths: Iterable[Path] = [article.folder / f"{article.name}{end}" for end in endings]
    else:
        paths = _below(article.folder)
    own = ((path.relative_to(issue.folder).as_posix(), path) for path in paths)
    return _attachments((*own, ("issue.yaml", issue.folder / "issue.yaml"), *_journal(issue)))


def _journal(issue: Issue) -> Iterator[tuple[str, Path]]:
    yield "journal.yaml", issue.folder.parent / "journal.yaml"


def _below(folder: Path) -> Iterator[Path]:
    """The files in `folder`; links and hidden files are nobody's content, and pages.yaml is written by the build."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.name != "pages.yaml" and path.is_file() and not (path.is_symlink() or hidden):
            yield path


def _attachments(files: Iterable[tuple[str, Path]]) -> tuple[Attachment, ...]:
    made = (_attachment(name, path) for name, path in files if os.path.lexists(path))
    return tuple(sorted(made, key=lambda one: one.name))


def _attachment(name: str, path: Path) -> Attachment:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise TypesetError(
            f"{path.name} cannot be read for the archive: {error.strerror}."
        ) from error
    ending = path.suffix.lower()
    is_jats = ending == ".xml" and _JATS.match(_ASIDE.sub(b"", content))
    return Attachment(
        name,
        path,
        sha256(content).hexdigest(),
        _TYPES.get(ending, _OTHER),
        "Alternative" if is_jats else "Source",
    )
