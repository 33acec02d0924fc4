"""Tokens of a paragraph → Inlines."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from tirage.model.matter import (
    Code,
    CrossReference,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from tirage.read.links import check_address
from tirage.read.text.cited import make_citation
from tirage.read.text.manuscript import Manuscript, Spot
from tirage.read.text.maths import make_math
from tirage.read.text.notes import Notes
from tirage.read.text.numbering import advise_target
from tirage.read.text.spans import Wrap, wrap_html_span, wrap_span
from tirage.read.text.stray import check_definition, check_text

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)([^>]*)>", re.DOTALL)
_WRAPS: dict[str, Wrap] = {
    "sub": Subscript,
    "sup": Superscript,
    "em": Emphasis,
    "i": Emphasis,
    "strong": Strong,
    "b": Strong,
}
_NODES: dict[str, Inline] = {"softbreak": Text(" "), "hardbreak": LineBreak()}
_MARKS: dict[str, tuple[str, Wrap]] = {
    "em_open": ("*em", Emphasis),
    "strong_open": ("*strong", Strong),
    "sup_open": ("*sup", Superscript),
    "sub_open": ("*sub", Subscript),
}
_HIDDEN_TAGS = frozenset({"script", "style"})
_DEEPEST = 40
"""Levels of marks in one another."""


def nothing(children: tuple[Inline, ...]) -> None:
    """The wrap of marks that mean nothing: what they hold stays, they go."""


@dataclass(slots=True)
class _Open:
    """A mark that is open."""

    tag: str
    wrap: Wrap
    at: int = 0
    children: list[Inline] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Inlines:
    """Reads the paragraphs of one article."""

    manuscript: Manuscript
    notes: Notes
    """The footnotes that may be called."""

    def read(self, tokens: Sequence[Token], spot: Spot) -> tuple[Inline, ...]:
        """The inlines that `tokens` of the text at `spot` say."""
        check_definition(spot, self.manuscript.remarks)
        return _Run(self, spot).read(tokens)


class _Run:
    """One paragraph, with a stack of the marks that are open."""

    def __init__(self, reader: Inlines, spot: Spot) -> None:
        self._reader = reader
        self._manuscript = reader.manuscript
        self._remarks = reader.manuscript.remarks
        self._spot = spot
        self._stack = [_Open("", nothing)]
        self._hidden = ""
        self._strays: set[str] = set()

    def read(self, tokens: Sequence[Token]) -> tuple[Inline, ...]:
        for token in tokens:
            if not self._hidden or token.type == "html_inline":
                self._take(token)
        while len(self._stack) > 1:
            self._tell_unclosed(self._stack[-1])
            self._close()
        return _join(self._stack[0].children)

    def _take(self, token: Token) -> None:
        if token.type in _NODES:
            self._put(_NODES[token.type])
        elif token.type in _MARKS:
            self._open(*_MARKS[token.type])
        elif token.nesting < 0:
            self._close_markdown("*" + token.type.removesuffix("_close"))
        else:
            getattr(self, f"_read_{token.type}")(token)

    def _put(self, *nodes: Inline | None) -> None:
        self._stack[-1].children.extend(node for node in nodes if node)

    def _open(self, tag: str, wrap: Wrap, at: int = 0) -> None:
        if len(self._stack) == _DEEPEST:
            message, advice = "Too many marks stand in one another here.", "Make it simpler."
            self._remarks.fail("content.markdown/too-deep", message, advice, self._at(at))
        self._stack.append(_Open(tag, wrap if len(self._stack) < _DEEPEST else nothing, at))

    def _close(self) -> None:
        top = self._stack.pop()
        children = _join(top.children)
        if top.tag == "*link" and not children:
            message = "The link has no text, so nobody would see it."
            advice = "Write `[text](https://…)`, or the bare address `<https://…>`."
            self._remarks.fail("content.link/empty", message, advice, self._at(top.at))
        node = top.wrap(children) if children else None
        if node:
            self._put(node)
        else:
            self._put(*children)

    def _close_markdown(self, tag: str) -> None:
        """Close the mark `tag`, and HTML inside it that nobody closed; it may have begun inside a script."""
        if all(mark.tag != tag for mark in self._stack):
            return
        while self._stack[-1].tag != tag:
            self._tell_unclosed(self._stack[-1])
            self._close()
        self._close()

    def _at(self, offset: int) -> tuple[int, int]:
        return self._spot.at(offset)

    # --- tokens, by type ---------------------------------------------------------------------------------------

    def _read_text(self, token: Token) -> None:
        check_text(token.content, self._spot, self._remarks, self._strays)
        self._put(Text(token.content) if token.content else None)

    def _read_text_special(self, token: Token) -> None:
        self._put(Text(token.content))

    def _read_code_inline(self, token: Token) -> None:
        self._put(Code(token.content))

    def _read_link_open(self, token: Token) -> None:
        at = token.meta["at"]
        url = check_address(str(token.attrs["href"]), self._remarks, self._at(at))
        if title := token.attrs.get("title"):
            message = f"The title “{title}” of the link is not printed."
            self._remarks.warn("content.link/title", message, "Put it into the text.", self._at(at))
        self._open("*link", (lambda children: Link(url, children)) if url else nothing, at)

    def _read_span_open(self, token: Token) -> None:
        at = self._at(token.meta["attributes_at"])
        wrap = wrap_span(token.meta["attributes"], self._remarks, at)
        self._open("*span", wrap or nothing)

    def _read_math_inline(self, token: Token) -> None:
        at = self._at(token.meta["at"])
        language = self._manuscript.language
        self._put(make_math(html.unescape(token.content), False, language, self._remarks, at))

    def _read_note_call(self, token: Token) -> None:
        at = self._at(token.meta["at"])
        self._put(self._reader.notes.call(token.content, self._remarks, at))

    def _read_citation(self, token: Token) -> None:
        self._put(make_citation(token.content, token.meta["at"], self._spot, self._manuscript))

    def _read_cross_reference(self, token: Token) -> None:
        name = token.content[1:]
        target = self._manuscript.targets.get(name)
        if target:
            reference = CrossReference(target.kind, target.anchor, target.number, target.title)
            self._put(reference)
            return
        message = f"There is nothing with the name `{name}`."
        if self._remarks.is_full("content.crossref/unknown"):
            advice = ""
        else:
            advice = advise_target(name, self._manuscript.targets)
        self._remarks.fail("content.crossref/unknown", message, advice, self._at(token.meta["at"]))

    def _read_mention(self, token: Token) -> None:
        kind, colon, _ = token.content[1:].partition(":")
        at = self._at(token.meta["at"])
        if any(token.content[1:] == work.key for work in self._manuscript.references or ()):
            message = f"`{token.content}` is printed as it stands: a citation needs brackets."
            advice = f"Write `[{token.content}]`."
            self._remarks.warn("content.reference/no-brackets", message, advice, at)
        elif colon:
            message = f"`{token.content}` is printed as it stands: `{kind}` is not known."
            advice = "Known are `@tbl:`, `@fig:`, `@eq:` and `@sec:`."
            self._remarks.warn("content.crossref/kind", message, advice, at)
        self._put(Text(token.content))

    def _read_image(self, token: Token) -> None:
        if "malformed" in token.meta:
            return  # the braces behind it are found as text
        message = f"The picture `{token.attrs.get('src')}` stands inside a paragraph."
        advice = "Give it a paragraph of its own: an empty line before it and after it."
        at = self._at(token.meta["at"])
        self._remarks.fail("content.image/inside-text", message, advice, at)

    # --- raw HTML ----------------------------------------------------------------------------------------------

    def _read_html_inline(self, token: Token) -> None:
        match = _TAG.fullmatch(token.content)
        tag = match[2].lower() if match else "!--"
        closes = bool(match and match[1])
        if self._hidden:
            self._hidden = "" if closes and tag == self._hidden else self._hidden
        elif tag == "br":
            self._put(LineBreak())
        elif closes:
            self._close_html(tag, token.meta["at"])
        elif tag in _WRAPS:
            self._open(tag, _WRAPS[tag], token.meta["at"])
        elif tag == "span":
            self._open_span(match[3] if match else "", token.meta["at"])
        else:
            self._hidden = tag if tag in _HIDDEN_TAGS else ""
            self._remove(tag, token.meta["at"])
            if tag == "table":
                self._refuse_table(token.meta["at"])

    def _refuse_table(self, at: int) -> None:
        message = "A table stands inside a paragraph or a cell, or is not closed."
        advice = "Begin it on a line of its own, and end it with `</table>`."
        self._remarks.fail("content.table/misplaced", message, advice, self._at(at))

    def _open_span(self, attributes: str, at: int) -> None:
        wrap = wrap_html_span(attributes, self._remarks, self._at(at))
        if not wrap:
            self._remove("span", at)
        self._open("span", wrap or nothing, at)

    def _close_html(self, tag: str, at: int) -> None:
        if self._stack[-1].tag == tag:
            self._close()
        elif tag in (*_WRAPS, "span") and any(mark.tag == tag for mark in self._stack):
            self._tell_unclosed(self._stack[-1])
            if not self._stack[-1].tag.startswith("*"):
                self._close()
                self._close_html(tag, at)
        elif tag in (*_WRAPS, "span"):
            self._remove(f"/{tag}", at)

    def _tell_unclosed(self, mark: _Open) -> None:
        if mark.tag.startswith("*") or len(self._stack) > _DEEPEST:
            return
        self._remarks.warn(
            "content.html/unclosed",
            f"`<{mark.tag}>` is not closed before what it stands in ends.",
            f"Write `</{mark.tag}>` in the same paragraph.",
            self._at(mark.at),
        )

    def _remove(self, tag: str, at: int) -> None:
        self._manuscript.removed.setdefault(tag, []).append(self._at(at))


def _join(nodes: Iterable[Inline]) -> tuple[Inline, ...]:
    """`nodes` with neighbouring texts made one."""
    joined: list[Inline] = []
    for is_text, group in itertools.groupby(nodes, lambda node: isinstance(node, Text)):
        if is_text:
            joined.append(Text("".join(node.text for node in group if isinstance(node, Text))))
        else:
            joined.extend(group)
    return tuple(joined)
