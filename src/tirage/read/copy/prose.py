"""Markdown → passages. In come markdown-it's tokens and the file's lines, out goes the text of every paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from tirage.model.copy import OBJECT, Object, ObjectKind, Passage, Role, Stretch
from tirage.read.text.attributes import Attributes
from tirage.read.text.manuscript import Spot
from tirage.read.text.markdown import parse_inline
from tirage.read.text.pipetable import split_row

_ROLES: dict[str, Role] = {
    "heading_open": "heading",
    "th_open": "cell",
    "td_open": "cell",
    "caption_open": "caption",
    "dt_open": "term",
    "list_item_open": "item",
    "footnote_reference_open": "note",
}
_OBJECTS: dict[str, ObjectKind] = {
    "citation": "citation",
    "note_call": "note",
    "math_inline": "maths",
    "code_inline": "code",
    "cross_reference": "mention",
}
_CELL = re.compile(r"<t[dh]\b[^>]*>(.*?)(?=</?t[dhr]\b|</table)", re.IGNORECASE | re.DOTALL)


def passages(
    tokens: Sequence[Token], lines: Sequence[str], file: str, language: str
) -> Iterator[Passage]:
    """The texts of `tokens`, parsed from `lines`, in order; footnotes where they are written."""
    reader = _Reader(file, tuple(lines))
    roles: list[Role] = ["paragraph"]
    row: tuple[int, list[tuple[int, int]]] = (0, [])
    for token in tokens:
        if token.nesting > 0:
            roles.append(_ROLES.get(token.type, roles[-1]))
        if token.type == "tr_open":
            line = (token.map or [0])[0]
            row = (line, list(split_row(lines[line])))
        elif token.type == "html_table":
            yield from reader.cells(token, language)
        elif token.type == "inline":
            spot = _spot(token, roles[-1], row, reader.lines)
            yield from reader.read(token.children or [], spot, roles[-1], language)
        if token.nesting < 0:
            roles.pop()


def _spot(
    token: Token, role: Role, row: tuple[int, list[tuple[int, int]]], lines: tuple[str, ...]
) -> Spot:
    if role == "cell" and row[1]:
        return Spot(lines, row[0] + 1, token.content, row[1].pop(0)[0])
    return Spot(lines, (token.map or [0])[0] + 1, token.content)


@dataclass(slots=True)
class _Draft:
    """A passage while it is made."""

    language: str
    role: Role
    text: str = ""
    stretches: list[Stretch] = field(default_factory=list)
    objects: list[Object] = field(default_factory=list)

    def put(self, text: str, spot: Spot, at: int) -> None:
        """Append `text`, which stands at `at` of the spot's content; -1: somewhere in it."""
        line, column = spot.at(at) if at >= 0 else (spot.line, 0)
        self.stretches.append(Stretch(len(self.text), line, max(1, column), exact=column > 0))
        self.text += text

    def put_object(self, kind: ObjectKind, source: str, spot: Spot, at: int) -> None:
        """Append what is not text."""
        self.objects.append(Object(len(self.text), kind, source))
        self.put(OBJECT, spot, at)

    def finish(self, file: str) -> Iterator[Passage]:
        """The passage, unless nothing is in it."""
        if self.text.strip():
            stretches, objects = tuple(self.stretches), tuple(self.objects)
            yield Passage(file, self.language, self.role, self.text, stretches, objects)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes the passages of one file."""

    file: str
    lines: tuple[str, ...]

    def read(
        self, tokens: Sequence[Token], spot: Spot, role: Role, language: str
    ) -> Iterator[Passage]:
        """The passage of `tokens`, those of words in other languages and of captions behind it."""
        drafts = [_Draft(language, role)]
        done: list[Passage] = []
        cursor = 0
        for token in tokens:
            draft = drafts[-1]
            # A text that a rule interrupts carries the rule's place, not its own.
            if token.type in ("text", "text_special"):
                cursor = self._put_text(token, draft, spot, cursor)
                continue
            at = max(cursor, int(token.meta.get("at", cursor)))
            if token.nesting <= 0:
                cursor = max(cursor, int(token.meta.get("end", cursor)))
            if token.type in ("softbreak", "hardbreak"):
                cursor = max(0, spot.content.find("\n", cursor)) + 1
                draft.put("\n", spot, cursor - 1)
            elif token.type in _OBJECTS:
                cursor = self._put_object(token, draft, spot, at)
            elif token.type == "image":
                done += self._picture(token, spot, at, language)
                draft.put_object("picture", str(token.attrs.get("src", "")), spot, at)
            elif token.type == "span_open":
                cursor = at + 1
                drafts.append(self._foreign(token, draft, spot, at))
            elif token.type == "span_close" and len(drafts) > 1:
                inner = drafts.pop()
                if inner is not drafts[-1]:
                    done += inner.finish(self.file)
        for draft in dict.fromkeys(map(id, drafts)):
            done += next(one for one in drafts if id(one) == draft).finish(self.file)
        yield from sorted(done, key=lambda passage: passage.at(0))

    def _put_text(self, token: Token, draft: _Draft, spot: Spot, cursor: int) -> int:
        written = token.markup if token.type == "text_special" else token.content
        found = spot.content.find(written, cursor)
        if found < 0:
            draft.put(token.content, spot, -1)
            return cursor
        if token.content:
            draft.put(token.content, spot, found + len(written) - len(token.content))
        return found + len(written)

    def _put_object(self, token: Token, draft: _Draft, spot: Spot, at: int) -> int:
        if token.type == "code_inline":
            start = max(at, spot.content.find(token.markup, at))
            close = spot.content.find(token.markup, start + len(token.markup))
            end = max(close, start) + len(token.markup)
        else:
            start, end = at, int(token.meta.get("end", at + len(token.content)))
        draft.put_object(_OBJECTS[token.type], token.content, spot, start)
        return end

    def _foreign(self, token: Token, draft: _Draft, spot: Spot, at: int) -> _Draft:
        """A draft for words in another language; the same one for words that are only marked."""
        attributes: Attributes = token.meta["attributes"]
        language = attributes.get("lang")
        if not language or language == draft.language:
            return draft
        draft.put_object("foreign", language, spot, at)
        return _Draft(language, draft.role)

    def _picture(self, token: Token, spot: Spot, at: int, language: str) -> Iterator[Passage]:
        part = spot.part(at + 2, token.content)
        yield from self.read(token.children or [], part, "caption", language)
        attributes: Attributes = token.meta.get("attributes") or Attributes()
        start = spot.content.find(attributes.get("alt"), token.meta.get("attributes_at", at))
        if attributes.get("alt") and start >= 0:
            alt = _Draft(language, "alt")
            alt.put(attributes.get("alt"), spot, start)
            yield from alt.finish(self.file)

    def cells(self, token: Token, language: str) -> Iterator[Passage]:
        """The passages of a table in HTML."""
        first = (token.map or [0])[0]
        for match in _CELL.finditer(token.content):
            if not match[1].strip():
                continue
            content = match[1].strip()
            start = match.start(1) + match[1].index(content[0])
            line = token.content.count("\n", 0, start)
            column = start - (token.content.rfind("\n", 0, start) + 1)
            spot = Spot(self.lines, first + line + 1, content, column)
            yield from self.read(parse_inline(content), spot, "cell", language)
