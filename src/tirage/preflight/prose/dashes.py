"""Dashes between words: hyphens in their place, and dashes in the place of hyphens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from tirage.findings import Severity
from tirage.languages.marks.rules import rules_of
from tirage.languages.usage import KNOWN, Usage, either, usage
from tirage.model.copy import Passage, Sheet
from tirage.preflight.check import Fault, check
from tirage.preflight.prose.finding import fault
from tirage.preflight.prose.text import LETTER, LOWER, UPPER, base, matches

_SPACED = re.compile(r"[ \u00a0](?P<dash>[-–—]|(?<=[^\W\d_]{3} )−)(?=[ \u00a0\n]\S)")
_TIGHT = re.compile(rf"(?<={LETTER})—(?={LETTER})")

_STEMS = {"figures": r"\d+", "abbreviations": rf"{LETTER}{{0,20}}[{UPPER}]{{2,20}}|\d+"}
"""What endings are hung on: figures, or abbreviations too."""

_HUNG: Mapping[str, re.Pattern[str]] = {
    language: re.compile(
        rf"(?<![\w.,])(?:{_STEMS[usage(language).hung_on]})(?P<gap> ?[-–] | [-–] ?|–)(?:{either(usage(language).hung_endings)})\b"
    )
    for language in KNOWN
    if usage(language).hung_endings
}

_LOOSE = re.compile(r"[ \u00a0][-–—]|[-–—][ \u00a0]")
_PAIR = re.compile(
    rf"(?<![\w-])({LETTER}+)(?P<gap>[ \u00a0][-–][ \u00a0]|[-–][ \u00a0])({LETTER}{{2,}})(?![\w-])"
)
_JOINED = re.compile(rf"(?<!{LETTER}){LETTER}+(?:-{LETTER}+)+")
_HALF = re.compile(
    rf"(?<={LETTER})(?P<gap>-[ \u00a0])(?P<next>{LETTER}+)|(?:(?<={LETTER})|(?<=[»”])|(?<=[»”],))(?P<gap_>[ \u00a0]-)(?P<next_>{LETTER}+)"
)
_GLUED = re.compile(
    rf"(?<=[{LOWER}])-(?=бұл\b|это\b)|(?<=[{LOWER}]{{3}}[ыі])-(?=[{UPPER}][{LOWER}])|(?<=\bбірі)-(?={LETTER})"
)


def _of(sheet: Sheet) -> Iterator[Passage]:
    """The texts in which dashes stand between words: descriptions of works have rules of their own."""
    for passage in sheet.passages:
        if base(passage.language) in KNOWN and passage.role not in ("reference", "name"):
            yield passage


_NAMES = {"-": "hyphen", "−": "minus"}


def _spaced(passage: Passage) -> Iterator[tuple[int, int]]:
    """Where dashes of any kind stand with spaces, but not between figures: that may be a range or a sum."""
    for match in matches(_SPACED, passage):
        before, behind = passage.text[: match.start()][-1:], passage.text[match.end() + 1]
        if before.strip() and not (before.isdigit() and behind.isdigit()):
            yield match.span("dash")


def _sentence_dashes(sheet: Sheet) -> Mapping[str, str]:
    """The dash between parts of a sentence, by language: the language's own unless the text has the other alone.

    Where a dash may stand without spaces, as in English, the one that the text has more of; "tight" is such a one.
    """
    counted: dict[str, Counter[str]] = {language: Counter() for language in KNOWN}
    for passage in _of(sheet):
        language = base(passage.language)
        counted[language].update(passage.text[start:end] for start, end in _spaced(passage))
        counted[language]["tight"] += len(_TIGHT.findall(passage.text))
    chosen = {}
    for language, count in counted.items():
        if rules_of(language).closed_dash:
            kinds = ("–", "—", "tight")
            chosen[language] = max(kinds, key=lambda kind: count[kind])  # the first of equals
        else:
            chosen[language] = "–" if count["–"] and not count["—"] else "—"
    return chosen


def _hyphens(sheet: Sheet) -> frozenset[str]:
    """All words with a hyphen in the file, in small letters."""
    return frozenset(
        word.lower() for passage in sheet.passages for word in _JOINED.findall(passage.text)
    )


def _compounds(passage: Passage, known: frozenset[str]) -> Iterator[re.Match[str]]:
    """Where a dash or a space stands within what is one word with a hyphen; a — is always meant as a dash."""
    if not _LOOSE.search(passage.text):
        return
    words = usage(base(passage.language))
    hung = [one.span("gap") for one in _hung(passage)]
    for match in matches(_PAIR, passage):
        first, second = match[1], match[3]
        if second.lower() in words.suspended or any(
            match.start("gap") < end and start < match.end("gap") for start, end in hung
        ):
            continue
        # Two names may be joined in one place and parted in another.
        if not second.islower():
            continue
        joined = f"{first}-{second}".lower()
        if first in words.firsts or joined in known or joined.startswith(tuple(words.compounds)):
            yield match


@check(
    "dashes.word",
    codes=("compound", "suffix"),
    rationale="A dash inside a word makes two of it; a line may break there and search does not find it.",
    source="Kazakh and Russian school grammars on hyphens; four places in one real issue.",
    advice="Join the parts with a hyphen, without spaces.",
    severity=Severity.WARN,
    fixable=True,
)
def word(sheet: Sheet) -> Iterator[Fault]:
    """A compound or an ending on an abbreviation is joined by a hyphen without spaces."""
    known = _hyphens(sheet)
    for passage in _of(sheet):
        if not any(sign in passage.text for sign in ("- ", " -", "–", "—")):
            continue
        for match in _hung(passage):
            message = "An ending stands off its word in «{here}»."
            advice = "Join them with a hyphen."
            yield fault(passage, match.span("gap"), "suffix", message, advice, "-")
        for match in _compounds(passage, known):
            message = "A compound is taken apart in «{here}»."
            advice = "Join its parts with a hyphen."
            yield fault(passage, match.span("gap"), "compound", message, advice, "-")


def _hung(passage: Passage) -> Iterator[re.Match[str]]:
    pattern = _HUNG.get(base(passage.language))
    return matches(pattern, passage) if pattern else iter(())


def _taken(passage: Passage, known: frozenset[str]) -> frozenset[int]:
    """Where signs stand that belong inside words."""
    inside = [*_hung(passage), *_compounds(passage, known)]
    return frozenset(at for match in inside for at in range(*match.span("gap")))


@check(
    "dashes.sentence",
    codes=("hyphen", "mixed"),
    rationale="A hyphen joins, a dash parts; two kinds of dash for one job look like two jobs.",
    source="CLDR and the rules of typesetting: — in Kazakh and Russian, – or — in English; 12 hyphens, 8 – and 5 — "
    "stood for one job in one real issue.",
    advice="Write one kind of dash: — in Kazakh and Russian, – or — in English.",
    severity=Severity.WARN,
    fixable=True,
)
def sentence(sheet: Sheet) -> Iterator[Fault]:
    """Parts of a sentence are parted by a dash, and by one kind of it."""
    known, chosen = _hyphens(sheet), _sentence_dashes(sheet)
    for passage in _of(sheet):
        language = base(passage.language)
        if not rules_of(language).dash:
            continue  # its dash stays as typed
        wanted, taken = chosen[language], None
        for start, end in _spaced(passage):
            found = passage.text[start:end]
            if found == wanted:
                continue
            taken = _taken(passage, known) if taken is None else taken
            if start in taken:
                continue
            tight = wanted == "tight"
            if found in "-−":
                advice = f"Write {'— without spaces' if tight else wanted}."
                new = None if tight else wanted
                message = f"A {_NAMES[found]} stands for a dash in «{{here}}»."
                yield fault(passage, (start, end), "hyphen", message, advice, new)
            elif passage.role != "cell":
                shown = "— without spaces" if tight else wanted
                message = f"«{found}» stands in «{{here}}», where the text elsewhere has {shown}."
                new = None if rules_of(language).closed_dash else wanted
                yield fault(passage, (start, end), "mixed", message, "Use one kind.", new)


@check(
    "dashes.half",
    codes=("half",),
    rationale="A hyphen with a space on one side is a dash, a compound or the end of a line in the manuscript.",
    source="Seen five times in one real issue.",
    advice="Write a dash with spaces, or join the word.",
    severity=Severity.WARN,
)
def half(sheet: Sheet) -> Iterator[Fault]:
    """No hyphen has a space on one side only."""
    known = _hyphens(sheet)
    for passage in _of(sheet):
        if "- " not in passage.text and " -" not in passage.text:
            continue
        if not rules_of(base(passage.language)).dash:
            continue
        taken, words = _taken(passage, known), usage(base(passage.language))
        for match in matches(_HALF, passage):
            behind = bool(match["gap"])
            span = match.span("gap" if behind else "gap_")
            if span[0] in taken or span[1] - 1 in taken:
                continue
            if behind and match["next"].lower() in words.suspended:
                continue
            if not behind and _is_ending(passage.text, span[0], match["next_"], words):
                continue
            message = "A hyphen has a space on one side in «{here}»."
            advice = "Write a dash with spaces, or join the word."
            yield fault(passage, span, "half", message, advice)


def _is_ending(text: str, at: int, word: str, words: Usage) -> bool:
    """Whether the `word` behind the hyphen is spoken of as an ending, as «суффикс -ость», "and -tion"."""
    if word.lower() in words.says:
        return False
    return len(word) < 5 or text[:at].rpartition(" ")[2].lower() in words.suspended


@check(
    "dashes.glued",
    codes=("glued",),
    rationale="A dash between two parts of a sentence was typed as a hyphen without spaces.",
    source="Four places in one real issue.",
    advice="If a dash is meant, write it with spaces.",
    severity=Severity.INFO,
)
def glued(passage: Passage) -> Iterator[Fault]:
    """No hyphen joins what a dash should part."""
    if not usage(base(passage.language)).says or passage.role == "reference":
        return
    for match in matches(_GLUED, passage):
        message = "Perhaps a dash belongs in «{here}»."
        yield fault(passage, match, "glued", message, "If so, write it with spaces.")
