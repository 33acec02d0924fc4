"""Words: said twice, glued together, split by a space, broken by a hyphen of the manuscript's lines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from tirage.findings import Severity
from tirage.languages.usage import KNOWN, either, usage
from tirage.model.copy import Passage, Sheet
from tirage.preflight.check import Fault, check
from tirage.preflight.prose.finding import fault
from tirage.preflight.prose.text import CYRILLIC, LETTER, LOWER, base, matches, spoken_of

_REPEATED = re.compile(rf"(?<![\w-])({LETTER}+)[ \u00a0\n]+\1(?![\w-])", re.IGNORECASE)
_WORD = re.compile(rf"(?<![\w-]){LETTER}{{3,}}(?![\w-])")

_SPLIT: Mapping[str, re.Pattern[str]] = {
    language: re.compile(
        rf"(?<![\w-])(?:(?:{either(words.never_alone)})[ \u00a0](?={LETTER}{{4,}})"
        rf"|(?:{either(words.before_adjectives)})[ \u00a0](?={LETTER}{{4,}}(?:{either(words.adjectives)})\b)"
        rf"|(?:{either(words.split)}))",
        re.IGNORECASE,
    )
    for language, words in ((language, usage(language)) for language in KNOWN)
}

_BROKEN = re.compile(rf"(?<![\w-])([{CYRILLIC}]{{3,}})-([{LOWER}]{{2,}})(?![\w-])")
_OVER_LINES = re.compile(rf"(?<={LETTER})-\n(?={LETTER})")


@check(
    "words.repeated",
    codes=("repeated",),
    rationale="A word that stands twice is overlooked by the author and seen by the reader.",
    source="The commonest slip of mended sentences.",
    advice="Take one of the two out.",
    severity=Severity.WARN,
)
def repeated(passage: Passage) -> Iterator[Fault]:
    """No word stands twice in a row."""
    language = base(passage.language)
    if language not in KNOWN or passage.role in ("reference", "name"):
        return
    words = usage(language)
    for match in matches(_REPEATED, passage):
        if "\n" not in match[0] and not passage.mendable(*match.span()):
            continue  # one of the two is marked: it is spoken of, as in "and *and*"
        word, again = match[1].lower(), match[0][-len(match[1]) :]
        if len(word) > 1 and match[1].isupper() != again.isupper():
            continue  # "pt PT"
        wrong = word in words.wrong_twice if words.wrong_twice else word not in words.right_twice
        if wrong and not (match[1].isupper() and len(word) == 1):
            message = f"«{match[1]}» stands twice in «{{here}}»."
            yield fault(passage, match, "repeated", message, "Take one out.")


def _counted(sheet: Sheet) -> Mapping[str, Counter[str]]:
    """How often every word is in the file, by language, in small letters."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for passage in sheet.passages:
        counts[base(passage.language)].update(_WORD.findall(passage.text.lower()))
    return counts


@check(
    "words.glued",
    codes=("glued",),
    rationale="Two words in one are found by no search, and broken wrongly at the line's end.",
    source="Six such words in one real issue; a list of function words finds some, with few false alarms.",
    advice="If it is two words, put a space.",
    severity=Severity.INFO,
)
def glued(sheet: Sheet) -> Iterator[Fault]:
    """No two words are glued together."""
    parted = {
        language: {word: parts for word in count if (parts := _parts(word, language, count))}
        for language, count in _counted(sheet).items()
        if language in KNOWN
    }
    for passage in sheet.passages:
        found = parted.get(base(passage.language))
        if not found or passage.role in ("name", "reference"):
            continue
        comma_only = usage(base(passage.language)).glued_behind_comma
        for match in matches(_WORD, passage):
            word = match[0].lower()
            if word not in found or spoken_of(passage, match):
                continue
            if word in comma_only and not passage.text[: match.start()].endswith(", "):
                continue
            message = f"Perhaps «{match[0]}» is two words, «{found[word]}»."
            yield fault(passage, match, "glued", message, "If so, put a space.")


def _parts(word: str, language: str, count: Counter[str]) -> str:
    """The two words that `word` seems to hold; "" when it holds one. What is written three times is meant so."""
    words = usage(language)
    if whole := words.glued.get(word) or words.glued_behind_comma.get(word):
        return whole
    if not 9 <= len(word) <= 40 or count[word] > 2:
        return ""
    for size in range(4, len(word) - 4):
        if word[:size] in words.glue_starts:
            return f"{word[:size]} {word[size:]}"
        if word[size:] in words.glue_ends and count[word[:size]]:
            return f"{word[:size]} {word[size:]}"
    return ""


@check(
    "words.split",
    codes=("split",),
    rationale="A word with a space in it is two words to every reader and every program.",
    source="Three places in one real issue.",
    advice="If it is one word, take the space out.",
    severity=Severity.INFO,
)
def split(passage: Passage) -> Iterator[Fault]:
    """No word is split by a space."""
    pattern = _SPLIT.get(base(passage.language))
    if pattern is None or passage.role in ("reference", "name"):
        return
    for match in matches(pattern, passage):
        if spoken_of(passage, match):
            continue
        message = "Perhaps a space splits a word in «{here}»."
        yield fault(passage, match, "split", message, "If so, write it as one word.")


@check(
    "words.broken",
    codes=("inside", "lines"),
    rationale="A hyphen from the lines of the manuscript stays in the middle of a printed line.",
    source="Four words in one real issue, two of them in the head of a table.",
    advice="If it is one word, take the hyphen out.",
    severity=Severity.INFO,
    fixable=True,
)
def broken(sheet: Sheet) -> Iterator[Fault]:
    """No hyphen is left of a line's end in the manuscript."""
    for passage in sheet.passages:
        if "-" not in passage.text or passage.role in ("reference", "name"):
            continue
        for match in matches(_OVER_LINES, passage):
            message = "Perhaps a hyphen is left of a line's end: «{here}»."
            advice = "A line end is a space in the set text: join the word on one line."
            yield fault(passage, match, "lines", message, advice)
    yield from _inside(sheet)


def _inside(sheet: Sheet) -> Iterator[Fault]:
    """Words with a hyphen whose last part is no word, or that stand elsewhere without it."""
    counted = _counted(sheet)
    for passage in sheet.passages:
        counts, tails = counted[base(passage.language)], usage(base(passage.language)).tails
        if not tails or passage.role in ("reference", "name"):
            continue
        for match in matches(_BROKEN, passage):
            joined = (match[1] + match[2]).lower()
            tail, known = match[2] in tails, counts[joined]
            if spoken_of(passage, match) or not (tail or (known and len(match[2]) > 3)):
                continue
            message = f"Perhaps the hyphen in «{match[0]}» is left of a line's end."
            place, new = (match.end(1), match.end(1) + 1), "" if tail and known else None
            yield fault(passage, place, "inside", message, f"If so, write {joined}.", new)
