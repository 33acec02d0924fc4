"""Letters: those of the other script, of old fonts, invisible ones, capitals typed for looks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tirage.findings import Severity
from tirage.model.copy import Passage
from tirage.preflight.check import Fault, check
from tirage.preflight.prose.finding import fault
from tirage.preflight.prose.text import base, matches, shielded, spoken_of

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0259\u018f\u1e00-\u1eff"
_CYRILLIC = "\u0400-\u052f"
_SEAM = re.compile(rf"[{_LATIN}](?:(?=[{_CYRILLIC}])|(?<=[{_CYRILLIC}].))")
_IS_LETTER = re.compile(f"[{_LATIN}{_CYRILLIC}]")
_WORD = re.compile(f"[{_LATIN}{_CYRILLIC}]+")
_IS_LATIN = re.compile(f"[{_LATIN}]")

_TWINS = dict(zip("ABCEHIKMOPTXaceopxyihəƏ", "АВСЕНІКМОРТХасеорхуіһәӘ", strict=True))
"""Latin letters and the Kazakh ones that look the same (Unicode confusables, upright faces)."""
_TWINS_KAZAKH = {"Y": "Ү"}
_TWINS_RUSSIAN = {"Y": "У", "i": None, "I": None, "h": None}
_BACK = {cyrillic: latin for latin, cyrillic in _TWINS.items() if latin not in "əƏ"}
_BACK |= dict(zip("УЅЈѕј", "YSJsj", strict=True))

_OLD = dict(zip("ЌЋќћЎўЈҐЄЇґєјЅѕї", "ҚҺқһҰұӘӨҒҮөғәҢңү", strict=True))
"""Where Windows-1251 and KZ-1048 (the Kazakh code page, STRK 1048-2002) differ."""
_OLD_TABLE = {ord(old): new for old, new in _OLD.items()}
_OLD_WORD = re.compile(rf"[{_CYRILLIC}]*[{''.join(_OLD)}][{_CYRILLIC}]*")
_WESTERN_WORD = re.compile(r"[\u00c0-\u00ff]{4,}")

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u200e\u200f]+")
_SOFT = re.compile("\u00ad")
_FIRM = re.compile("\u00a0(?=[^\\W\\d_]{4})(?<=[^\\W\\d_]{4}.)")
_CAPITALS = re.compile(r"[^\W\d_]+")


@check(
    "letters.alphabet",
    codes=("twin", "schwa", "mixed"),
    rationale="A word with a letter of the other script looks right, but is not found by search, hyphenated or indexed.",
    source="Unicode Technical Standard 39, confusables; 536 such words in two real issues.",
    advice="Type the word in one script.",
    severity=Severity.WARN,
    fixable=True,
)
def alphabet(passage: Passage) -> Iterator[Fault]:
    """A word is written in one script."""
    for match in _mixed(passage):
        word = match[0]
        wrong = _strangers(word, base(passage.language))
        if wrong is None:
            message = "Latin and Cyrillic letters stand in one word in «{here}»."
            advice = "Type the word again in one script."
            yield fault(passage, match, "mixed", message, advice)
            continue
        code = "schwa" if set(wrong.values()) <= {"ә", "Ә"} else "twin"
        script = "a Cyrillic" if code == "schwa" or _is_cyrillic(wrong) else "a Latin"
        for at, letter in wrong.items():
            place = (match.start() + at, match.start() + at + 1)
            name = f"U+{ord(word[at]):04X}"
            message = (
                f"The letter «{word[at]}» ({name}) in «{{here}}» only looks like {script} one."
            )
            advice = f"Write {letter} (U+{ord(letter):04X})."
            # Letters that markup parts may be two words, as in "*курсив*J".
            new = letter if passage.mendable(*match.span()) else None
            yield fault(passage, place, code, message, advice, new)


def _mixed(passage: Passage) -> Iterator[re.Match[str]]:
    """The words in which Latin and Cyrillic letters stand side by side, once each."""
    text, end = passage.text, 0
    for seam in _SEAM.finditer(text):
        start = seam.start()
        if start < end:
            continue
        while start and _IS_LETTER.match(text[start - 1]):
            start -= 1
        if word := _WORD.match(text, start):
            end = word.end()
            if not shielded(passage, *word.span()) and not spoken_of(passage, word):
                yield word


def _is_cyrillic(wrong: dict[int, str]) -> bool:
    return all(not _IS_LATIN.match(letter) for letter in wrong.values())


def _strangers(word: str, language: str) -> dict[int, str] | None:
    """The letters of the other script, with those that are meant; None when it is not plain which script is meant.

    It is plain when all letters of one script have twins in the other, and not all of the other have.
    """
    own = _TWINS_KAZAKH if language == "kk" else _TWINS_RUSSIAN if language == "ru" else {}
    twins = {**_TWINS, **own}
    latin = {i: twins.get(c) for i, c in enumerate(word) if _IS_LATIN.match(c)}
    cyrillic = {i: _BACK.get(c) for i, c in enumerate(word) if i not in latin}
    to_cyrillic, to_latin = all(latin.values()), all(cyrillic.values())
    if to_cyrillic == to_latin:
        return None
    wrong = latin if to_cyrillic else cyrillic
    return {i: letter for i, letter in wrong.items() if letter}


@check(
    "letters.legacy",
    codes=("font", "codepage"),
    rationale="Text typed with an old Kazakh font shows letters of Serbian or Ukrainian in every other font.",
    source="STRK 1048-2002 (KZ-1048) beside Windows-1251; the fonts are still named in rules for authors.",
    advice="Type the word in Unicode letters.",
    severity=Severity.WARN,
    fixable=True,
)
def legacy(passage: Passage) -> Iterator[Fault]:
    """No letters of old 8-bit fonts stand in Kazakh or Russian words."""
    if base(passage.language) not in ("kk", "ru"):
        return
    if base(passage.language) == "kk":
        for match in matches(_OLD_WORD, passage):
            if spoken_of(passage, match):
                continue
            new = match[0].translate(_OLD_TABLE)
            message = "A word was typed with an old Kazakh font: «{here}»."
            yield fault(passage, match, "font", message, f"Write {new}.", new)
    for match in matches(_WESTERN_WORD, passage):
        message = "A word came through the wrong code page: «{here}»."
        advice = "Type it again, or save the manuscript as UTF-8."
        yield fault(passage, match, "codepage", message, advice)


@check(
    "letters.invisible",
    codes=("zero-width",),
    rationale="What nobody sees still parts words for search and goes into metadata.",
    source="Unicode 16, section 23.2, layout controls.",
    advice="Take the character out.",
    severity=Severity.WARN,
    fixable=True,
)
def invisible(passage: Passage) -> Iterator[Fault]:
    """No invisible characters stand in the text."""
    if passage.text.isascii():
        return
    for match in matches(_INVISIBLE, passage):
        message = f"An invisible character (U+{ord(match[0][0]):04X}) stands in «{{here}}»."
        yield fault(passage, match, "zero-width", message, "Take it out.", "")


@check(
    "letters.firm",
    codes=("soft-hyphen", "firm-space"),
    rationale="Soft hyphens and no-break spaces of a word processor served its lines, and go into metadata.",
    source="Unicode 16, section 6.2; tirage hyphenates and keeps words together by itself.",
    advice="Take it out unless it is wanted.",
    severity=Severity.INFO,
)
def firm(passage: Passage) -> Iterator[Fault]:
    """No soft hyphens and no-break spaces are left of a word processor's lines."""
    if passage.text.isascii():
        return
    for match in matches(_SOFT, passage):
        message = "Perhaps the soft hyphen in «{here}» is left of a word processor."
        advice = "Take it out unless it marks a break that is wanted."
        yield fault(passage, match, "soft-hyphen", message, advice)
    for match in matches(_FIRM, passage):
        message = "Perhaps the no-break space in «{here}» is left of a word processor."
        advice = "Put an ordinary space unless the two words must share a line."
        yield fault(passage, match, "firm-space", message, advice)


@check(
    "letters.capitals",
    codes=("capitals",),
    rationale="Capitals are a matter of the layout; registers, contents and citations need the title in small letters.",
    source="Crossref's guide to titles: no capitals throughout.",
    advice="Write the title as in a sentence; the layout sets capitals.",
    severity=Severity.WARN,
)
def capitals(passage: Passage) -> Iterator[Fault]:
    """No title is typed wholly in capitals."""
    if passage.role != "title" and "rubric" not in passage.path:
        return
    words = _CAPITALS.findall(passage.text)
    long = [word for word in words if len(word) > 3]
    if len(words) > 1 and len(long) > 1 and all(word.isupper() for word in words):
        place = (0, len(passage.text.rstrip()))
        message = "The title is typed in capitals: «{here}»."
        yield fault(
            passage,
            place,
            "capitals",
            message,
            "Write it as in a sentence; the layout sets capitals.",
        )
