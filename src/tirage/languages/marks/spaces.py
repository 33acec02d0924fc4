"""Spaces at which a line must not end, and spaces that were forgotten.

Every space is judged by the word before and the word after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tirage.languages.marks.edits import Edit
from tirage.languages.marks.rules import Rules, Words
from tirage.languages.marks.signs import EM, EN, FIRM, MINUS, SPACES

_CAPITAL = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІÄÖÜŞÇĞİ"
_SMALL = "a-zа-яёәғқңөұүһіäöüşçğı"
_CYRILLIC = "А-ЯЁӘҒҚҢӨҰҮҺІ"

_WORD = re.compile(rf"[^{SPACES}\n]+")
_OPENING = "«„“‘\"'([{"
_CLOSING = "»“”’\"')]},;:!?…"
_INITIAL = re.compile(rf"(?:(?:[{_CAPITAL}]|Дж|Zh|Kh|Sh|Ch|Yu|Ya|Ye|Yo|Ts|Gh|Ph|Th)\.-?)+")
_FAMILY = re.compile(rf"[{_CAPITAL}][{_SMALL}]+(?:[-’'][{_CAPITAL}{_SMALL}]+)*")
_NAME = re.compile(rf"[{_CAPITAL}](?:[{_SMALL}]|[{_CAPITAL}’'-])")
_ABBREVIATION = re.compile(rf"[{_SMALL}]\.")
_ROMAN = re.compile(rf"[IVXLCІХ]+(?:{EN}[IVXLCІХ]+)?")
_ORDINAL = re.compile(r"(?:\d{1,2}|[IVXLC]+)\.")

_YEAR = re.compile(r"(?<=\d{4})(?=(?:гг?|жж?)\.)|(?<=\d{4})(?=жыл)")
_POINTED = re.compile(rf"(?<![\w.])(?:[^\W\d_]{{1,3}}\.[ {FIRM}]?){{2,}}")
"""Short abbreviations in a row."""
_INITIALS = re.compile(
    rf"(?<!\w)(?<!\b\w\.)(?:[{_CYRILLIC}]\.[ {FIRM}]?)*[{_CYRILLIC}]\.[{_CYRILLIC}][{_SMALL}.]"
)


_DAY = re.compile(r"\d\d?\.?")


class _Word(NamedTuple):
    """A word between two spaces."""

    start: int
    end: int
    cited: bool
    """It is a citation, as [1]."""
    opened: str
    """Without quotation marks and brackets before it."""
    bare: str
    """Without marks after it either; a point stays."""


def part(text: str, rules: Rules) -> Iterator[Edit]:
    """Spaces that were forgotten, put in firm: т.д., А.Ә.Әуезов, № and с. before figures, г. after a year."""
    if not rules.apart:
        return
    places = {found.start() for found in re.finditer(r"(?<=[№§])(?=\d)", text)}
    places |= {found.start() for found in _YEAR.finditer(text)}
    places |= set(_glued_initials(text))
    places |= set(_glued_abbreviations(text, rules))
    places |= {found.end() for found in _announcing(rules).finditer(text)}
    places |= {found.end() for found in _entitled(rules).finditer(text)}
    yield from (Edit(place, place, FIRM) for place in sorted(places))


def commas(text: str, rules: Rules) -> Iterator[Edit]:
    """The commas of a style of references as the language has them; behind a Latin word they stay."""
    if rules.comma != ",":
        for found in re.finditer(rf"(?<![A-Za-z]),(?=[{SPACES}])", text):
            yield Edit(found.start(), found.end(), rules.comma)


def firm(text: str, rules: Rules) -> Iterator[Edit]:
    """The spaces of `text` at which a line must not end, made no-break."""
    words = [_word(text, *found.span()) for found in _WORD.finditer(text)]
    for place in range(len(words) - 1):
        left, right = words[place], words[place + 1]
        gap = text[left.end : right.start]
        if gap.strip(" "):
            continue  # set by hand, or the end of a line
        after = words[place + 2].bare if place + 2 < len(words) else ""
        if _is_firm(left, right, after, rules):
            yield Edit(left.end, right.start, FIRM)


def _word(text: str, start: int, end: int) -> _Word:
    written = text[start:end]
    opened = written.lstrip(_OPENING)
    cited = written[0] == "[" and written[1:2].isdigit()
    return _Word(start, end, cited, opened, opened.rstrip(_CLOSING))


def _is_firm(left: _Word, right: _Word, after: str, rules: Rules) -> bool:
    """Whether the space between two words is firm; `after` is the word behind them."""
    if right.cited or right.bare in (EN, EM, MINUS, "-"):
        return True
    if not left.bare or not right.bare or left.opened != left.bare:
        return False
    return (
        _leans(left, right, rules)
        or _counts(left.bare, right.bare, rules)
        or _is_named(left, right, after, rules)
    )


def _leans(left: _Word, right: _Word, rules: Rules) -> bool:
    """Short words, particles, set phrases."""
    word = left.bare
    return (
        word.lower() in rules.short
        or (word[0].isupper() and word.lower() in rules.opening)
        or (right.bare in rules.clinging and right.opened[0].islower())
        or (word[:1].lower() + word[1:], right.bare) in rules.together
        or bool(_ABBREVIATION.fullmatch(word) and _ABBREVIATION.fullmatch(right.bare))
    )


@lru_cache(maxsize=4096)
def _counts(left: str, right: str, rules: Rules) -> bool:
    """Numbers with what belongs to them: № 5, с. 12, 5 км, 2020 г., XIX ғ., 11 мая."""
    amount = right.rstrip(".")
    if right[:1].isdigit() and left.lower() in rules.before_number:
        return True
    if _ROMAN.fullmatch(amount) and left.lower() in rules.before_number:
        return True
    if _ROMAN.fullmatch(left) or _ORDINAL.fullmatch(left):
        return right in rules.centuries
    if not left[-1:].isdigit():
        return rules.month_first and left in rules.months and bool(_DAY.fullmatch(right))
    units = (rules.after_number, rules.after_year, rules.months)
    forms = (right, amount, f"{amount}.") if len(amount) > 1 else (right, amount)
    return any(word in words for words in units for word in forms)


def _is_named(left: _Word, right: _Word, after: str, rules: Rules) -> bool:
    """Initials with each other and with the family name on either side; ranks with the name after them."""
    name = bool(_NAME.match(right.opened))
    if _INITIAL.fullmatch(left.bare):
        return name or bool(_INITIAL.fullmatch(right.bare))
    if left.bare in rules.before_name or left.bare.lower() in rules.before_name:
        return name or bool(_INITIAL.match(right.bare))
    if not _FAMILY.fullmatch(left.bare) or not _INITIAL.fullmatch(right.bare):
        return False
    return right.opened != right.bare or not _NAME.match(after) or after.isupper()


def _glued_initials(text: str) -> Iterator[int]:
    """Places behind the points of А.Ә.Әуезов and А.Ә. Әуезов."""
    for found in _INITIALS.finditer(text):
        for point in re.finditer(rf"\.(?=[{_CYRILLIC}])", found[0]):
            yield found.start() + point.end()


def _glued_abbreviations(text: str, rules: Rules) -> Iterator[int]:
    """Places behind the points of т.д., т.б., ж.ж."""
    for found in _POINTED.finditer(text):
        parts = list(re.finditer(r"\w+\.", found[0]))
        for left, right in pairwise(parts):
            word = left[0][0].lower() + left[0][1:]
            if left.end() == right.start() and (word, right[0]) in rules.together:
                yield found.start() + left.end()


@lru_cache(maxsize=64)
def _announcing(rules: Rules) -> re.Pattern[str]:
    """An abbreviation and the figures glued to it: с.12."""
    return _glued(rules.before_number, r"\d", re.IGNORECASE)


@lru_cache(maxsize=64)
def _entitled(rules: Rules) -> re.Pattern[str]:
    """A rank and the name glued to it: им.Абая."""
    return _glued(rules.before_name, f"[{_CYRILLIC}]")


def _glued(words: Words, behind: str, flags: int = 0) -> re.Pattern[str]:
    choice = "|".join(re.escape(word) for word in sorted(words.whole) if word.endswith("."))
    return re.compile(rf"(?<![\w.])(?<!\.[{SPACES}])(?:{choice or '(?!)'})(?={behind})", flags)
