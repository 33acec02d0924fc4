"""A toy press: words become pages of letters, with everything on them that the words do not say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import strategies as st

LETTERS = "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщыіэюя"

WORDS = st.text(LETTERS, min_size=1, max_size=14)
"""Words as authors write them: short ones are frequent."""

COMMON = st.sampled_from(("и", "в", "не", "да", "1", "2020", "ж", "мен", "және", "туралы"))


def _told(words: list[str]) -> list[str]:
    """`words` as a sentence has them: none comes twice among six."""
    said: list[str] = []
    for word in words:
        if word not in said[-5:]:
            said.append(word)
    return said


TEXTS = (
    st.lists(st.one_of(WORDS, WORDS, COMMON), min_size=40, max_size=400)
    .map(_told)
    .filter(lambda words: len(words) >= 30)
)

HEADS = st.lists(
    st.sampled_from(
        ("Bulletin", "of", "Print", "№", "1", "(131)", "2026", "Script", "Vol.", "и", "в", "не")
    ),
    min_size=1,
    max_size=8,
).map(lambda words: " ".join(("Bulletin", *words, "Script")))
"""Running heads. They begin and end with words that no text has, and hold short ones that texts have, too."""


@dataclass(frozen=True)
class Make:
    """How the toy press prints."""

    head: str
    first: int
    lines: int
    """Lines a page."""
    measure: int
    """Letters a line."""
    calls: int
    """A note is called after every so many words; 0: never."""
    thead: bool
    """Every page begins with the head of a table that runs on."""


MAKES = st.builds(
    Make,
    head=HEADS,
    first=st.integers(10, 999),
    lines=st.integers(3, 12),
    measure=st.integers(20, 50),
    calls=st.sampled_from((0, 0, 5, 17)),
    thead=st.booleans(),
)


def pages(words: list[str], make: Make) -> list[list[str]]:
    """The runs of text on each page: lines, words broken by hyphens where a line is full, calls of notes."""
    lines = _lines(_with_calls(words, make), make.measure)
    starts = [*range(0, len(lines), make.lines)]
    if len(starts) > 1 and starts[-1] == len(lines) - 1:
        starts[-1] -= 1  # no widows
    made = []
    for number, (start, end) in enumerate(pairwise((*starts, len(lines)))):
        page = lines[start:end]
        if make.thead and number:
            page = ["Country Cases Deaths", *page]
        runs = [run for line in page for run in re.split("(²)", line)]
        made.append([*runs, make.head, str(make.first + number)])
    return made


def _with_calls(words: list[str], make: Make) -> list[str]:
    if not make.calls:
        return words
    return [f"{word}²" if not number % make.calls else word for number, word in enumerate(words, 1)]


def _lines(words: list[str], measure: int) -> list[str]:
    lines = [""]
    for word in words:
        room = measure - len(lines[-1]) - 1
        if len(word) <= room:
            lines[-1] += f" {word}"
        elif room > 4 and len(word) - room > 0:
            lines[-1] += f" {word[: room - 2]}‐"
            lines.append(word[room - 2 :])
        else:
            lines.append(word)
    return lines
