"""What this journal's Markdown has beyond CommonMark, as rules of markdown-it.

Every token that a reader may have to complain about carries `meta["at"]`: its place in the inline text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from typing import TypeAlias

from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from tirage.read.text.attributes import LIKELY, parse_attributes, split_trailing
from tirage.read.text.citations import parse_numeric
from tirage.read.text.tablesyntax import line_text

InlineRule: TypeAlias = Callable[[StateInline, bool], bool]
BlockRule: TypeAlias = Callable[[StateBlock, int, int, bool], bool]

CITATION = re.compile(r"\[([^\[\]]{1,500})\](?![({])")
NOTE_CALL = re.compile(r"\[\^([^\]\[\s]{1,100})\]")
MENTION = re.compile(r"@(?:(?P<kind>[a-z]{2,8}):)?(?P<name>[A-Za-z0-9]+(?:[_.:-][A-Za-z0-9]+)*)")
CROSS_REFERENCE = re.compile(r"@(tbl|fig|eq|sec):([A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*)")
_RAISED = re.compile(r"(\^|~)([^\s\\^~\[\]{}$]{1,30})\1")
_HIDDEN = re.compile(r"<(?:(?P<tag>script|style)\b|!--)", re.IGNORECASE)


def positioned(rule: InlineRule) -> InlineRule:
    """`rule`, which also notes in every token where it begins and where the text goes on."""

    def run(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        for token in state.tokens[before:]:
            token.meta.setdefault("at", start)
            token.meta.setdefault("end", state.pos)
        return True

    return run


def _push(state: StateInline, kind: str, at: int, content: str, end: int) -> Token:
    token = state.push(kind, "", 0)
    token.content = content
    token.meta |= {"at": at, "end": end}
    return token


def cite(state: StateInline, silent: bool) -> bool:
    """`[@key, с. 12]` and `[1, 3]` → citation."""
    if state.src[state.pos] != "[":
        return False
    match = CITATION.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    content = match[1].strip()
    if not content.startswith("@") and not (
        content[:1].isdigit() and parse_numeric(match[1]) is not None
    ):
        return False
    if not silent:
        _push(state, "citation", state.pos, match[1], match.end())
    state.pos = match.end()
    return True


def call_note(state: StateInline, silent: bool) -> bool:
    """`[^name]` → footnote call, whether or not there is such a note."""
    match = NOTE_CALL.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        _push(state, "note_call", state.pos, match[1], match.end())
    state.pos = match.end()
    return True


def mention(state: StateInline, silent: bool) -> bool:
    """`@tbl:spread` → cross-reference; any other `@word` → mention, for the reader to judge."""
    start = state.pos
    if state.src[start] != "@" or (start and state.src[start - 1].isalnum()):
        return False
    match = CROSS_REFERENCE.match(state.src, start, state.posMax)
    kind = "cross_reference" if match else "mention"
    match = match or MENTION.match(state.src, start, state.posMax)
    if not match:
        return False
    if not silent:
        _push(state, kind, start, match[0], match.end())
    state.pos = match.end()
    return True


def span(state: StateInline, silent: bool) -> bool:
    """`[text]{lang=en}` → span."""
    if state.src[state.pos] != "[" or "]{" not in state.src:
        return False
    start, maximum = state.pos, state.posMax
    end = state.md.helpers.parseLinkLabel(state, start, False)
    if end < 0 or end + 1 >= maximum or not LIKELY.match(state.src, end + 1):
        return False
    attributes = parse_attributes(state.src, end + 1)
    if attributes is None:
        return False
    if not silent:
        state.pos, state.posMax = start + 1, end
        token = state.push("span_open", "", 1)
        token.meta |= {"at": start, "attributes": attributes, "attributes_at": end + 1}
        state.md.inline.tokenize(state)
        state.push("span_close", "", -1).meta["end"] = attributes.end
    state.pos = attributes.end
    state.posMax = maximum
    return True


def raise_or_lower(state: StateInline, silent: bool) -> bool:
    """`^2^` → superscript, `~2~` → subscript: one run of signs without a space."""
    match = _RAISED.match(state.src, state.pos, state.posMax)
    if not match or state.src[state.pos + 1 : state.pos + 2] in ("^", "~"):
        return False
    if not silent:
        kind = "sup" if match[1] == "^" else "sub"
        state.push(f"{kind}_open", "", 1)
        state.push("text", "", 0).content = match[2]
        state.push(f"{kind}_close", "", -1)
    state.pos = match.end()
    return True


def image_attributes(state: StateInline, silent: bool) -> bool:
    """`{#fig:map width=80%}` after an image, on its line or the next → attributes of the image."""
    if state.src[state.pos] != "{" or silent or state.pending.strip():
        return False
    tokens = state.tokens
    while tokens and tokens[-1].type == "softbreak":
        tokens = tokens[:-1]
    if not tokens or tokens[-1].type != "image" or not LIKELY.match(state.src, state.pos):
        return False
    attributes = parse_attributes(state.src, state.pos)
    if attributes is None:
        tokens[-1].meta["malformed"] = True
        return False
    del state.tokens[len(tokens) :]
    state.pending = ""
    tokens[-1].meta |= {"attributes": attributes, "attributes_at": state.pos}
    state.pos = attributes.end
    return True


def hidden_html(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A comment, script or style sheet on lines of its own → hidden."""
    begin = state.bMarks[start] + state.tShift[start]
    match = _HIDDEN.match(state.src, begin, state.eMarks[start])
    if not match:
        return False
    closing = f"</{match['tag'].lower()}>" if match["tag"] else "-->"
    line = start
    while line < end and closing not in line_text(state, line).lower():
        line += 1
    if line == end or not line_text(state, line).lower().rstrip().endswith(closing):
        return False
    if not silent:
        token = state.push("hidden", "", 0)
        token.map = [start, line + 1]
        token.info = (match["tag"] or "").lower()
        state.line = line + 1
    return True


def bounded(rule: BlockRule) -> BlockRule:
    """The rule of definition lists, with a definition on the line after its term only.

    The plug-in lets an empty line stand between them, so a paragraph of one line would become the term of a
    table's caption below it.
    """

    def run(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if silent:
            return rule(state, start, end, silent)
        marker = state.bMarks[start + 1] + state.tShift[start + 1] if start + 1 < end else -1
        if marker < 0 or state.src[marker : marker + 1] not in (":", "~"):
            return False
        stop = start
        while stop < end and (not state.isEmpty(stop) or _goes_on(state, stop, end)):
            stop += 1
        return stop > start + 1 and rule(state, start, stop, silent)

    return run


def _goes_on(state: StateBlock, line: int, end: int) -> bool:
    following = state.skipEmptyLines(line)
    return following < end and state.sCount[following] > state.blkIndent + 1


def is_figure(params: str) -> bool:
    """Whether `params`, what stands behind `:::`, open a figure in parts."""
    return re.match(r"\s*figure\b", params) is not None


def split_attributes(state: StateCore) -> None:
    """Core rule before inline parsing: attributes at the end of headings, captions and cells go to their opener."""
    in_parts = False
    for token in state.tokens:
        if token.type.startswith("container_figure"):
            in_parts = token.nesting > 0
            token.meta["attributes"] = split_trailing(token.info).attributes
        elif token.type == "inline":
            token.meta["in_parts"] = in_parts
    for opener, token in itertools.pairwise(state.tokens):
        if token.type == "inline" and opener.type in (
            "heading_open",
            "caption_open",
            "th_open",
            "td_open",
        ):
            trailed = split_trailing(token.content)
            token.content = trailed.text
            opener.meta["attributes"] = trailed.attributes
