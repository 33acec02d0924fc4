"""Texts in YAML → passages. In comes a tree and the lines it was read from, out go its texts and its keys' places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tirage.model.copy import Passage, Position, Role, Stretch
from tirage.read.tree import Map, Node, Scalar
from tirage.read.tree import Sequence as Items

Path = tuple[str | int, ...]

_LANGUAGE = re.compile(r"[a-z]{2}(-[A-Za-z]{2,8})?")
_ROLES: dict[str, Role] = {
    "title": "title",
    "short_title": "title",
    "abstract": "abstract",
    "keywords": "keyword",
    "name": "name",
    "given": "name",
    "family": "name",
    "author": "name",
    "editor": "name",
    "references": "reference",
}
_BLOCK = re.compile(r"[|>][+-]?\d?[+-]?\s*(#.*)?")
_NO_TEXT = frozenset(
    [
        "DOI",
        "URL",
        "ISBN",
        "ISSN",
        "id",
        "key",
        "type",
        "doi",
        "irsti",
        "udc",
        "orcid",
        "email",
        "ror",
        "website",
        "lang",
        "language",
        "license",
        "layout",
        "romanisation",
        "doi_pattern",
        "issn",
        "eissn",
        "hyphenation",
        "contents",
        "received",
        "accepted",
        "date",
        "accessed",
        "issued",
        "preflight",
        "references_style",
    ]
)
"""Keys whose values are codes, not text."""


class Told(NamedTuple):
    """The text of a scalar and what leads to it."""

    scalar: Scalar
    path: Path
    language: str


def passages(
    tree: Node | None, lines: Sequence[str], file: str, language: str, default: Role = "fact"
) -> tuple[Passage, ...]:
    """The texts of `tree`, in order. `language` is that of texts under no language's key."""
    return tuple(
        Passage(
            file,
            told.language,
            _role(told.path, default),
            told.scalar.text or "",
            align(told.scalar.text or "", lines, told.scalar.position),
            path=told.path,
        )
        for told in _texts(tree, (), language)
        if told.scalar.text
    )


def places(tree: Node | None) -> Iterator[tuple[Path, Position]]:
    """Where every key and every entry of a list stands."""
    return _places(tree, ())


def _places(node: Node | None, path: Path) -> Iterator[tuple[Path, Position]]:
    if isinstance(node, Map):
        for key, value in node.pairs:
            here = (*path, key.text or "")
            yield here, key.position
            yield from _places(value, here)
    elif isinstance(node, Items):
        for i, item in enumerate(node.items):
            yield (*path, i), item.position
            yield from _places(item, (*path, i))


def _texts(node: Node | None, path: Path, language: str) -> Iterator[Told]:
    if isinstance(node, Scalar):
        yield Told(node, path, language)
    elif isinstance(node, Items):
        for i, item in enumerate(node.items):
            yield from _texts(item, (*path, i), language)
    elif isinstance(node, Map):
        own = next(
            (v.text for k, v in node.pairs if k.text == "lang" and isinstance(v, Scalar)), None
        )
        by_language = all(_LANGUAGE.fullmatch(key.text or "") for key, _ in node.pairs)
        for key, value in node.pairs:
            if key.text in _NO_TEXT:
                continue
            spoken = (key.text or "") if by_language else own or language
            yield from _texts(value, (*path, key.text or ""), spoken)


def _role(path: Path, default: Role) -> Role:
    if path and path[0] == "references":
        default = "reference"
    if default == "reference":
        return "name" if {"author", "editor"} & set(path) else "reference"
    keys = [step for step in path if isinstance(step, str)]
    if keys[:1] == ["affiliations"]:
        return "fact"
    return next((_ROLES[key] for key in reversed(keys) if key in _ROLES), default)


def align(text: str, lines: Sequence[str], start: Position) -> tuple[Stretch, ...]:
    """Where the characters of `text` stand in `lines`, its scalar beginning at `start`.

    YAML folds line ends into spaces and takes quotes away. Where the two cannot be followed side by side, as behind
    an escape, one stretch that is not exact is left.
    """
    row, column = start[0] - 1, start[1] - 1
    if row < len(lines) and _BLOCK.fullmatch(lines[row][column:]):
        row, column = row + 1, 0
    elif row < len(lines) and lines[row][column : column + 1] in ('"', "'"):
        column += 1
    found = list(_follow(text, lines, row, column))
    if not found or found[-1] is None:
        return (Stretch(0, *start, exact=False),)
    return tuple(stretch for stretch in found if stretch)


def _follow(text: str, lines: Sequence[str], row: int, column: int) -> Iterator[Stretch | None]:
    """The stretches of `text` from a place of the file on; None at the end when the two part."""
    offset = 0
    while offset < len(text):
        line = lines[row] if row < len(lines) else None
        if line is None:
            yield None
            return
        if column == 0 or not line[column:].strip():
            column = len(line) - len(line.lstrip())
        same = _common(text, offset, line, column)
        if same:
            yield Stretch(offset, row + 1, column + 1)
        offset += same
        if offset == len(text):
            return
        if line[column + same :].strip() or not text[offset].isspace():
            yield None
            return
        # A line end is a space, an empty line a line feed; neither can be mended.
        ends = _gap(text, offset)
        yield Stretch(offset, row + 1, max(1, column + same), exact=False)
        offset += ends
        row, column = row + 1, 0
        while row < len(lines) and not lines[row].strip():
            row += 1


def _common(text: str, offset: int, line: str, column: int) -> int:
    """How many characters are the same; what the line ends in is left to the gap behind it."""
    same = 0
    while (
        offset + same < len(text)
        and column + same < len(line)
        and text[offset + same] == line[column + same]
    ):
        same += 1
    return same


def _gap(text: str, offset: int) -> int:
    """How many characters of white space stand in `text` from `offset` on."""
    end = offset
    while end < len(text) and text[end] in " \n":
        end += 1
    return end - offset
