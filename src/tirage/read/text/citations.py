"""The grammar of citations in brackets: `@key, с. 12; @other` and `1, 3–5; 7, с. 12`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tirage.read.words import words

HIGHEST = 999
"""A larger number in brackets is a year, not a work."""

_TERMS = words(
    "с стр б бб бет беттер p pp page т том томы vol v вып ч гл глава ch chap § §§ п пп пар ст статья бап бөлім "
    "тарау № №№ no nr n кн разд рис табл сурет кесте fig table прим л sec art bd s f ff col стб"
)
_TERM = "(?:" + "|".join(sorted(map(re.escape, _TERMS), key=len, reverse=True)) + r")\.?"
_VALUE = r"[0-9IVXLCivxlc]+[а-яa-z]?(?:\s*[-–—]\s*[0-9IVXLCivxlc]+[а-яa-z]?)?"
_LOCATOR = re.compile(rf"(?:{_TERM}\s*{_VALUE}|{_VALUE}(?:-|\s*){_TERM})", re.IGNORECASE)
_VALUE_ALONE = re.compile(_VALUE)
_NUMBER = re.compile(r"([1-9]\d*)(?:\s*[-–—−]\s*([1-9]\d*))?")
_KEY = re.compile(r"@([^\s,;@\[\]{}]+)")


@dataclass(frozen=True, slots=True)
class Work:
    """One work in the brackets, as written."""

    key: str = ""
    """"" when it is cited by number."""
    number: int = 0
    through: int = 0
    """Last number of a range; 0 for a single work."""
    locator: str = ""
    at: int = 0
    """Where it begins in the brackets' content."""


def parse_numeric(content: str) -> tuple[Work, ...] | None:
    """The works that `content` (without the brackets) names by number; None when it is no citation."""
    works: list[Work] = []
    for start, group in _split(content, ";"):
        found = _parse_group(start, group)
        if found is None:
            return None
        works += found
    return tuple(works)


def _parse_group(start: int, group: str) -> list[Work] | None:
    """Numbers between commas; from the first locator on, everything belongs to the last number."""
    works: list[Work] = []
    locator: list[str] = []
    for offset, part in _split(group, ","):
        number = _NUMBER.fullmatch(part)
        if number and not locator:
            first, through = int(number[1]), int(number[2] or 0)
            if max(first, through) > HIGHEST:
                return None
            works.append(Work(number=first, through=through, at=start + offset))
        elif works and (_LOCATOR.fullmatch(part) or (locator and _VALUE_ALONE.fullmatch(part))):
            locator.append(part)
        else:
            return None
    if works and locator:
        last = works[-1]
        works[-1] = Work("", last.number, last.through, ", ".join(locator), last.at)
    return works or None


def parse_keyed(content: str) -> tuple[Work, ...] | None:
    """The works that `content` names by key; None when it is not well formed."""
    works = []
    for start, part in _split(content, ";"):
        match = _KEY.match(part)
        rest = part[match.end() :].lstrip() if match else ""
        if not match or (rest and not rest.startswith(",")):
            return None
        works.append(Work(key=match[1], locator=rest[1:].strip(), at=start))
    return tuple(works)


def _split(text: str, sign: str) -> list[tuple[int, str]]:
    """The parts of `text` between `sign`, stripped, each with the place where it begins."""
    parts, at = [], 0
    for part in text.split(sign):
        parts.append((at + len(part) - len(part.lstrip()), part.strip()))
        at += len(part) + 1
    return parts
