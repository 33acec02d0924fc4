"""Spaces and hyphens at which a line must not end, made so on the way to the page; the content stays as it was written."""

from __future__ import annotations

import re

FIRM = "\u00a0"
"""No-break space."""

_JOINER = "\u2060"
"""Word joiner. A line does not end at it, and a word with one in it is not hyphenated: Pyphen knows it in no language."""

_FIRM_HYPHEN = f"-{_JOINER}"
"""A plain hyphen and a word joiner: few faces have the no-break hyphen, and another face's would show."""

_CAPITALS = "А-ЯЁӘҒҚҢӨҰҮҺІA-Z"
_SMALL = "а-яёәғқңөұүһі"

_TAIL = re.compile(rf"(?<=\d)-(?=[{_SMALL}])")
"""The hyphen of 11-сынып, 2-й."""

_ENDING = re.compile(
    rf"(?<=[{_CAPITALS}]-[лдтнғгқксыі])"
    rf"(?:(?<=[лдт])[ае]р|(?<=[дт])[ае][ғн]|(?<=[дтн])[ыі]|(?<=[ғгқк])[ае]|(?<=с)[ыі]|(?<=[ыі])[мңн])[{_SMALL}]+"
)
"""A Kazakh ending of an abbreviation, without its first letter: арының in ЕурАзЭҚ-тарының."""

_PLACES = (
    re.compile(r"(?<=\S) (?=[—–] )"),  # a dash does not begin a line
    re.compile(r"(?<=[№§]) (?=\d)"),
    re.compile(r"(?<=\d) (?=\d{3}(?!\d))"),  # groups of a large number
    re.compile(r"(?<=\d) (?=[%°₸])"),
    re.compile(rf"(?<=\b[{_CAPITALS}]\.) (?=[{_CAPITALS}])"),  # initials and surname
)


def spaced(text: str) -> str:
    """`text` with no-break spaces where Kazakh, Russian and English typesetting agree on them.

    After Milchin and Cheltsova, "Spravochnik izdatelya i avtora": before a dash, after № and §, within numbers,
    before a unit's sign, between initials and surname. The no-break hyphen is set as a hyphen that does not break, and so is the
    hyphen between figures and their tail (11-сынып). The line may end behind the hyphen of an abbreviation (ЕурАзЭҚ-тарының), but the ending
    gets no hyphen of its own.
    """
    for place in _PLACES:
        text = place.sub(FIRM, text)
    text = _ENDING.sub(lambda rest: _JOINER + rest[0], text)
    return _TAIL.sub(_FIRM_HYPHEN, text).replace("\u2011", _FIRM_HYPHEN)


def firm_end(text: str) -> str:
    """`text` with its last space, if it ends with one, made no-break: for what a citation follows."""
    return text[:-1] + FIRM if text.endswith(" ") else text
