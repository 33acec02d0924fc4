"""Quotation marks by language, one kind within the other, and apostrophes.

Straight quotes become the language's; a pair inside a pair of the same kind becomes the other kind. Pairs that an author set
otherwise stay. Where the double quotes of a text do not pair, none of them is touched: a guess would hide the mistake.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tirage.languages.marks.edits import Edit
from tirage.languages.marks.rules import Rules
from tirage.languages.marks.signs import EM, EN, SPACES

_QUOTES = re.compile("[\"'«»„“”‘’‚]")
_BEFORE_OPENING = frozenset(f"{SPACES}\n([{{«„“‘‚/{EN}{EM}-")
_PAIRS = {"«": "»", "„": "“", "‘": "’", "“": "”", "‚": "‘"}
_STRAIGHT = "\"'"
_PRIME = re.compile(r"(?<=°)(\d{1,2})'(?:([  ]?\d{1,2}(?:[.,]\d+)?)\")?")


@dataclass
class _Pair:
    """An opening mark and, once it is found, the closing one."""

    at: int
    mark: str
    end: int = -1
    inside: list[_Pair] = field(default_factory=list)

    def closed_by(self, mark: str) -> bool:
        if self.mark in _STRAIGHT:
            return mark == self.mark
        return mark == _PAIRS[self.mark] or (self.mark == "‘" and mark == "'")


def quote(text: str, rules: Rules) -> Iterator[Edit]:
    """The edits that set the quotes of `text` as `rules` have them, in order."""
    edits = {edit.start: edit for edit in _apostrophes(text)}
    if rules.quotes and _QUOTES.search(text):
        pairs, left = _pairs(text)
        edits |= {at: Edit(at, at + 1, "’") for at in left}
        edits |= {edit.start: edit for edit in _set(pairs, rules.quotes, "")}
    yield from (edits[start] for start in sorted(edits))


def primes(text: str) -> Iterator[Edit]:
    """Minutes and seconds of an arc: 43°15'20" gets its primes."""
    for found in _PRIME.finditer(text):
        minute = found.end(1)
        yield Edit(minute, minute + 1, "′")
        if found[2] is not None:
            yield Edit(found.end() - 1, found.end(), "″")


def _apostrophes(text: str) -> Iterator[Edit]:
    """A straight quote between two letters, between figures and their ending (2023'te), or before a decade ('90s)."""
    for found in re.finditer(r"(?<=[^\W_])'(?=[^\W\d_])|(?<![\w'])'(?=\d0s\b)", text):
        yield Edit(found.start(), found.end(), "’")


def _pairs(text: str) -> tuple[list[_Pair], list[int]]:
    """The pairs of `text`, those inside others within them, and the apostrophes of plurals (authors').

    None where double marks do not pair.
    """
    root = _Pair(-1, "«")
    stack = [root]
    plurals: list[int] = []
    for found in _QUOTES.finditer(text):
        at, mark = found.start(), found[0]
        if _is_apostrophe(text, at):
            continue
        if (place := _partner(text, at, mark, stack)) is not None:
            del stack[place + 1 :]
            pair = stack.pop()
            pair.end = at
            stack[-1].inside.append(pair)
        elif _opens(text, at, mark):
            stack.append(_Pair(at, mark))
        elif mark == "'" and text[at - 1 : at] == "s":
            plurals.append(at)
        elif mark not in "'’‘“":
            return [], []
    is_open = any(pair.mark not in "'‘‚" for pair in stack[1:])
    return ([], []) if is_open else (root.inside, plurals)


def _partner(text: str, at: int, mark: str, stack: list[_Pair]) -> int | None:
    """The place in `stack` of the pair that the mark at `at` closes; single marks that found no partner are passed over."""
    if at == 0 or text[at - 1] in SPACES:
        return None
    for place in range(len(stack) - 1, 0, -1):
        if stack[place].closed_by(mark):
            return None if mark in _STRAIGHT and _only_opens(text, at) else place
        if stack[place].mark not in "'‘‚":
            return None
    return None


def _opens(text: str, at: int, mark: str) -> bool:
    if mark in "«„‚":
        return True
    ahead = at + 1 < len(text) and text[at + 1] not in SPACES
    return (
        mark not in "»”’"
        and ahead
        and (at == 0 or text[at - 1] in _BEFORE_OPENING or _nested(text, at))
    )


def _nested(text: str, at: int) -> bool:
    """Whether a mark follows an opening straight one, as the second of "'so', he said"."""
    return text[at - 1] in _STRAIGHT and (at == 1 or text[at - 2] in _BEFORE_OPENING)


def _only_opens(text: str, at: int) -> bool:
    """Whether a straight mark stands where only an opening one can: after a space or bracket, before a letter."""
    return text[at - 1] in _BEFORE_OPENING - frozenset("«„“‘-") and text[at + 1 : at + 2].isalnum()


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether the mark stands between letters, or before a decade."""
    if text[at] not in "'’":
        return False
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return (before.isalpha() and after.isalpha()) or bool(re.match(r"\d0s\b", text[at + 1 :]))


def _set(pairs: list[_Pair], quotes: str, around: str) -> Iterator[Edit]:
    """Edits for `pairs` that stand inside a pair opened with `around`."""
    outer, inner = quotes[:2], quotes[2:]
    for pair in pairs:
        wanted = _wanted(pair.mark, outer, inner, around)
        yield Edit(pair.at, pair.at + 1, wanted[0])
        yield Edit(pair.end, pair.end + 1, wanted[1])
        yield from _set(pair.inside, quotes, wanted[0])


def _wanted(mark: str, outer: str, inner: str, around: str) -> str:
    """The two marks of a pair typed with `mark` inside one that is opened with `around` ("": none)."""
    if mark == "'" and not around:
        return "‘’"
    if mark in _STRAIGHT or mark == around:
        return inner if around == outer[0] else outer
    return mark + _PAIRS[mark]
