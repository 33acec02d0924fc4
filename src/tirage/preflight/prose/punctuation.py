"""Marks: doubled ones, what editors left, the ends of list items and keywords."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tirage.findings import Severity
from tirage.model.copy import Passage, Sheet
from tirage.preflight.check import Fault, check
from tirage.preflight.prose.finding import fault
from tirage.preflight.prose.text import LETTER, matches

_DOUBLED = re.compile(r"(?<=\w)(?:,,+|;;+|::+|,\.(?!\w)|;\.|\.\.(?!\.))(?=\s|$)")
_LEFT = re.compile(r"\?{3,}|\?\.(?!\.)|\.\?(?<=\w\.\?)|\[\?+\]|(?:TODO|FIXME|TBD|xxx+|ххх+)\b")
_MARKER = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_SEPARATOR = re.compile(rf"{LETTER}\s*[;]\s*{LETTER}")


@check(
    "punctuation.doubled",
    codes=("doubled",),
    rationale="Two marks where one belongs come of mending and are seen by every reader.",
    source="Rules of punctuation of all three languages.",
    advice="Leave one mark.",
    severity=Severity.WARN,
)
def doubled(passage: Passage) -> Iterator[Fault]:
    """No mark stands twice."""
    for match in matches(_DOUBLED, passage):
        message = f"«{match[0]}» is one mark too many in «{{here}}»."
        yield fault(passage, match, "doubled", message, "Leave one mark.")


@check(
    "punctuation.editor",
    codes=("mark",),
    rationale="A question of the editor or an open place goes to print unless somebody finds it.",
    source="One real issue was printed with a lost amount and a question mark behind it.",
    advice="Settle the question and take the mark out.",
    severity=Severity.WARN,
)
def editor(passage: Passage) -> Iterator[Fault]:
    """Nothing is left of editors' marks."""
    for match in matches(_LEFT, passage):
        title = passage.role == "reference" and match[0] == "?."
        if title or (passage.text[: match.start()][-1:].isalnum() and match[0][0].isalpha()):
            continue
        message = f"«{match[0]}» looks like a mark that an editor left, in «{{here}}»."
        yield fault(passage, match, "mark", message, "Settle the question and take the mark out.")


@check(
    "punctuation.list",
    codes=("mixed",),
    rationale="Items of one list that end in different marks look like an accident.",
    source="Milchin, Cheltsova: Handbook of publisher and author, on lists.",
    advice="End all items in the same way; behind the last a full stop may stand.",
    severity=Severity.WARN,
)
def lists(sheet: Sheet) -> Iterator[Fault]:
    """The items of a list end in the same mark; the last may end in a full stop."""
    for items in _lists(sheet):
        ends = [_end(passage) for passage in items]
        inner = {end for end in ends[:-1] if end != ":"}
        good = len(inner) < 2 and (ends[-1] in (*inner, ".", ":") or not inner)
        if good or len(items) < 3:
            continue
        odd = next((i for i, end in enumerate(ends[:-1]) if end not in (ends[0], ":")), -1)
        passage = items[odd]
        place = max(0, len(passage.text.rstrip()) - 1)
        yield fault(
            passage,
            (place, place + 1),
            "mixed",
            "This item of a list ends in another mark than those before it: «{here}».",
            "End all in the same way; behind the last a full stop may stand.",
        )


def _end(passage: Passage) -> str:
    """The mark at its end; "" for a letter, "." for what ends a sentence."""
    last = passage.text.rstrip(" \n»”)\ufffc")[-1:]
    return "." if last in ".!?…" else last if last in ",;:" else ""


def _lists(sheet: Sheet) -> Iterator[list[Passage]]:
    """The lists of a text: of each item the last passage; lists within lists break them."""
    run: list[Passage] = []
    depth = -1
    for passage in (p for p in sheet.passages if not p.path):
        line = sheet.lines[passage.at(0)[0] - 1]
        indent = len(line) - len(line.lstrip())
        begins = passage.role == "item" and _MARKER.match(line)
        if begins and run and indent == depth and passage.at(0)[0] - _last_line(run[-1]) <= 2:
            run.append(passage)
            continue
        if passage.role == "item" and not begins and run:
            run[-1] = passage
            continue
        yield from filter(None, [run])
        run, depth = ([passage], indent) if begins else ([], -1)
    yield from filter(None, [run])


def _last_line(passage: Passage) -> int:
    return passage.at(len(passage.text) - 1)[0]


@check(
    "punctuation.keyword",
    codes=("stop", "separator"),
    rationale="Keywords go to registers one by one; tirage puts the marks between them.",
    source="GOST R 7.0.7-2021: no full stop behind keywords; 212 of 284 sets of two real issues had one.",
    advice="Make an entry of each keyword, without a mark at its end.",
    severity=Severity.WARN,
)
def keyword(passage: Passage) -> Iterator[Fault]:
    """A keyword carries no mark of the list it stood in."""
    if passage.role != "keyword":
        return
    text = passage.text.rstrip()
    if text.endswith((",", ";")) or (
        text.endswith(".") and " " not in text[-5:] and "." not in text[:-1]
    ):
        place = (len(text) - 1, len(text))
        message = f"The keyword ends in «{text[-1]}»: «{{here}}»."
        yield fault(passage, place, "stop", message, "Take it out.")
    for match in matches(_SEPARATOR, passage):
        message = "More than one keyword stands in one entry: «{here}»."
        yield fault(passage, match, "separator", message, "Make an entry of each.")
