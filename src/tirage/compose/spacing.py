"""Spaces and hyphens at which a line must not end, made so on the way to the page; the content stays as it was written."""

from __future__ import annotations

import re

FIRM = "\u00a0"
"""No-break space."""

_FIRM_HYPHEN = "-\u2060"
"""A plain hyphen and a word joiner: few faces have the no-break hyphen, and another face's would show."""

_PLACES = (
    re.compile(r"(?<=\S) (?=[—–] )"),  # a dash does not begin a line
    re.compile(r"(?<=[№§]) (?=\d)"),
    re.compile(r"(?<=\d) (?=\d{3}(?!\d))"),  # groups of a large number
    re.compile(r"(?<=\d) (?=[%°₸])"),
    re.compile(r"(?<=\b[А-ЯЁӘҒҚҢӨҰҮҺІA-Z]\.) (?=[А-ЯЁӘҒҚҢӨҰҮҺІA-Z])"),  # initials and surname
)


def spaced(text: str) -> str:
    """`text` with no-break spaces where Kazakh, Russian and English typesetting agree on them.

    After Milchin and Cheltsova, "Spravochnik izdatelya i avtora": before a dash, after № and §, within numbers,
    before a unit's sign, between initials and surname. The no-break hyphen is set as a hyphen that does not break.
    """
    for place in _PLACES:
        text = place.sub(FIRM, text)
    return text.replace("\u2011", _FIRM_HYPHEN)


def firm_end(text: str) -> str:
    """`text` with its last space, if it ends with one, made no-break: for what a citation follows."""
    return text[:-1] + FIRM if text.endswith(" ") else text
