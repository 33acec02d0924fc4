"""Quotation marks: straight ones, and pairs that do not close."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tirage.findings import Severity
from tirage.languages.marks.rules import rules_of
from tirage.model.copy import Passage
from tirage.preflight.check import Fault, check
from tirage.preflight.prose.finding import fault
from tirage.preflight.prose.text import LETTER, base, matches, shielded

_CLOSING_SINGLE = "’"
"""A language that closes a quotation with it has it for an apostrophe."""

_STRAIGHT = re.compile('"')
_OPENS = re.compile(r"(?:^|(?<=[\s(\[«„“—–\ufffc-]))\"(?=[^\W_])")
_CLOSES = re.compile(r"(?<=[^\s(\[«„“—–-])\"(?=[\s.,;:!?)\]»”…—–-]|$)")
_APOSTROPHE = re.compile(rf"(?<={LETTER})'(?={LETTER})")
_MARKS = re.compile("[«»„“”]")
_DEEPEST = 8
"""How many quotations within each other are followed."""
_PARTNER = {"»": "«", "”": "“„", "“": "„"}


@check(
    "quotes.straight",
    codes=("double", "apostrophe"),
    rationale="Straight marks are a typewriter's; a set text has opening and closing ones, by language.",
    source="The handbooks named in languages/*/marks.toml; 648 straight marks stood in two real issues.",
    advice="Write «…» in Kazakh and Russian, “…” and ’ in English and Turkish.",
    severity=Severity.WARN,
    fixable=True,
)
def straight(passage: Passage) -> Iterator[Fault]:
    """Quotation marks are those of the language, not straight ones."""
    marks_of = rules_of(base(passage.language)).quotes
    if not marks_of:
        return
    pair, text = marks_of[:2], passage.text
    if '"' in text:
        marks: list[int] = []
        for match in matches(_STRAIGHT, passage):
            # Behind a figure, and with none open, the mark is inches or seconds of arc.
            if len(marks) % 2 or not text[: match.start()][-1:].isdigit():
                marks.append(match.start())
        mended = _paired(text, marks)
        for at in marks:
            new = pair[0] if mended.get(at) else pair[1] if at in mended else None
            message = "A straight quotation mark stands in «{here}»."
            advice = (
                f"Write {pair[0]}…{pair[1]}; within a quotation, the inner marks of the language."
            )
            yield fault(passage, (at, at + 1), "double", message, advice, new)
    if marks_of.endswith(_CLOSING_SINGLE) and "'" in text:
        for match in matches(_APOSTROPHE, passage):
            message = "A straight apostrophe stands in «{here}»."
            yield fault(passage, match, "apostrophe", message, "Write ’.", "’")


def _paired(text: str, marks: list[int]) -> Mapping[int, bool]:
    """Which marks open (True) and close (False), if all of them pair plainly outside other quotations; else nothing."""
    opening = {match.start() for match in _OPENS.finditer(text)}
    closing = {match.start() for match in _CLOSES.finditer(text)}
    roles: dict[int, bool] = {}
    for number, at in enumerate(marks):
        opens = number % 2 == 0
        depth = sum(text.count(c, 0, at) for c in "«„") - sum(text.count(c, 0, at) for c in "»")
        if (
            at not in (opening if opens else closing)
            or at in (closing if opens else opening)
            or depth
        ):
            return {}
        roles[at] = opens
    return roles if len(marks) % 2 == 0 else {}


@check(
    "quotes.balance",
    codes=("unclosed", "unopened", "crossed"),
    rationale="A quotation without an end leaves open whose words the reader has before him.",
    source="31 « stood against 30 » in one real issue.",
    advice="Put the missing mark, or close the inner quotation first.",
    severity=Severity.WARN,
)
def balance(passage: Passage) -> Iterator[Fault]:
    """Every quotation that begins ends, in the same paragraph and inside out."""
    open_: list[re.Match[str]] = []
    for match in _MARKS.finditer(passage.text):
        mark = match[0]
        if shielded(passage, *match.span()):
            continue
        tops = [one[0] for one in open_[-_DEEPEST:]]
        if mark in "«„" or (mark == "“" and "„" not in tops):
            open_.append(match)
        elif not any(one in _PARTNER[mark] for one in tops):
            message = f"«{mark}» closes a quotation that does not begin, in «{{here}}»."
            yield fault(
                passage, match, "unopened", message, "Put the opening mark or take this out."
            )
        elif tops[-1] in _PARTNER[mark]:
            open_.pop()
        else:
            message = f"«{mark}» closes the outer quotation before the inner one, in «{{here}}»."
            yield fault(passage, match, "crossed", message, "Close the inner quotation first.")
            last = max(i for i, one in enumerate(tops) if one in _PARTNER[mark])
            del open_[last - len(tops)]
    for match in open_:
        message = f"The quotation that begins with {match[0]} in «{{here}}» does not end."
        yield fault(
            passage, match, "unclosed", message, "Put the closing mark where the quotation ends."
        )
