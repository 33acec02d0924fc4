"""Hyphens at which a line must not end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tirage.languages.marks.edits import Edit
from tirage.languages.marks.signs import EN, JOINER, OBJECT, THIN

_FIRM_HYPHEN = f"-{JOINER}"
"""A plain hyphen and a word joiner: few faces have the no-break hyphen, and another face's would show."""

_CAPITALS = "А-ЯЁӘҒҚҢӨҰҮҺІA-Z"
_SMALL = "а-яёәғқңөұүһі"

_TAIL = re.compile(
    rf"(?<=\d)-(?=[{_SMALL}])|(?<=\d)\u2011(?={JOINER}?\w)|\u2011|(?<={OBJECT})-(?=[{_SMALL}]{{1,3}}\b)"
)
"""The hyphen of 11-сынып, 2-й; the no-break hyphen; and that of an ending behind a formula."""

_LETTER = re.compile(r"(?<=\b[^\W\d_])-(?=[^\W\d_])")
"""The hyphen after a single letter: e-mail, n-грамм."""

_RANGE = re.compile(rf"(?<=\d)(?<!\d{{5}})(?<!{THIN}\d{{3}}){EN}(?=\d{{1,4}}(?![\d{THIN}]))")
"""The dash of a range of short numbers, 29–38: a line does not end within it. Ranges of large ones may have to be broken."""

_ENDING = re.compile(
    rf"(?<=[{_CAPITALS}]-[лдтнғгқксыі])"
    rf"(?:(?<=[лдт])[ае]р|(?<=[дт])[ае][ғн]|(?<=[дтн])[ыі]|(?<=[ғгқк])[ае]|(?<=с)[ыі]|(?<=[ыі])[мңн])[{_SMALL}]+"
)
"""A Kazakh ending of an abbreviation, without its first letter: арының in ЕурАзЭҚ-тарының."""


def firm_hyphens(text: str) -> Iterator[Edit]:
    """Word joiners behind hyphens that hold, and in an abbreviation's ending, which gets no hyphen of its own."""
    found = [
        Edit(*match.span(), _FIRM_HYPHEN)
        for pattern in (_TAIL, _LETTER)
        for match in pattern.finditer(text)
    ]
    found += [Edit(match.end(), match.end(), JOINER) for match in _RANGE.finditer(text)]
    found += [Edit(match.start(), match.start(), JOINER) for match in _ENDING.finditer(text)]
    places = {edit.start: edit for edit in reversed(found)}
    return (places[start] for start in sorted(places))
