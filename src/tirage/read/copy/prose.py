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
        """The passage, unless no text is in it."""
        if self.text.replace(OBJECT, "").strip():
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
        """The passage of `tokens`, with those of words in other languages and of captions."""
        run = _Run(self, spot, [_Draft(language, role)])
        for token in tokens:
            run.take(token)
        yield from sorted(run.finish(), key=lambda passage: passage.at(0))

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


@dataclass(slots=True)
class _Run:
    """One paragraph, with a stack of the languages that are open."""

    reader: _Reader
    spot: Spot
    drafts: list[_Draft]
    done: list[Passage] = field(default_factory=list)
    cursor: int = 0
    """Where the text goes on in the spot's content."""

    def take(self, token: Token) -> None:
        """Append what `token` says."""
        # A text that a rule interrupts carries the rule's place, not its own.
        if token.type in ("text", "text_special"):
            self._put_text(token)
            return
        at = max(self.cursor, int(token.meta.get("at", self.cursor)))
        if token.nesting <= 0:
            self.cursor = max(self.cursor, int(token.meta.get("end", self.cursor)))
        if token.type in ("softbreak", "hardbreak"):
            self.cursor = max(0, self.spot.content.find("\n", self.cursor)) + 1
            self.drafts[-1].put("\n", self.spot, self.cursor - 1)
        elif token.type in _OBJECTS:
            self._put_object(token, at)
        elif token.type == "image":
            self._put_picture(token, at)
        elif token.type == "span_open":
            self.cursor = at + 1
            self._open_span(token, at)
        elif token.type == "span_close":
            self._close_span()

    def finish(self) -> list[Passage]:
        """All passages."""
        while self.drafts:
            self._close_span()
        return self.done

    def _put_text(self, token: Token) -> None:
        written = token.markup if token.type == "text_special" else token.content
        found = self.spot.content.find(written, self.cursor)
        if found < 0:
            self.drafts[-1].put(token.content, self.spot, -1)
            return
        self.cursor = found + len(written)
        if token.content:
            self.drafts[-1].put(token.content, self.spot, self.cursor - len(token.content))

    def _put_object(self, token: Token, at: int) -> None:
        if token.type == "code_inline":
            content = self.spot.content
            at = max(at, content.find(token.markup, at))
            close = content.find(token.markup, at + len(token.markup))
            self.cursor = max(close, at) + len(token.markup)
        self.drafts[-1].put_object(_OBJECTS[token.type], token.content, self.spot, at)

    def _put_picture(self, token: Token, at: int) -> None:
        language = self.drafts[-1].language
        self.drafts[-1].put_object("picture", str(token.attrs.get("src", "")), self.spot, at)
        part = self.spot.part(at + 2, token.content)
        self.done += self.reader.read(token.children or [], part, "caption", language)
        told = (token.meta.get("attributes") or Attributes()).get("alt")
        start = self.spot.content.find(told, token.meta.get("attributes_at", at))
        if told and start >= 0:
            alt = _Draft(language, "alt")
            alt.put(told, self.spot, start)
            self.done += alt.finish(self.reader.file)

    def _open_span(self, token: Token, at: int) -> None:
        """Begin words in another language; words that are only marked go on with the draft there is."""
        attributes: Attributes = token.meta["attributes"]
        draft, language = self.drafts[-1], attributes.get("lang")
        if language and language != draft.language:
            draft.put_object("foreign", language, self.spot, at)
            draft = _Draft(language, draft.role)
        self.drafts.append(draft)

    def _close_span(self) -> None:
        draft = self.drafts.pop()
        if not any(draft is one for one in self.drafts):
            self.done += draft.finish(self.reader.file)
