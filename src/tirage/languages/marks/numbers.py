"""Large numbers in groups of three.

Five figures and more are parted from the right with narrow no-break spaces; four only where their author parted them. A year,
a code, a telephone, an identifier is no amount and stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tirage.languages.marks.edits import Edit
from tirage.languages.marks.rules import Rules
from tirage.languages.marks.signs import FIRM, SPACES, THIN

_FIGURES = re.compile(rf"\d+(?:[{SPACES}]\d+)*")
_BEFORE = frozenset(f"{SPACES}\n([{{«„“‘\"'$€£₸₽~≈<>≤≥=±×−–—→")
_AFTER = frozenset(f"{SPACES}\n)]}}»“”’\"'.,;:!?…%‰°₸₽€$–—−-×=<>")
_LONGEST = 15
"""Figures of an amount; more are a code."""


def group(text: str, rules: Rules) -> Iterator[Edit]:
    """The edits that part the large numbers of `text`."""
    for found in _FIGURES.finditer(text):
        parts = re.split(f"[{SPACES}]", found[0])
        if max(map(len, parts)) < 5 and len(parts) == 1:
            continue
        if _stands_alone(text, *found.span()) and not announced(text, found.start(), rules):
            yield from _parted(text, found.start(), parts)


def announced(text: str, at: int, rules: Rules) -> bool:
    """Whether the word before the figures at `at` says that they are a code ("ISSN", "тел.", "№")."""
    word = word_before(text, at).lower()
    return word.rstrip(":") in rules.codes or text[max(0, at - 1) : at] in ("№", "#", "+")


def word_before(text: str, at: int) -> str:
    """The word that stands before `at`, spaces between them aside."""
    words = re.split(f"[{SPACES}\n(]", text[max(0, at - 32) : at].rstrip(SPACES))
    return words[-1]


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether figures are no part of a word, a date, an address or a code."""
    if start and text[start - 1] not in _BEFORE:
        return False
    if end == len(text):
        return True
    after = text[end]
    if after not in _AFTER:
        return False
    rest = text[end + 1 : end + 2]
    if after == "-":
        return rest.isalpha() and rest.islower()
    if after in ".,":
        fraction = re.match(r"\d*", text[end + 1 :])
        beyond = text[end + 1 + (fraction.end() if fraction else 0) :][:2]
        return not rest.isdigit() or not re.match(r"[\w/]|[.,]\d", beyond)
    return not (after == ":" and rest.isdigit())


def _parted(text: str, start: int, parts: list[str]) -> Iterator[Edit]:
    ends = [start]
    for part in parts:
        ends.append(ends[-1] + len(part) + 1)
    if len(parts) == 1:
        if _is_amount(text, start, parts[0]):
            yield from (Edit(at, at, THIN) for at in _borders(start, len(parts[0])))
        return
    # A year before an amount, "в 2020 1 367 638 случаев", is not its first group.
    first = 1 if len(parts) > 2 and len(parts[0]) == 4 else 0
    if _are_groups(parts[first:]):
        for end in ends[first + 1 : -1]:
            if text[end - 1] in (" ", FIRM):
                yield Edit(end - 1, end, THIN)
        if first and text[ends[1] - 1] == " ":
            yield Edit(ends[1] - 1, ends[1], FIRM)


def _is_amount(text: str, start: int, figures: str) -> bool:
    postal = len(figures) == 6 and re.match(r", ?[^\W\d_a-zа-я]", text[start + 6 :])
    return 5 <= len(figures) <= _LONGEST and figures[0] != "0" and not postal


def _are_groups(parts: list[str]) -> bool:
    first, rest = parts[0], parts[1:]
    return 1 <= len(first) <= 3 and first[0] != "0" and all(len(part) == 3 for part in rest)


def _borders(start: int, length: int) -> Iterator[int]:
    first = length % 3 or 3
    return iter(range(start + first, start + length, 3))
