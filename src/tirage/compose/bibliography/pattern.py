r"""The patterns of a style, and how they are filled in.

A pattern is a line of text with fields: `[{authors} ]{title} // {container}[. – {year}][. – {pages:page}].`

- `{title}` is a fact; `{pages:page}` a fact in the words that the entry's language has for it ("С. 12–20").
- What stands in `[…]` is printed only when a fact in it is known. Brackets may stand in brackets; then the facts of the outer ones
  count, if there are any, else those of the inner ones.
- Signs at the start of brackets are left out when nothing before them in the brackets around has been printed.
- `*…*` is slanted; `<name>` is a part of the style that several patterns share; `\` makes the next sign an ordinary one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from tirage.compose.bibliography.line import Line
from tirage.languages.marks.signs import FIRM
from tirage.model.matter import Inline

_TOKEN = re.compile(r"\\(?P<plain>.)|\{(?P<field>[a-z-]+)(?::(?P<word>[a-z-]+))?\}|(?P<sign>[\[\]*])|(?P<text>[^\\{}\[\]*<>]+)")  # fmt: skip
_OWN_WORD = re.compile(r"[^\W\d_]{2,}\.?\s*\d")
"""A value that brings its own word: "вып. 1", "Ст. 604"."""
_BESIDE = re.compile(r"(?<=\S) (?=\{\})|(?<=\{\}) ")
"""The space between a word and its value, at which no line ends."""
_PART = re.compile(r"(?<!\\)<([a-z-]+)>")


@dataclass(frozen=True, slots=True)
class Fact:
    """The place of a fact."""

    name: str
    word: str


@dataclass(frozen=True, slots=True)
class Optional:
    """What is printed only when a fact in it is."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Slant:
    """The sign where slanted type begins or ends."""


Node: TypeAlias = str | Fact | Optional | Slant
Pattern: TypeAlias = tuple[Node, ...]


class PatternError(ValueError):
    """A pattern that cannot be understood: a full sentence."""


def parse(text: str, parts: Mapping[str, str], fields: Collection[str]) -> Pattern:
    """The pattern that `text` says; `parts` are those of the style, `fields` what it may name.

    Raises PatternError.
    """
    for _ in range(8):  # parts within parts, but none within itself
        text = _PART.sub(lambda found: _part(found[1], parts), text)
    tokens = _tokens(text, fields)
    pattern, closed = _nodes(tokens)
    if closed:
        raise PatternError(f"A bracket closes that was never opened, in «{text}».")
    return pattern


def _part(name: str, parts: Mapping[str, str]) -> str:
    if name not in parts:
        raise PatternError(f"There is no part `{name}`.")
    return parts[name]


def _tokens(text: str, fields: Collection[str]) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            raise PatternError(f"«{text[at : at + 20]}» cannot be understood, in «{text}».")
        if token["field"] and token["field"] not in fields:
            raise PatternError(f"There is no field `{token['field']}`.")
        yield token
        at = token.end()


def _nodes(tokens: Iterator[re.Match[str]]) -> tuple[Pattern, bool]:
    """The nodes up to the end or a closing bracket, and whether it was a bracket."""
    nodes: list[Node] = []
    for token in tokens:
        if token["sign"] == "]":
            return tuple(nodes), True
        if token["sign"] == "[":
            inner, closed = _nodes(tokens)
            if not closed:
                raise PatternError("A bracket is opened and never closed.")
            nodes.append(Optional(inner))
        elif token["sign"]:
            nodes.append(Slant())
        elif token["field"]:
            nodes.append(Fact(token["field"], token["word"] or ""))
        else:
            text = token["plain"] or token["text"]
            if nodes and isinstance(nodes[-1], str):
                text = nodes.pop() + text  # type: ignore[operator]
            nodes.append(text)
    return tuple(nodes), False


@dataclass(frozen=True, slots=True)
class Facts:
    """What fields stand for."""

    values: Mapping[str, str]
    """Every field by name; "" where nothing is known."""
    several: frozenset[str] = frozenset()
    """The fields that hold several people or pages: they take the word with -s."""


@dataclass(slots=True)
class Filling:
    """Writes a pattern, filled in, onto a line."""

    facts: Facts
    words: Mapping[str, str]
    """The words of the entry's language, with `{}` in the place of the fact."""
    line: Line = field(default_factory=Line)
    slanted: bool = False

    def fill(self, pattern: Pattern) -> tuple[Inline, ...]:
        """What `pattern` says with the facts."""
        self._write(pattern, before=True)
        return self.line.inlines()

    def _write(self, pattern: Pattern, before: bool) -> bool:
        """Write `pattern`; whether a fact was printed. `before`: something was printed in the brackets around."""
        printed = False
        for place, node in enumerate(pattern):
            match node:
                case Fact():
                    printed = self._write_fact(node, before or printed) or printed
                case Optional(nodes):
                    if self._holds(nodes):
                        printed = self._write(nodes, printed) or printed
                case Slant():
                    self.slanted = not self.slanted
                case str() if before or place:
                    self.line.write(node, self.slanted)
        return printed

    def _write_fact(self, fact: Fact, before: bool) -> bool:
        value = self.facts.values[fact.name]
        if not value:
            return False
        if fact.name in ("doi", "url"):
            self.line.link(value)
            return True
        text = self._worded(fact, value)
        self.line.write(text if before else text.lstrip(" ,，"), self.slanted)
        return True

    def _worded(self, fact: Fact, value: str) -> str:
        """The fact in its word."""
        if not fact.word or _OWN_WORD.match(value):
            return value
        several = f"{fact.word}s" if fact.name in self.facts.several else fact.word
        word = self.words.get(several, self.words[fact.word])
        return _BESIDE.sub(FIRM, word).format(value)

    def _holds(self, pattern: Pattern) -> bool:
        """Whether a fact of `pattern` is known: one that stands in it directly, if there are such."""
        direct = [node.name for node in pattern if isinstance(node, Fact)]
        if direct:
            return any(self.facts.values[name] for name in direct)
        return any(self._holds(node.nodes) for node in pattern if isinstance(node, Optional))
