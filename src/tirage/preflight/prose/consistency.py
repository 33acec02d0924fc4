"""One way of writing throughout a contribution: е and ё, points, abbreviations, years, hyphens, citations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tirage.findings import Severity
from tirage.languages.usage import KNOWN, Words, either, usage
from tirage.model.copy import OBJECT, Passage, Sheet
from tirage.preflight.check import Fault, check
from tirage.preflight.prose.finding import fault
from tirage.preflight.prose.text import base, matches

Hit = tuple[Passage, "re.Match[str]"]

_YO_WORD = re.compile(r"(?<!\w)[а-яё]{0,40}ё[а-яё]{0,40}(?!\w)", re.IGNORECASE)
_RUSSIAN_WORD = re.compile(r"(?<!\w)[а-яё]{0,40}е[а-яё]{0,40}(?!\w)", re.IGNORECASE)
_WITHOUT_YO = {word.replace("ё", "е"): word for word in usage("ru").always_yo}

_DOTS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
_ELLIPSIS = re.compile("…")


def _parted(words: Words) -> re.Pattern[str]:
    """A pattern for abbreviations of two words, with a space or without."""
    written = either(words).replace(".", "[.]").replace("_", "[ \u00a0]?")
    return re.compile(rf"(?<![\w.])(?:{written})")


_SHORTENED = {
    language: _parted(words) for language in KNOWN if (words := usage(language).of_two_words)
}
_GAP = re.compile(r"\.([ \u00a0]?)\w")

_YEAR_SHORT = re.compile(r"\b[12]\d{3}[ \u00a0]гг?\.")
_YEAR_LONG = re.compile(r"\b[12]\d{3}[ \u00a0](?:года|году|годов|годах)\b")

_FIRM_HYPHEN = re.compile(r"(?<!\w)\w{1,40}\u2011\w+(?:\u2011\w+)*")

_CITED = rf"(?:{OBJECT}|\[\d+(?:[,;–-][ \u00a0]?\d+)*\])"
_BEFORE_STOP = re.compile(rf"(?<=\w|[»”)])[ \u00a0]?(?P<cited>{_CITED})(?=\.(?:\s|$))")
_AFTER_STOP = re.compile(
    rf"(?<=[^\W\d_][.!?]|[»”)][.!?])[ \u00a0]*(?P<cited>{_CITED})(?=\s*$|\s+[^\W\d_])"
)


def _hits(sheet: Sheet, pattern: re.Pattern[str], language: str = "") -> list[Hit]:
    """Where `pattern` is found in the running text of the file, references left out."""
    return [
        (passage, match)
        for passage in sheet.passages
        if passage.role not in ("reference", "name")
        and (not language or base(passage.language) == language)
        for match in matches(pattern, passage)
    ]


def _rarer(first: list[Hit], second: list[Hit]) -> tuple[list[Hit], list[Hit]]:
    """The two, the shorter one first; of equals the second is odd, as the text begins with the first."""
    return (first, second) if len(first) < len(second) else (second, first)


@check(
    "consistency.yo",
    codes=("both", "some"),
    rationale="A reader takes е and ё in one text for carelessness, and search finds one of them only.",
    source="Rules of Russian orthography (2006), § 5: ё throughout, or for learners and doubtful words only.",
    advice="Write ё throughout, or nowhere.",
    severity=Severity.WARN,
)
def yo(sheet: Sheet) -> Iterator[Fault]:
    """Russian words are written with ё throughout or without it."""
    seen = {m[0].lower() for _, m in _hits(sheet, _YO_WORD, "ru")}
    if not seen:
        return
    bare = {word.replace("ё", "е"): word for word in seen}
    for passage, match in _hits(sheet, _RUSSIAN_WORD, "ru"):
        word = match[0].lower()
        if word in bare and word not in usage("ru").never_yo and word not in seen:
            message = f"«{match[0]}» stands in «{{here}}», and «{bare[word]}» elsewhere."
            yield fault(passage, match, "both", message, "Write one of them throughout.")
        elif word in _WITHOUT_YO:
            message = f"«{match[0]}» has no ё in «{{here}}», other words of the text have it."
            advice = f"Write {_WITHOUT_YO[word]}, or no ё at all."
            yield fault(passage, match, "some", message, advice)


@check(
    "consistency.ellipsis",
    codes=("mixed",),
    rationale="Three full stops are set wider than the sign and may be parted at the line's end.",
    source="Unicode 16, section 6.2: U+2026.",
    advice="Write … throughout.",
    severity=Severity.WARN,
)
def ellipsis(sheet: Sheet) -> Iterator[Fault]:
    """Points of omission are one sign or three full stops, not both."""
    first, second = _hits(sheet, _ELLIPSIS), _hits(sheet, _DOTS)
    if first and second:
        for passage, match in second:
            message = "Three full stops stand in «{here}», and the sign … elsewhere."
            yield fault(passage, match, "mixed", message, "Write ….")


@check(
    "consistency.abbreviation",
    codes=("mixed",),
    rationale="т.б. beside т. б. looks like two abbreviations; tirage keeps the parts of the spaced one on a line.",
    source="Both forms stood in one real issue, four times against one.",
    advice="Write т. б. with a space, e.g. without, throughout.",
    severity=Severity.WARN,
    fixable=True,
)
def abbreviation(sheet: Sheet) -> Iterator[Fault]:
    """Abbreviations of two words are written in one way: т. б. with a space, e.g. without."""
    for language, pattern in _SHORTENED.items():
        hits = _hits(sheet, pattern, language)
        spaced = [hit for hit in hits if _gap(hit[1])]
        tight = [hit for hit in hits if not _gap(hit[1])]
        if not (spaced and tight):
            continue
        odd, gap = (spaced, "") if usage(language).closed else (tight, " ")
        for passage, match in odd:
            start = match.start() + match[0].index(".")
            message = f"«{match[0]}» stands in «{{here}}», and others {_WAYS[gap]} elsewhere."
            place, new = (start, start + 1 + len(_gap(match))), f".{gap}"
            yield fault(passage, place, "mixed", message, f"Write it {_WAYS[gap]}.", new)


_WAYS = {"": "without a space", " ": "with a space"}


def _gap(match: re.Match[str]) -> str:
    found = _GAP.search(match[0])
    return found[1] if found else ""


@check(
    "consistency.year",
    codes=("mixed",),
    rationale="«2020 г.» beside «2020 года» in running text is the work of two hands.",
    source="Milchin, Cheltsova: Handbook of publisher and author, on dates.",
    advice="Write the word out, or shorten it, throughout.",
    severity=Severity.INFO,
)
def year(sheet: Sheet) -> Iterator[Fault]:
    """The word year is written out behind figures throughout, or shortened."""
    short, long = _hits(sheet, _YEAR_SHORT, "ru"), _hits(sheet, _YEAR_LONG, "ru")
    if short and long:
        odd, other = _rarer(short, long)
        for passage, match in odd:
            message = (
                f"Perhaps one form will do for «{match[0]}» in «{{here}}» and «{other[0][1][0]}»."
            )
            yield fault(
                passage, match, "mixed", message, "Write the word out, or shorten it, throughout."
            )


@check(
    "consistency.hyphen",
    codes=("mixed",),
    rationale="The no-break hyphen is another character to search; tirage keeps short words together by itself.",
    source="COVID-19 stood with both in one real issue.",
    advice="Write a hyphen; tirage keeps short words together.",
    severity=Severity.WARN,
    fixable=True,
)
def hyphen(sheet: Sheet) -> Iterator[Fault]:
    """A word has a hyphen or a no-break hyphen, not both."""
    for passage, match in _hits(sheet, _FIRM_HYPHEN):
        plain = match[0].replace("\u2011", "-")
        if any(plain in other.text for other in sheet.passages):
            message = "A no-break hyphen (U+2011) stands in «{here}», a hyphen in the same word elsewhere."
            yield fault(passage, match, "mixed", message, f"Write {plain}.", plain)


@check(
    "consistency.citation",
    codes=("mixed",),
    rationale="A citation behind the full stop belongs to no sentence.",
    source="GOST R 7.0.5-2008 and Vancouver practice: before the stop; five against two in one real issue.",
    advice="Put all citations on one side, best before the stop.",
    severity=Severity.WARN,
)
def citation(sheet: Sheet) -> Iterator[Fault]:
    """Citations stand before the full stop throughout, or behind it."""
    before = list(filter(_is_citation, _hits(sheet, _BEFORE_STOP)))
    after = list(filter(_is_citation, _hits(sheet, _AFTER_STOP)))
    if before and after:
        odd, _ = _rarer(before, after)
        where = "before" if odd is before else "behind"
        for passage, match in odd:
            message = (
                f"The citation stands {where} the full stop in «{{here}}», elsewhere it does not."
            )
            advice = "Put it on the same side throughout, best before the stop."
            yield fault(passage, match.span("cited"), "mixed", message, advice)


def _is_citation(hit: Hit) -> bool:
    passage, match = hit
    found = passage.object_at(match.start("cited"))
    return match["cited"] != OBJECT or bool(found and found.kind == "citation")
