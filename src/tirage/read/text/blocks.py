"""Tokens of a text → Blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from tirage.model.matter import (
    Block,
    Break,
    Definitions,
    Equation,
    Heading,
    Inline,
    List,
    Paragraph,
    Preformatted,
    Quotation,
)
from tirage.read.text.attributes import check_keys
from tirage.read.text.figureparts import read_figure_parts
from tirage.read.text.figures import read_figure
from tirage.read.text.inlines import Inlines
from tirage.read.text.manuscript import Target
from tirage.read.text.markdown import DEEPEST, closing
from tirage.read.text.maths import make_math
from tirage.read.text.numbering import figure
from tirage.read.text.tables import read_table

_TABLES = ("table_open", "html_table", "caption_open", "table_note_open")


@dataclass(frozen=True, slots=True)
class Blocks:
    """Reads the blocks of one article."""

    inlines: Inlines

    def read(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        """The blocks of `tokens`, in order; definitions of footnotes are passed over."""
        blocks: list[Block] = []
        at = 0
        while at < len(tokens):
            end = closing(tokens, at) + 1
            if tokens[at].level > DEEPEST:
                self._tell_depth(tokens[at])
            elif tokens[at].type in _TABLES:
                end = self._put_table(tokens, at, end, blocks)
            else:
                name = tokens[at].type.removesuffix("_open")
                block = getattr(self, f"_read_{name}")(tokens[at:end])
                _append(block, blocks)
            at = end
        return tuple(blocks)

    def _tell_depth(self, token: Token) -> None:
        message = "Lists and quotations stand too deep in one another here."
        advice = "Make the text flatter: four levels are more than a reader can follow."
        remarks = self.inlines.manuscript.remarks
        remarks.fail("content.markdown/too-deep", message, advice, (_line(token), 0))

    def _text(self, inline: Token, line: int) -> tuple[Inline, ...]:
        spot = self.inlines.manuscript.spot(line, inline.content)
        return self.inlines.read(inline.children or [], spot)

    # --- one for each type of token ----------------------------------------------------------------------------

    def _read_paragraph(self, tokens: Sequence[Token]) -> Block | None:
        line = _line(tokens[0])
        image = figure(tokens[1])
        if image:
            spot = self.inlines.manuscript.spot(line, tokens[1].content)
            return read_figure(image, spot, self.inlines)
        children = self._text(tokens[1], line)
        return Paragraph(children, line) if children else None

    def _read_container_figure(self, tokens: Sequence[Token]) -> Block | None:
        return read_figure_parts(tokens, self.inlines)

    def _read_heading(self, tokens: Sequence[Token]) -> Block:
        token, line = tokens[0], _line(tokens[0])
        remarks = self.inlines.manuscript.remarks
        target: Target = token.meta["target"]
        level = int(token.tag[1:])
        if not 2 <= level <= 4:
            message = f"The heading has {level} sign{'s' * (level > 1)} `#`."
            advice = "Headings of the text have two to four; the title stands in the front matter."
            remarks.fail("content.heading/level", message, advice, (line, 1))
        brace = self.inlines.manuscript.lines[line - 1].rfind("{") + 1
        check_keys(token.meta["attributes"], (), "A heading", remarks, (line, brace))
        return Heading(level, self._text(tokens[1], line), target.anchor, line)

    def _read_bullet_list(self, tokens: Sequence[Token]) -> Block:
        return List(False, 1, self._items(tokens[1:-1]), _line(tokens[0]))

    def _read_ordered_list(self, tokens: Sequence[Token]) -> Block:
        start = int(tokens[0].attrs.get("start", 1))
        return List(True, start, self._items(tokens[1:-1]), _line(tokens[0]))

    def _items(self, tokens: Sequence[Token]) -> tuple[tuple[Block, ...], ...]:
        items, at = [], 0
        while at < len(tokens):
            end = closing(tokens, at)
            items.append(self.read(tokens[at + 1 : end]))
            at = end + 1
        return tuple(items)

    def _read_dl(self, tokens: Sequence[Token]) -> Block:
        terms: list[tuple[tuple[Inline, ...], list[tuple[Block, ...]]]] = []
        at = 1
        while at < len(tokens) - 1:
            end = closing(tokens, at)
            if tokens[at].type == "dt_open":
                terms.append((self._text(tokens[at + 1], _line(tokens[at])), []))
            else:
                terms[-1][1].append(self.read(tokens[at + 1 : end]))
            at = end + 1
        items = tuple((term, tuple(explanations)) for term, explanations in terms)
        return Definitions(items, _line(tokens[0]))

    def _read_blockquote(self, tokens: Sequence[Token]) -> Block:
        return Quotation(self.read(tokens[1:-1]), _line(tokens[0]))

    def _read_fence(self, tokens: Sequence[Token]) -> Block:
        return Preformatted(tokens[0].content.removesuffix("\n"), _line(tokens[0]))

    def _read_hr(self, tokens: Sequence[Token]) -> Block:
        return Break(_line(tokens[0]))

    def _read_math_block(self, tokens: Sequence[Token]) -> Block:
        token, line = tokens[0], _line(tokens[0])
        target: Target | None = token.meta.get("target")
        manuscript = self.inlines.manuscript
        math = make_math(token.content, True, manuscript.language, manuscript.remarks, (line, 1))
        if target and target.number:
            return Equation(math, target.anchor, target.number, line)
        return Equation(math, line=line)

    _read_math_block_label = _read_math_block

    def _read_footnote_reference(self, tokens: Sequence[Token]) -> None:
        """Definitions of footnotes are read where they are called."""

    def _read_hidden(self, tokens: Sequence[Token]) -> None:
        tag = tokens[0].info or "!--"
        self.inlines.manuscript.removed.setdefault(tag, []).append((_line(tokens[0]), 1))

    def _put_table(self, tokens: Sequence[Token], at: int, end: int, blocks: list[Block]) -> int:
        """Read the table that begins at `at`, with its caption; the place where the text goes on."""
        if tokens[at].type in ("caption_open", "table_note_open"):
            table, caption = tokens[0:0], tokens[at:end]
            if "target" not in tokens[at].meta:
                self._refuse_caption(tokens[at])
                return end
        else:
            table, caption = tokens[at:end], tokens[0:0]
            if end < len(tokens) and tokens[end].type == "caption_open":
                after = closing(tokens, end) + 1
                caption, end = tokens[end:after], after
        after = end
        while after < len(tokens) and tokens[after].type == "table_note_open":
            after = closing(tokens, after) + 1
        _append(read_table(table, caption, tokens[end:after], self.inlines), blocks)
        return after

    def _refuse_caption(self, token: Token) -> None:
        remarks = self.inlines.manuscript.remarks
        if token.type == "table_note_open":
            message = f"A line begins with `:{token.info}:`, but there is no table above it."
            advice = "A note stands below its table, after the line with the caption."
            remarks.fail("content.table/note-alone", message, advice, (_line(token), 1))
            return
        message = "A line begins with `: `, but there is no table above it."
        advice = (
            'A caption stands below its table; name a file with `{csv="data.csv"}` to print it.'
        )
        remarks.fail("content.table/caption-alone", message, advice, (_line(token), 1))


def _append(block: Block | None, blocks: list[Block]) -> None:
    """Put `block` behind the others; definition lists that follow one another become one."""
    last = blocks[-1] if blocks else None
    if isinstance(block, Definitions) and isinstance(last, Definitions):
        blocks[-1] = Definitions(last.items + block.items, last.line)
    elif block:
        blocks.append(block)


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0
