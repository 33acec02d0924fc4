"""Spaces at which a line must not end, made so on the way to the page; the content stays as it was written."""

from __future__ import annotations

import re

FIRM = "\u00a0"
"""No-break space."""

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
    before a unit's sign, between initials and surname.
    """
    for place in _PLACES:
        text = place.sub(FIRM, text)
    return text
