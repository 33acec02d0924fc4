"""Dashes, ranges, minus signs and the ellipsis.

Only what its neighbours make certain is changed: a hyphen between spaces is a dash, one between rising figures a range, one
before figures at the start, after a bracket or a sign a minus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tirage.languages.marks.edits import Edit
from tirage.languages.marks.numbers import announced, word_before
from tirage.languages.marks.rules import Rules
from tirage.languages.marks.signs import EM, EN, FIRM, MINUS, SPACES

_ELLIPSIS = re.compile(r"(?<![.?!])\.\.\.(?!\.)")
_SPACED = re.compile(rf"(?<=\S)([{SPACES}]+)(-{{1,3}}|[{EN}{EM}{MINUS}])([{SPACES}]+)(?=\S)")
_FIRST = re.compile(rf"^(-|{EN}|{EM})[{SPACES}]+(?=[^\W\d_])")
_CLOSED = re.compile(rf"(?<=[^\W\d_]){EM}(?=[^\W\d_])|(?<=[^\W\d_])-{{2,3}}(?=[^\W\d_])")
_RANGE = re.compile(
    r"(?<![\w.,/:–—−-])(\d+(?:[.,]\d+)?)-{1,2}(\d+(?:[.,]\d+)?)(?![\w/–]|--|-\d|[.,:]\d|\.\w)"
)
_ROMAN = re.compile(r"(?<![\w-])([IVXLC]+)-([IVXLC]+)(?![\w-])")
_MINUS = re.compile(rf"(?<![^{SPACES}\n(\[{{=<>≤≥±×~≈])-(?=\d)")
_YEARS = range(1000, 2201)


def points(text: str) -> Iterator[Edit]:
    """Three points become an ellipsis; not after ? or !, nor among more."""
    return (Edit(*found.span(), "…") for found in _ELLIPSIS.finditer(text))


def dash(text: str, rules: Rules) -> Iterator[Edit]:
    """The dashes between the parts of a sentence, as `rules` have them; two years with a dash between are a range."""
    if not rules.dash:
        return
    wanted = FIRM + rules.dash[1:] if rules.dash.startswith(" ") else rules.dash
    first = _FIRST.match(text)
    if first and rules.dash == f" {EM} ":
        yield Edit(first.start(), first.end(), EM + FIRM)
    for found in _SPACED.finditer(text):
        left, right = text[found.start() - 1], text[found.end()]
        if left.isdigit() and right.isdigit():
            if _are_years(text, found):
                yield Edit(*found.span(), EN)
        elif not (_is_symbol(text, found.start() - 1, -1) and _is_symbol(text, found.end(), 1)):
            yield Edit(*found.span(), wanted)


def closed(text: str, rules: Rules) -> Iterator[Edit]:
    """A dash typed without spaces between words, where the language has it so; two hyphens anywhere."""
    if not rules.dash:
        return
    wanted = FIRM + rules.dash[1:] if rules.dash.startswith(" ") else rules.dash
    for found in _CLOSED.finditer(text):
        if found[0] != EM or rules.closed_dash:
            yield Edit(*found.span(), wanted)


def ranges(text: str, rules: Rules) -> Iterator[Edit]:
    """From one number to a greater one: 2008-2009, 12-20, XIX-XX; not what is announced as a code, nor dates and telephones."""
    for found in _RANGE.finditer(text):
        if _rise(found[1], found[2]) and not announced(text, found.start(), rules):
            yield Edit(found.end(1), found.start(2), EN)
    for found in _ROMAN.finditer(text):
        if _roman(found[1]) < _roman(found[2]):
            yield Edit(found.end(1), found.start(2), EN)


def minus(text: str, rules: Rules) -> Iterator[Edit]:
    """A hyphen before figures that nothing but a minus can be."""
    for found in _MINUS.finditer(text):
        at = found.start()
        if at == 0 or text[at - 1] not in SPACES or _may_be_negative(text, at, rules):
            yield Edit(at, at + 1, MINUS)


def _may_be_negative(text: str, at: int, rules: Rules) -> bool:
    word = word_before(text, at)
    is_sign = bool(word) and word[-1] in "=<>≤≥±×~≈,;:("
    degrees = re.match(rf"-[\d.,]+[{SPACES}]?°", text[at:])
    return (
        is_sign or word.lower() in rules.before_minus or bool(degrees and not word[-1:].isdigit())
    )


def _are_years(text: str, found: re.Match[str]) -> bool:
    """Whether two rising years stand around the dash, by themselves."""
    if found[2] == MINUS:
        return False
    left = re.search(r"(?<![\w.,/-])(\d{4})$", text[max(0, found.start() - 6) : found.start()])
    right = re.match(r"(\d{4})(?![\w/]|[.,]\d)", text[found.end() : found.end() + 6])
    if not left or not right:
        return False
    return int(left[1]) < int(right[1]) and {int(left[1]), int(right[1])} <= set(_YEARS)


def _is_symbol(text: str, at: int, step: int) -> bool:
    """Whether a single letter or figure stands at `at`, as in x - y; further text lies in the direction of `step`."""
    beyond = at + step
    alone = not (0 <= beyond < len(text)) or not text[beyond].isalnum()
    return text[at].isalnum() and alone


def _rise(first: str, second: str) -> bool:
    """Whether two numbers make a range. A month (2020-11), an ISSN (1234-5679) and a model's number do not."""
    decimals = [re.split("[.,]", number) for number in (first, second)]
    if len(decimals[0]) != len(decimals[1]):
        return False
    if len(decimals[0]) == 2:
        return float(first.replace(",", ".")) < float(second.replace(",", "."))
    if any(len(number) > 1 and number[0] == "0" for number in (first, second)):
        return False
    low, high = int(first), int(second)
    if len(first) == 4 and len(second) == 2:
        return low in _YEARS and low % 100 < high and high > 12
    if len(first) == len(second) == 4 and high not in _YEARS:
        return low < high and low % 10 == high % 10 == 0
    return low < high


def _roman(numeral: str) -> int:
    values = [dict(zip("IVXLC", (1, 5, 10, 50, 100), strict=True))[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
