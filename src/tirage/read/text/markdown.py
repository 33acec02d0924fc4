"""Markdown text → markdown-it's tokens, with the rules of `syntax` and the plug-ins for notes, maths and lists."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import autolink, html_inline, image, link
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.dollarmath.index import math_inline_dollar
from mdit_py_plugins.footnote import footnote_plugin

from tirage.read.text import syntax, tablesyntax

DEEPEST = 24
"""Levels of lists and quotations in one another, two for each list."""
MOST_BRACKETS = 4_000
"""Square brackets in one paragraph: with more, finding their partners takes time out of all proportion."""


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the library's name
        """Accept every address: `links` refuses bad ones with a finding, markdown-it would print their source."""
        return True


@functools.cache
def _parser() -> MarkdownIt:
    # Beyond DEEPEST tokens are refused by the reader; beyond maxNesting markdown-it would drop them without a word.
    md = _Markdown("commonmark", {"maxNesting": 4 * DEEPEST}).enable("table")
    md.use(footnote_plugin, inline=False, move_to_end=False)
    md.use(dollarmath_plugin, allow_space=False, allow_digits=False, allow_blank_lines=False)
    md.use(deflist_plugin)
    md.use(container_plugin, "figure", validate=lambda params, _: syntax.is_figure(params))
    # Indented code would swallow every paragraph that begins with a tab; link definitions vanish when unused; a
    # pause typed below a line would make a heading of it.
    md.disable(["code", "reference", "html_block", "lheading"])
    inline = md.inline.ruler
    for name, rule in (
        ("link", link),
        ("image", image),
        ("autolink", autolink),
        ("html_inline", html_inline),
        ("math_inline", math_inline_dollar(allow_space=False, allow_digits=False)),
    ):
        inline.at(name, syntax.positioned(rule))
    inline.before("link", "citation", syntax.cite)
    inline.after("citation", "span", syntax.span)
    inline.at(
        "footnote_ref", syntax.call_note
    )  # the plug-in's own takes time that grows with the square
    inline.before("text", "mention", syntax.mention)
    inline.after("mention", "raise_or_lower", syntax.raise_or_lower)
    inline.after("image", "image_attributes", syntax.image_attributes)
    block = md.block.ruler
    deflist = next(rule.fn for rule in block.__rules__ if rule.name == "deflist")
    block.at("deflist", syntax.bounded(deflist), {"alt": ["paragraph", "reference", "blockquote"]})
    block.before("html_block", "hidden_html", syntax.hidden_html)
    block.before("html_block", "html_table", tablesyntax.html_table)
    block.before("deflist", "caption", tablesyntax.caption, {"alt": ["blockquote"]})
    block.before("caption", "table_note", tablesyntax.table_note, {"alt": ["blockquote"]})
    md.core.ruler.before("inline", "split_attributes", syntax.split_attributes)
    return md


def parse_blocks(text: str) -> Sequence[Token]:
    """The tokens of a whole text. Token lines count from 0."""
    return _parser().parse(text)


def parse_inline(text: str) -> Sequence[Token]:
    """The tokens of a piece of a paragraph."""
    return _parser().parseInline(text)[0].children or []


def closing(tokens: Sequence[Token], start: int) -> int:
    """The index of the token that closes what `tokens[start]` opens; `start` itself when it opens nothing."""
    depth = 0
    for i in range(start, len(tokens)):
        depth += tokens[i].nesting
        if depth == 0:
            return i
    return len(tokens) - 1
