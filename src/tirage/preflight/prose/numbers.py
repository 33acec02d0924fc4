"""Figures: ranges, minus, groups of digits, the decimal sign, degrees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tirage.findings import Severity
from tirage.languages.traits import traits
from tirage.languages.usage import KNOWN, usage
from tirage.model.copy import Passage, Sheet
from tirage.preflight.check import Fault, check
from tirage.preflight.prose.finding import fault
from tirage.preflight.prose.text import base, matches

_UNIT = (
    r"%|‰|°|(?:км|кг|мм|см|нм|мкм|мл|га|кВт|МВт|млн|млрд|трлн|тыс|мың|пт|km|kg|mm|cm|nm|ml|kW|MW|mg|Hz|GHz|pt)\b"
    r"|(?:лет|года|годы|годов|год|раза?|процент|балл|пункт|есе|пайыз|жыл|жас|years?|times|per cent|percent|points?|дней|суток|"
    r"часов|минут|күн|сағат|days?|hours?|minutes?)"
)
_RANGE = re.compile(
    r"(?<![\w.,/№+\u2010-\u2015-])(?P<first>\d{1,4}(?:[.,]\d+)?)(?P<sign>-)(?P<last>\d{1,4}(?:[.,]\d+)?)"
    r"(?![\w/\u2010-\u2015-]|[.,]\d)"
)
_YEARS = re.compile(
    r"(?<![\w.,-])(?P<first>[12]\d{3})(?P<sign> ?- | -)(?P<last>[12]\d{3})(?![\w.,-]\d|\w)"
)
_CENTURIES = re.compile(
    r"\b(?P<first>[IVX]+)(?P<sign>-)(?P<last>[IVX]+)(?=[ \u00a0]?(?:вв?\.|век|ғ\.|ғасыр|centur))"
)
_PAGES = re.compile(r"\b(?:pp?|с|С|стр|б|Б|бб|S)\.[ \u00a0]?$")
_AFTER = re.compile(rf"[ \u00a0\u202f]?(?:{_UNIT})")
_MINUS = re.compile(r"(?:^|(?<=[(=<>≈± \u00a0]))(?P<sign>[-–])(?=\d)")
_BEFORE_MINUS = re.compile(
    r"(?:(?:^|\b)(?:до|от|минус|к|at|to|from|of|below|is|был[ао]?)[ \u00a0]|[(=<>≈±][ \u00a0]?)$",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:[ \u00a0\u202f\u2009]\d{3})+(?![\d])")
_PLAIN = re.compile(r"(?<![\w.,:/№\u2010-\u2015-])[1-9]\d{5,}(?![\w/:]|[.,]\d|[-–]\d)")
_COMMAS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d.,]*\d)")
_NUMBER_NAMES = re.compile(
    r"(?:№|\bno\.|\bNo\.|код|code|индекс|ID|БСН|БИН|ИНН|СТН|счёт|счет)[ \u00a0:]*$"
)

_POINT = re.compile(
    rf"(?<![\d.,\w/])(?:0\.\d+(?![\d.]*\.?\d|\w|[ \u00a0](?:нұсқа|верси|version))|\d+\.\d+(?=[ \u00a0\u202f]?(?:{_UNIT}))|(?<=%)\d+\.\d+)"
)
_COMMA = re.compile(
    rf"(?<![\d.,\w/])(?:0,\d+(?![\d,]|\w)|\d+,(?!\d{{3}}(?!\d))\d+(?=[ \u00a0\u202f]?(?:{_UNIT})))"
)
_POINT_ALONE = re.compile(_POINT.pattern.replace(r"\d+\.", r"\d+\.(?!\d{3}(?!\d))"))
"""Where points part thousands: 12.500 km is no fraction."""
_VERSION = re.compile(
    r"(?:\b(?:версия|версии|version|v|нұсқа\w*|раздел\w*|section|§|п\.|гл\.|табл\.|рис\.|[A-Z]\w*)[ \u00a0]?)$"
)

_DEGREE = re.compile(
    r"(?<=\d)(?:[ \u00a0]?[ºo˚оᵒ][ \u00a0]?|[ \u00a0]0[ \u00a0]?)[CСF](?!\w)|(?<=\d)[ \u00a0]?°[ \u00a0]?С(?!\w)"
)
_ORDINAL = re.compile(r"(?<=\d)º(?![ \u00a0]?[CСF]|[ \u00a0][^\W\d_])")


@check(
    "numbers.range",
    codes=("hyphen",),
    rationale="From–to is a dash without spaces; a hyphen is read as part of a code.",
    source="Chicago Manual of Style 6.78; Milchin, Cheltsova on ranges.",
    advice="Write – without spaces.",
    severity=Severity.WARN,
    fixable=True,
)
def ranges(passage: Passage) -> Iterator[Fault]:
    """A range of years, centuries, pages or measures has an en dash."""
    if "-" not in passage.text or passage.path[-1:] in (("page",), ("number",), ("issue",)):
        return
    for pattern in (_YEARS, _CENTURIES, _RANGE):
        for match in matches(pattern, passage):
            if pattern is _RANGE and not _is_range(passage, match):
                continue
            if pattern is _YEARS and int(match["first"]) >= int(match["last"]):
                continue
            message = "A hyphen stands for a range in «{here}»."
            yield fault(
                passage, match.span("sign"), "hyphen", message, "Write – without spaces.", "–"
            )


def _is_range(passage: Passage, match: re.Match[str]) -> bool:
    """Years, pages or something measured, from less to more."""
    first, last = (float(match[name].replace(",", ".")) for name in ("first", "last"))
    if first >= last:
        return False
    if len(match["first"]) == 4 == len(match["last"]) and first > 1000 and last < 2100:
        return True
    before = passage.text[max(0, match.start() - 5) : match.start()]
    if _PAGES.search(before):
        return passage.role != "reference"
    return bool(_AFTER.match(passage.text, match.end()))


@check(
    "numbers.pages",
    codes=("mixed",),
    rationale="Pages of works are given in one way, whichever it is.",
    source="GOST 7.1-2003 and GOST R 7.0.5-2008 leave the sign to the list.",
    advice="Write – in all pages of the list, or a hyphen in all.",
    severity=Severity.WARN,
    fixable=True,
)
def pages(sheet: Sheet) -> Iterator[Fault]:
    """In one list of references pages have hyphens or dashes, not both."""
    texts = [p for p in sheet.passages if p.role == "reference"]
    if not any(_DASHED.search(p.text) for p in texts):
        return
    for passage in texts:
        for match in matches(_RANGE, passage):
            before = passage.text[max(0, match.start() - 5) : match.start()]
            if _PAGES.search(before) or passage.path[-1:] == ("page",):
                message = "Pages have a hyphen in «{here}», and a dash in other works of the list."
                yield fault(passage, match.span("sign"), "mixed", message, "Write –.", "–")


_DASHED = re.compile(r"\b\d{1,4}–\d{1,4}\b")


@check(
    "numbers.minus",
    codes=("minus",),
    rationale="A hyphen before a figure is short and low, and a line may break behind it.",
    source="Unicode 16, section 6.2: U+2212 is the minus sign.",
    advice="Write − (U+2212).",
    severity=Severity.WARN,
    fixable=True,
)
def minus(passage: Passage) -> Iterator[Fault]:
    """A minus before a number is the sign −."""
    for match, before in _signs(passage):
        if _is_minus(passage, before):
            message = f"«{match['sign']}» stands for a minus in «{{here}}»."
            yield fault(passage, match.span("sign"), "minus", message, "Write − (U+2212).", "−")


@check(
    "numbers.sign",
    codes=("perhaps",),
    rationale="A hyphen that sticks to a figure is a minus, or a dash whose space is missing.",
    source="Unicode 16, section 6.2; one real issue has it for a dash.",
    advice="Write − before a number below zero, or a dash with a space on both sides.",
    severity=Severity.INFO,
)
def sign(passage: Passage) -> Iterator[Fault]:
    """No hyphen sticks to a number for reasons unknown."""
    for match, before in _signs(passage):
        known = _is_minus(passage, before) or not before.strip()
        if known or before.rstrip()[-1:].isdigit() or _open(before):
            continue
        message = "Perhaps a minus or a dash belongs in «{here}»."
        advice = "Write − before a number below zero, or a dash with a space on both sides."
        yield fault(passage, match.span("sign"), "perhaps", message, advice)


def _signs(passage: Passage) -> Iterator[tuple[re.Match[str], str]]:
    """Hyphens and dashes that stick to a number behind them, each with what stands before."""
    if base(passage.language) in KNOWN and passage.role not in ("reference", "name"):
        for match in matches(_MINUS, passage):
            yield match, passage.text[max(0, match.start() - 40) : match.start()]


def _is_minus(passage: Passage, before: str) -> bool:
    """Whether the sign begins a cell, or stands behind a bracket, a sign of reckoning or a word such as «до»."""
    return (passage.role == "cell" and not before.strip()) or bool(_BEFORE_MINUS.search(before))


def _open(before: str) -> bool:
    """Whether the text ends in a word behind which a hyphen may stand open, as in "PDF/A-3 and -4"."""
    last = before.rstrip().rpartition(" ")[2]
    return any(last in usage(language).suspended for language in KNOWN)


@check(
    "numbers.grouping",
    codes=("plain", "commas"),
    rationale="Long numbers are compared by their groups; 4181218 beside 4 181 218 looks like another kind of number.",
    source="SI Brochure, 9th edition, 5.4.4: groups of three, by a thin space.",
    advice="Put a space between groups of three in all long numbers.",
    severity=Severity.WARN,
)
def grouping(sheet: Sheet) -> Iterator[Fault]:
    """Long numbers of one contribution are grouped in the same way."""
    texts = [p for p in sheet.passages if p.role not in ("reference", "fact", "name")]
    spaced = next((m[0] for p in texts for m in matches(_GROUPED, p)), None)
    if not spaced:
        return
    for passage in texts:
        for match in matches(_PLAIN, passage):
            if _NUMBER_NAMES.search(passage.text[: match.start()][-12:]):
                continue
            if f"{int(match[0]):,}" in re.sub("[ \u00a0\u202f\u2009]", ",", passage.text):
                continue  # both ways side by side: it is spoken of
            message = f"The number {match[0]} is not grouped, others are, as {spaced}."
            yield fault(passage, match, "plain", message, "Put spaces between groups of three.")
        if traits(base(passage.language)).thousands == ",":
            for match in matches(_COMMAS, passage):
                message = (
                    f"The number {match[0]} is grouped by commas, others by spaces, as {spaced}."
                )
                yield fault(passage, match, "commas", message, "Group all in one way.")


@check(
    "numbers.decimal",
    codes=("sign",),
    rationale="The decimal sign is a comma in Kazakh, Russian and Turkish, a point in English; the other one parts thousands.",
    source="CLDR 46, number symbols of kk, ru, en, tr.",
    advice="Write a comma in Kazakh, Russian and Turkish, a point in English.",
    severity=Severity.INFO,
)
def decimal(passage: Passage) -> Iterator[Fault]:
    """Decimal fractions have the sign of the language."""
    if base(passage.language) not in KNOWN or passage.role == "reference":
        return
    pattern, sign = _wrong_decimal(base(passage.language))
    for match in matches(pattern, passage):
        if _VERSION.search(passage.text[: match.start()][-16:]):
            continue
        message = f"Perhaps a decimal {sign} belongs in «{{here}}»."
        yield fault(passage, match, "sign", message, f"In this language fractions have a {sign}.")


def _wrong_decimal(language: str) -> tuple[re.Pattern[str], str]:
    """What finds fractions that are written otherwise than in `language`, and the name of its own sign."""
    own = traits(language)
    if own.decimal == ".":
        return _COMMA, "point"
    return (_POINT_ALONE if own.thousands == "." else _POINT), "comma"


@check(
    "numbers.degree",
    codes=("degree",),
    rationale="A letter or a nought raised for a degree is read out as one and is not found by search.",
    source="SI Brochure, 9th edition: °C, with a space before it; tens of places in two real issues.",
    advice="Write °C.",
    severity=Severity.WARN,
    fixable=True,
)
def degree(passage: Passage) -> Iterator[Fault]:
    """Degrees have the sign °."""
    if base(passage.language) not in KNOWN:
        return
    for match in matches(_DEGREE, passage):
        scale = "F" if match[0][-1] == "F" else "C"
        message = "The degree sign is typed as a letter or a figure in «{here}»."
        yield fault(passage, match, "degree", message, f"Write °{scale}.", f" °{scale}")
    for match in matches(_ORDINAL, passage):
        message = "The sign in «{here}» is an ordinal indicator, not a degree."
        yield fault(passage, match, "degree", message, "Write °.", "°")
