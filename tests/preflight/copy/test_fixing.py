"""What holds for fixing, whatever the text: drawn from right and wrong pieces of three languages."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis.strategies as st
import yaml
from hypothesis import given

from tests.read.helpers import read
from tirage import copydesk
from tirage.mending import mend
from tirage.preflight.lint import mends
from tirage.read.issue import Reading

UNTOUCHED = (
    '`a -b  "c",d`',
    '$x - y,z \\cdot "q"$',
    "https://example.org/a-b,c;d--e?f=«g»",
    "10.5555/1234-5679/2026-121-1-29-38",
    "образцова@example.org",
)
PIECES = (
    *UNTOUCHED,
    "слово", "сөз", "word", "и", "және", "the", "Год", "Жыл", "End", "№1", "§ 2", "2008-2009", "10-15 %", "1 367 638",
    "4181218", "493человека", "5 0С", "Н.Ә.Үлгіқызы", "J.R.Sampleton", "Aлмaты", "жəне", "Ќазаќ", "COVID-19", "COVID‑19",
    "ЕурАзЭҚ", "ты", "іс", "қимыл", "іс-қимыл", "социально", "экономический", "зараженных", "заражен-ных", "т.б.", "т. б.",
    "[@a]", "[^n]", "*курсив*", "**x**", "[сөз]{lang=kk}",
)  # fmt: skip
JOINS = (" ", "  ", "", " - ", " – ", " — ", "-", "- ", " -", ",", ", ", ".", ". ", " .", "»", "«", " «", "» ", '"', ' "', '" ',
    "'", "\n", "\u00a0", "\u200b", "…", "...", ";", ":", "!", "(", ")", " (", ") ")  # fmt: skip

drafts = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(JOINS)), max_size=12).map(
    lambda pairs: "".join(piece + join for piece, join in pairs)
)
languages = st.sampled_from(["kk", "ru", "en"])

FRONT = """\
lang: {language}  # the language
type: editorial
title:
  # said in three languages
  ru: Заглавие
short_title: {told}
references:
  - {{id: a, type: book, title: The TeXbook}}  # a book
"""

_SPACES = re.compile(r"[\s\u200b\u2060\ufeff]")
_SAME = str.maketrans(
    "«»“”„'’АВСЕНІКМОРТХЈаеорсхуіјһәӘәƏəҮЌќЎўЈҐЄЇґєјЅѕї0º˚o",
    '"""""\'\'ABCEHIKMOPTXJaeopcxyijhəƏəƏəYҚқҰұӘӨҒҮөғәҢңү°°°°',
)


def bones(text: str) -> str:
    """The text without what fixing may change: white space, quotation marks, dashes, letters that look the same."""
    text = re.sub("[-‑–—−]", "", _SPACES.sub("", text))
    twins = text.replace("Ќ", "Қ").replace("ќ", "қ").translate(_SAME)
    return unicodedata.normalize("NFC", twins).replace("Ә", "Ə").replace("ә", "ə").replace("°", "o")


def fix(folder: Path, text: str, front: str) -> tuple[str, Reading]:
    """The file after one round of fixing, and what was read of it before."""
    reading = read(folder, text, front)
    whole = f"---\n{front}---\n{text}"
    return mend(whole, [one.edit for one in mends(reading.copy, reading.issue)]), reading


def parts(whole: str) -> tuple[str, str]:
    """Text and front matter of a file."""
    _, front, text = whole.split("---\n", 2)
    return text, front


@given(drafts, drafts, languages)
def test_fixing_is_idempotent_and_touches_nothing_else(text: str, told: str, language: str) -> None:
    quoted = "'" + re.sub(r"\s+", " ", told).replace("'", "''").strip() + "'"
    front = FRONT.format(language=language, told=quoted)
    first = whole = f"---\n{front}---\n{text}"
    with TemporaryDirectory() as name:
        _, reading = fix(Path(name), text, front)
        roles = [one.role for sheet in reading.copy.sheets for one in sheet.passages]
        for _ in range(copydesk.ROUNDS):
            after, reading = fix(Path(name), *parts(whole))
            if after == whole:
                break
            whole = after
        assert after == whole
        assert [one.role for sheet in reading.copy.sheets for one in sheet.passages] == roles
    assert bones(whole) == bones(first)
    for piece in UNTOUCHED[:4]:
        assert whole.count(piece) == first.count(piece)
    assert re.findall("#.*", parts(whole)[1]) == re.findall("#.*", front)
    before, now = (yaml.safe_load(one) for one in (front, parts(whole)[1]))
    assert list(now) == list(before)
    assert now["title"] == before["title"]


def test_fixing_the_sample_changes_nothing() -> None:
    assert copydesk.fix(Path(__file__).parents[3] / "content" / "2026-1") == ()
