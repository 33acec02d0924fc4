"""What a reference is called: in the alphabet of a list, and in brackets with its year."""

from __future__ import annotations

import re

from tirage.languages.lexicon import lexicon
from tirage.model.references import Name, Reference

_PERSON = re.compile(r"([^\W\d_][\w’'-]+),?\s+(?:[^\W\d_]{1,2}\.[\s-]*)+(?:,\s*|\s*)")
"""A name at the beginning of a plain line: "Кеңесбаев І., "."""
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_ADDRESS = re.compile(r"https?://\S+")
_MOST_IN_HEADING = 3
_FIRST_WORDS = re.compile(r"(?:[^\s.:/–—]+\s*){1,4}")


def full_heading(reference: Reference, style: str) -> str:
    """What an entry begins with in `style`, by which an alphabetical list is sorted: names, a standard's number or the title.

    By GOST an entry begins with the title where there are more than three authors, or editors only.
    """
    people = reference.authors or reference.editors
    if style.startswith("gost"):
        people = reference.authors if len(reference.authors) <= _MOST_IN_HEADING else ()
        if reference.kind == "standard" and reference.number:
            return reference.number
    names = ", ".join(name.literal or f"{name.family} {name.given}" for name in people)
    return names or reference.text or reference.title


def short_heading(reference: Reference, language: str) -> str:
    """One or two family names, or the first and "et al." in `language`; the title's first words where nobody is named."""
    words = lexicon(language).reference
    names = [_call(name) for name in reference.authors or reference.editors]
    if reference.text and not names:
        names = _people(reference.text)
    if not names:
        title = _FIRST_WORDS.match(reference.text or reference.title)
        return title[0].strip() if title else reference.key
    if len(names) == 1:
        return names[0]
    if len(names) == 2 and names[1] != "et al.":
        return words["pair-cited"].format(*names)
    return words["others-cited"].format(names[0])


def year_label(reference: Reference, language: str) -> str:
    """The year, or the word in `language` for there being none."""
    found = _YEAR.findall(_ADDRESS.sub("", reference.text)) if not reference.year else []
    no_date: str = lexicon(language).reference["no-date"]
    return reference.year or (found[-1] if found else no_date)


def _call(name: Name) -> str:
    return name.literal or name.family


def _people(text: str) -> list[str]:
    """The family names with which a plain line begins."""
    names, at = [], 0
    while person := _PERSON.match(text, at):
        names.append(person[1])
        at = person.end()
        if not person[0].rstrip().endswith(","):
            break
    return names
