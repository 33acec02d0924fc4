"""What all checks of running text share: letters, languages, and the stretches that are codes, not words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tirage.model.copy import Passage

LOWER = "а-яёәғқңөұүһі"
UPPER = "А-ЯЁӘҒҚҢӨҰҮҺІ"
CYRILLIC = UPPER + LOWER
LETTER = r"[^\W\d_]"

_CODES = re.compile(
    r"`[^`]+`|\$[^$\s](?:[^$]*[^$\s])?\$"
    r"|(?:https?://|ftp://|www\.|doi:|10\.\d{4,9}/)[^\s\ufffc]+"
    r"|[\w.+-]{1,64}@[\w-]+\.[\w.-]+"
    r"|\b(?:ISBN|ISSN|eISSN|DOI|ORCID|УДК|ӘОЖ|UDC|ББК|МРНТИ|ҒТАМР|IRSTI|ГОСТ Р|ГОСТ|СТ РК|ISO|МЕМСТ|ҚР СТ)"
    r"[ \u00a0:/A-Z]*[\dX][\dX.:;+()/–-]*"
    r"|(?:\b(?:тел|факс|tel|phone|fax)[.:]*\s*|\+\d{3})[\d()+ \u00a0-]{4,}"
    r"|\b[\w-]{1,64}(?:/[\w.-]{1,64}){1,9}\.\w+"
    r"|\b[\w-]{1,64}\.(?:[a-z]{2,4}|ru|kz|com|org|net)\b(?=$|[^\w])"
)
"""Code and maths in YAML, addresses, identifiers, standards' numbers, telephone numbers, files: their characters are meant as they are."""


def base(language: str) -> str:
    """The language without its region: "kk" for "kk-KZ"."""
    return language.partition("-")[0]


@lru_cache(maxsize=64)
def _codes(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _CODES.finditer(text))


def shielded(passage: Passage, start: int, end: int) -> bool:
    """Whether the characters from `start` to `end` touch a code."""
    return any(first < end and start < last for first, last in _codes(passage.text))


_SPOKEN_OF = 30
"""Characters of a quotation that may be words spoken of; a longer one says something."""


def spoken_of(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the match stands in a quotation of a few words, which may show how something is written."""
    text = passage.text
    start = max(
        text.rfind(mark, max(0, match.start() - _SPOKEN_OF), match.start()) for mark in "«“„"
    )
    if start < 0:
        return False
    ends = [at for mark in "»”“" if (at := text.find(mark, start + 1, start + _SPOKEN_OF)) >= 0]
    return bool(ends) and min(ends) >= match.end()


def matches(pattern: re.Pattern[str], passage: Passage) -> Iterator[re.Match[str]]:
    """Where `pattern` is found in `passage` outside of codes."""
    for match in pattern.finditer(passage.text):
        if not shielded(passage, match.start(), max(match.end(), match.start() + 1)):
            yield match
