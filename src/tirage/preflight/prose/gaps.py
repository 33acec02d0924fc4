"""Spaces that are missing: behind a mark, a quotation, initials, a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tirage.findings import Severity
from tirage.languages.marks.rules import rules_of
from tirage.languages.usage import KNOWN, either, usage
from tirage.model.copy import Passage
from tirage.preflight.check import Fault, check
from tirage.preflight.prose.finding import fault
from tirage.preflight.prose.text import CYRILLIC, LETTER, LOWER, UPPER, base, matches

_COMMA = re.compile(
    rf",(?={LETTER}{{2}})(?:(?<={LETTER}{LETTER},)|(?<=\w[»”)],))|,(?=[{LOWER}]{{2}})(?<=\d,)"
)
_MARK = re.compile(rf"[;:!?](?=[{CYRILLIC}]{{2}})(?<=[{LOWER}]{{2}}.)")
_STOP = re.compile(
    rf"\.(?=[{UPPER}])(?:(?=.[{LOWER}])(?<=[{LOWER}]{{2}}\.)"
    + "".join(
        rf"|(?<=\b{word}\.)"
        for word in sorted(frozenset().union(*(usage(name).shortened for name in KNOWN)))
    )
    + rf")|\.(?=[{LOWER}])(?:(?<=\bмлн\.)|(?<=\bмлрд\.)|(?<=\bтрлн\.))"
)
_STOPS = {
    language: re.compile(rf"\.(?=(?:{either(words)})\b)(?<={LETTER}{{2}}\.)")
    for language in KNOWN
    if (words := usage(language).sentence_starts)
}
"""Languages whose sentences are known by their first words."""

_QUOTE = re.compile(rf"»(?={LETTER}|\d)|”(?={LETTER}{{2}})")
_OPENING = re.compile(rf"(?<={LETTER})«(?={LETTER})")
_WORD = re.compile(rf"{LETTER}+")

_INITIALS = re.compile(
    rf"(?<!\w)(?<![{UPPER}]\.)(?:[{UPPER}]\.[ \u00a0]?){{1,3}}(?<=\.)(?=[{UPPER}][{LOWER}])"
    r"|(?<![\w.])(?:[A-Z]\.){2,3}(?=[A-Z][a-z]{2})"
)
_UNSTOPPED = re.compile(rf"(?<!\w)[{UPPER}]\.[{UPPER}](?=[ \u00a0][{UPPER}][{LOWER}]{{2}})")
_NUMBER = re.compile(
    rf"(?<![\w.,/\u2010-\u2015-])(?:\d[\d \u00a0\u202f,]{{0,30}})?\d(?=[{LOWER}]{{3}})|(?<![\w-])[{LOWER}]{{4,40}}(?=\d{{4}}\b)"
)
_SIGN = re.compile(r"[№§](?=[\w])")


@check(
    "spaces.missing",
    codes=("comma", "mark", "stop"),
    rationale="Words on both sides of a mark without a space are one word for hyphenation, search and a screen reader.",
    source="Rules of typesetting of all three languages; counted three times in one real issue.",
    advice="Put a space behind the mark.",
    severity=Severity.WARN,
    fixable=True,
)
def after_mark(passage: Passage) -> Iterator[Fault]:
    """A space follows comma, semicolon, colon and full stop."""
    if base(passage.language) not in KNOWN:
        return
    message, advice = "A space is missing behind the mark in «{here}».", "Put one."
    for match in matches(_COMMA, passage):
        yield fault(passage, match, "comma", message, advice, ", ")
    for match in matches(_MARK, passage):
        # In YAML a colon and a space would begin a value.
        mended = None if match[0] == ":" and passage.path else f"{match[0]} "
        yield fault(passage, match, "mark", message, advice, mended)
    for match in matches(_STOPS.get(base(passage.language), _STOP), passage):
        yield fault(passage, match, "stop", message, advice, f"{match[0]} ")


@check(
    "spaces.quotation",
    codes=("closing", "opening"),
    rationale="A word that sticks to a quotation is set as part of it.",
    source="Rules of typesetting of all three languages; counted five times in one real issue.",
    advice="Put a space between word and quotation mark.",
    severity=Severity.WARN,
    fixable=True,
)
def quotation(passage: Passage) -> Iterator[Fault]:
    """Words stand clear of quotation marks; Kazakh endings do not."""
    language = base(passage.language)
    for match in matches(_QUOTE, passage):
        word = _WORD.match(passage.text, match.end())
        if word and word[0] in usage(language).quoted_endings:
            continue
        if language not in KNOWN or match[0] != rules_of(language).quotes[1]:
            continue
        message = "A word sticks to the closing quotation mark in «{here}»."
        yield fault(passage, match, "closing", message, "Put a space.", f"{match[0]} ")
    for match in matches(_OPENING, passage):
        message = "A word sticks to the opening quotation mark in «{here}»."
        yield fault(passage, match, "opening", message, "Put a space.", " «")


@check(
    "spaces.initials",
    codes=("glued", "stop"),
    rationale="tirage keeps initials and surname on one line when a space tells them apart; glued ones are one long word.",
    source="Milchin, Cheltsova: Handbook of publisher and author, on names; counted three times in one real issue.",
    advice="Put full stops behind initials, and a space between them and the surname.",
    severity=Severity.WARN,
    fixable=True,
)
def initials(passage: Passage) -> Iterator[Fault]:
    """Initials have full stops, and a space stands between them and the surname."""
    for match in matches(_INITIALS, passage):
        message = "Initials and surname are glued in «{here}»."
        yield fault(passage, match, "glued", message, "Put a space.", f"{match[0]} ")
    for match in matches(_UNSTOPPED, passage):
        message = "A full stop is missing behind the initial in «{here}»."
        yield fault(passage, match, "stop", message, "Put one.")


@check(
    "spaces.number",
    codes=("word", "sign"),
    rationale="A number and its word are two words; number signs are set with a space that does not break.",
    source="Milchin, Cheltsova: Handbook of publisher and author, on numbers in text; tirage makes the space firm.",
    advice="Put a space between the number or its sign and what follows.",
    severity=Severity.WARN,
    fixable=True,
)
def number(passage: Passage) -> Iterator[Fault]:
    """A space stands between a number and a word, and behind № and §."""
    if base(passage.language) not in KNOWN:
        return
    for match in matches(_NUMBER, passage):
        message = "A number and a word are glued in «{here}»."
        last = (match.end() - 1, match.end())
        yield fault(passage, last, "word", message, "Put a space.", f"{match[0][-1]} ")
    for match in matches(_SIGN, passage):
        message = f"A space is missing behind {match[0]} in «{{here}}»."
        yield fault(passage, match, "sign", message, "Put one.", f"{match[0]} ")
