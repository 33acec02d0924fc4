"""Words: said twice, glued together, split by a space, broken by a hyphen of the manuscript's lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from tirage.findings import Severity
from tirage.model.copy import Passage, Sheet
from tirage.preflight.check import Fault, check
from tirage.preflight.prose.finding import fault
from tirage.preflight.prose.text import CYRILLIC, KNOWN, LETTER, LOWER, base, matches

_REPEATED = re.compile(rf"(?<![\w-])({LETTER}+)[ \u00a0\n]+\1(?![\w-])", re.IGNORECASE)
_TWICE = frozenset("had that is her very so еле чуть едва да нет очень долго много совсем вот было".split())
"""What may be said twice in a row."""
_TWICE_WRONG_KAZAKH = frozenset(
    "және мен үшін туралы бұл деп да де осы болып табылады бойынша арқылы ретінде сияқты кейін дейін".split()
)
"""Kazakh doubles words to mean more of them; these it does not."""

_WORD = re.compile(rf"(?<![\w-]){LETTER}{{3,}}(?![\w-])")

_GLUE_STARTS: Mapping[str, tuple[str, ...]] = {
    "ru": tuple(
        "таких такие такая такой также этого этому этом эти этих этой который которая которое которые которых "
        "которой между чтобы если когда были было".split()
    ),
    "kk": tuple("және туралы ретінде бойынша арқылы сияқты сондай бірақ сонымен".split()),
    "en": tuple("which these those their there".split()),
}
_GLUE_ENDS: Mapping[str, tuple[str, ...]] = {
    "ru": tuple("которые который которая которых также чтобы".split()),
    "kk": tuple("болып туралы бойынша арқылы және үшін табылады".split()),
    "en": tuple("which these those".split()),
}
"""Words that never begin or end a longer one, so that a longer one holds two."""
_GLUED_WHOLE = frozenset(
    "ofthe inthe tothe onthe forthe andthe bythe fromthe withthe isthe atthe thatthe asthe itis tobe hasbeen ofa ina".split()
)

_NEVER_ALONE: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile(
        rf"(?<![\w-])(?:взаимо|меж|анти|псевдо|квази|мульти|микро|макро|супер|ультра|контр|само|авиа|полу|сверх)"
        rf"[ \u00a0](?=[{LOWER}]{{4,}})"
        rf"|(?<![\w-])пост[ \u00a0](?=[{LOWER}]{{4,}}(?:ый|ий|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ых|их|ыми|ими|ую|ой|ей)\b)"
        rf"|(?<![\w-])право[ \u00a0](?=(?:порядк|охранительн|применени|нарушени|отношени|защитн|субъектн|преемств))",
        re.IGNORECASE,
    ),
    "en": re.compile(r"(?<![\w-])(?:multi|socio|pseudo|quasi)[ \u00a0](?=[a-z]{4,})", re.IGNORECASE),
    "kk": re.compile(rf"(?<![\w-])(?:анти|псевдо|квази|мульти|микро|макро|супер|ультра)[ \u00a0](?=[{LOWER}]{{4,}})", re.IGNORECASE),
}
"""Beginnings of words that are no words themselves."""

_BROKEN = re.compile(rf"(?<![\w-])([{CYRILLIC}]{{2,}})-([{LOWER}]{{2,}})(?![\w-])")
_OVER_LINES = re.compile(rf"(?<={LETTER})-\n(?={LETTER})")
_TAILS = re.compile(
    r"(?:ных|ный|ная|ное|ные|ного|ной|ному|ным|ными|ния|ние|нии|нию|нием|ний|ция|ции|цию|цией|ций|ский|ская|ское|ские|ских|"
    r"ского|ской|ность|ности|ностью|ться|ется|ются|лись|лась|ющих|ющие|ющий|вших|вшие|вший|ровать|рования|рование|"
    r"ровевших|шихся|щихся)"
)
"""Ends of Russian words that are no words themselves."""


@check(
    "words.repeated",
    codes=("repeated",),
    rationale="A word that stands twice is overlooked by the author and seen by the reader.",
    source="The commonest slip of mended sentences.",
    severity=Severity.WARN,
)
def repeated(passage: Passage) -> Iterator[Fault]:
    """No word stands twice in a row."""
    language = base(passage.language)
    if language not in KNOWN or passage.role in ("reference", "name"):
        return
    for match in matches(_REPEATED, passage):
        word = match[1].lower()
        wrong = word in _TWICE_WRONG_KAZAKH if language == "kk" else word not in _TWICE
        if wrong and not (match[1].isupper() and len(word) == 1):
            message = f"«{match[1]}» stands twice in «{{here}}»."
            yield fault(passage, match, "repeated", message, "Take one out.")


def _counted(sheet: Sheet) -> Mapping[str, Counter[str]]:
    """How often every word is in the file, by language, in small letters."""
    counts: dict[str, Counter[str]] = {}
    for passage in sheet.passages:
        found = counts.setdefault(base(passage.language), Counter())
        found.update(_WORD.findall(passage.text.lower()))
    return counts


@check(
    "words.glued",
    codes=("glued",),
    rationale="Two words in one are found by no search, and broken wrongly at the line's end.",
    source="Six such words in one real issue; a list of function words finds some, with few false alarms.",
    severity=Severity.INFO,
)
def glued(sheet: Sheet) -> Iterator[Fault]:
    """No two words are glued together."""
    counts = _counted(sheet)
    for passage in sheet.passages:
        language = base(passage.language)
        if language not in KNOWN or passage.role in ("name", "reference"):
            continue
        count = counts[language]
        for match in matches(_WORD, passage):
            word = match[0].lower()
            if count[word] < 3 and (parts := _halves(word, language, count)):
                message = f"Perhaps «{match[0]}» is two words, «{parts}»."
                yield fault(passage, match, "glued", message, "If so, put a space.")


def _halves(word: str, language: str, count: Counter[str]) -> str:
    """The two words that `word` seems to hold; "" when it holds one."""
    if language == "en" and word in _GLUED_WHOLE:
        return word[:-3] + " " + word[-3:] if word.endswith("the") else word
    if len(word) < 9:
        return ""
    for start in _GLUE_STARTS[language]:
        rest = word.removeprefix(start)
        if rest != word and len(rest) > 4 and not (language == "kk" and rest in _ENDINGS):
            return f"{start} {rest}"
    for end in _GLUE_ENDS[language]:
        rest = word.removesuffix(end)
        if rest != word and len(rest) > 3 and count[rest]:
            return f"{rest} {end}"
    return ""


_ENDINGS = frozenset("тарының лардың лерін ларын".split())


@check(
    "words.split",
    codes=("split",),
    rationale="A word with a space in it is two words to every reader and every program.",
    source="Three places in one real issue.",
    severity=Severity.INFO,
)
def split(passage: Passage) -> Iterator[Fault]:
    """No word is split by a space."""
    pattern = _NEVER_ALONE.get(base(passage.language))
    if pattern is None or passage.role in ("reference", "name"):
        return
    for match in matches(pattern, passage):
        message = "Perhaps a space splits a word in «{here}»."
        yield fault(passage, match, "split", message, "If so, write it as one word.")


@check(
    "words.broken",
    codes=("inside", "lines"),
    rationale="A hyphen from the lines of the manuscript stays in the middle of a printed line.",
    source="Four words in one real issue, two of them in the head of a table.",
    severity=Severity.INFO,
    fixable=True,
)
def broken(sheet: Sheet) -> Iterator[Fault]:
    """No hyphen is left of a line's end in the manuscript."""
    counts = _counted(sheet)
    for passage in sheet.passages:
        language = base(passage.language)
        if "-" not in passage.text or passage.role in ("reference", "name"):
            continue
        for match in matches(_OVER_LINES, passage):
            message = "Perhaps a hyphen is left of a line's end: «{here}»."
            advice = "A line end is a space in the set text: join the word on one line."
            yield fault(passage, match, "lines", message, advice)
        if language not in ("ru", "kk"):
            continue
        for match in matches(_BROKEN, passage):
            joined = (match[1] + match[2]).lower()
            known = counts[language][joined]
            if not _TAILS.fullmatch(match[2]) and not (known and language == "ru" and len(match[2]) > 3):
                continue
            message = f"Perhaps the hyphen in «{match[0]}» is left of a line's end."
            sure = known and _TAILS.fullmatch(match[2])
            at = match.end(1)
            yield fault(passage, (at, at + 1), "inside", message, f"If so, write {joined}.", "" if sure else None)
