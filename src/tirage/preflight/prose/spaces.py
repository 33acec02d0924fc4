"""Spaces that should not be there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tirage.findings import Severity
from tirage.languages.usage import KNOWN
from tirage.model.copy import Edit, Passage, Sheet
from tirage.preflight.check import Fault, check
from tirage.preflight.prose.finding import fault
from tirage.preflight.prose.text import base, matches

_BEFORE = re.compile(
    r"(?<=[\w»”)\]%\ufffc])[ \u00a0]+(?=,(?!\d)|[;»](?!\w)|[!?](?=[\s»”\"),.]|$)|:(?:\s|$)(?! ?\d)|\.(?!\.|\w)|\)(?=[\s,.;:]|$))"
)
_INSIDE = re.compile(r"(?<=[«(„])[ \u00a0]+(?=\w)")
_DOUBLE = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")


@check(
    "spaces.double",
    codes=("double",),
    rationale="A second space is set as a hole in a list or a cell, and goes into metadata as it is.",
    source="Typing habit of the typewriter; counted 25 times in one real issue.",
    advice="Leave one space.",
    severity=Severity.WARN,
    fixable=True,
)
def double(passage: Passage) -> Iterator[Fault]:
    """One space stands between two words."""
    for match in _DOUBLE.finditer(passage.text):
        new = "\u00a0" if "\u00a0" in match[0] else " "
        message = "There is more than one space in «{here}»."
        yield fault(passage, match, "double", message, "Leave one.", new)


@check(
    "spaces.stray",
    codes=("before", "inside"),
    rationale="A mark that stands off its word may begin the next line.",
    source="Rules of typesetting of all three languages.",
    advice="Take the space out.",
    severity=Severity.WARN,
    fixable=True,
)
def stray(passage: Passage) -> Iterator[Fault]:
    """No space stands before a mark or behind an opening bracket or quotation mark."""
    # Descriptions of works by GOST 7.1 put spaces before colon and semicolon; other languages have rules of their own.
    if base(passage.language) not in KNOWN or passage.role == "reference":
        return
    for match in matches(_BEFORE, passage):
        if passage.role == "cell" and passage.text[match.end()] in ":;":
            continue  # parts of a cell
        message = "A space stands before the mark in «{here}»."
        yield fault(passage, match, "before", message, "Take it out.", "")
    for match in matches(_INSIDE, passage):
        message = "A space stands behind the opening mark in «{here}»."
        yield fault(passage, match, "inside", message, "Take it out.", "")


@check(
    "spaces.layout",
    codes=("indent", "trailing"),
    rationale="Lines are indented and filled by the layout; spaces typed for it make lists or code of a paragraph.",
    source="CommonMark 0.31, sections 2.2 and 4.8: white space at a line's ends has meanings of its own.",
    advice="Take the tab or the spaces out.",
    severity=Severity.WARN,
    fixable=True,
)
def layout(sheet: Sheet) -> Iterator[Fault]:
    """No tab indents a line of the text, and no spaces hang behind one."""
    for number, line in _text_lines(sheet):
        indent = len(line) - len(line.lstrip())
        if "\t" in line[:indent] and line.strip():
            yield Fault(
                "indent",
                "The line is indented with a tab.",
                advice="Take it out: the layout indents paragraphs.",
                at=(number, 1),
                edits=(Edit(number, 1, line[:indent], ""),),
            )
        kept = line.rstrip(" \t\u00a0")
        # Two spaces at the end of a line that goes on break it, and that may be meant.
        if kept and len(line) - len(kept) != 2 and kept != line:
            yield Fault(
                "trailing",
                "Spaces hang behind the line.",
                advice="Take them out.",
                at=(number, len(kept) + 1),
                edits=(Edit(number, len(kept) + 1, line[len(kept) :], ""),),
            )


def _text_lines(sheet: Sheet) -> Iterator[tuple[int, str]]:
    """The lines of the Markdown with their numbers, those between fences left out."""
    fenced = False
    for number, line in enumerate(sheet.lines, 1):
        if number < sheet.body or not sheet.body:
            continue
        if line.lstrip().startswith(("```", "~~~", "$$")):
            fenced = not fenced
        elif not fenced:
            yield number, line
