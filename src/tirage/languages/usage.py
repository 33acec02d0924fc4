"""What checks of text know of a language's usage: the tables of `<language>/usage.toml`, each with its source.

In comes a language's code, out go sets of words in small letters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tirage.languages.folders import languages, part

Words = frozenset[str]

KNOWN = languages("usage")
"""Languages that have tables."""


@dataclass(frozen=True, slots=True)
class Usage:
    """The words of one language that checks ask for; empty where a language has none."""

    quoted_endings: Words
    """Endings that stand behind a closing quotation mark without a space."""
    hung_endings: Words
    """Endings that are joined by a hyphen."""
    hung_on: str
    """To what: "figures", or "abbreviations" and figures."""
    firsts: Words
    """First parts of compounds with a hyphen."""
    compounds: Words
    """Beginnings of compounds with a hyphen, that and the second part."""
    suspended: Words
    """Words before which a hyphen may stand open, as in "micro- and nanoscale"."""
    says: Words
    """Short words that stand behind a dash."""
    right_twice: Words
    """Words that may stand twice in a row."""
    wrong_twice: Words
    """Where doubling is usual: words that may not."""
    glue_starts: Words
    """Words that no longer word begins with."""
    glue_ends: Words
    """Words that no longer word ends with."""
    glued: Mapping[str, str]
    """Two words written as one, and how they are written."""
    glued_behind_comma: Mapping[str, str]
    """The same, behind a comma only."""
    never_alone: Words
    """Beginnings of words that are no words."""
    before_adjectives: Words
    """Beginnings of words that are no words before an adjective."""
    adjectives: Words
    """Endings of adjectives."""
    split: Words
    """Beginnings of words, with the space that splits them."""
    tails: Words
    """Ends of words that are no words."""
    shortened: Words
    """Abbreviations behind which a name stands."""
    sentence_starts: Words
    """Words that begin a sentence, with their capital."""
    of_two_words: Words
    """Abbreviations of two words, with `_` where a space may stand."""
    closed: bool
    """They are written without it."""
    always_yo: Words
    """Words that always have ё."""
    never_yo: Words
    """Words without ё that are other words with it."""


@lru_cache(maxsize=8)
def usage(language: str) -> Usage:
    """The tables of `language`, as "kk"; empty for a language that has none."""
    table = part(language, "usage")
    return Usage(
        quoted_endings=_words(table, "endings", "quoted"),
        hung_endings=_words(table, "endings", "hung"),
        hung_on=table.get("endings", {}).get("on", "figures"),
        firsts=_words(table, "compounds", "firsts"),
        compounds=_words(table, "compounds", "words"),
        suspended=_words(table, "compounds", "suspended"),
        says=_words(table, "compounds", "says"),
        right_twice=_words(table, "twice", "right"),
        wrong_twice=_words(table, "twice", "wrong"),
        glue_starts=_words(table, "glued", "starts"),
        glue_ends=_words(table, "glued", "ends"),
        glued=table.get("glued", {}).get("whole", {}),
        glued_behind_comma=table.get("glued", {}).get("behind-comma", {}),
        never_alone=_words(table, "alone", "never"),
        before_adjectives=_words(table, "alone", "before-adjectives"),
        adjectives=_words(table, "alone", "adjectives"),
        split=frozenset(table.get("alone", {}).get("pairs", ())),
        tails=_words(table, "tails", "words"),
        shortened=_words(table, "shortened", "words"),
        sentence_starts=_words(table, "shortened", "sentence"),
        of_two_words=_words(table, "abbreviations", "two-words"),
        closed=table.get("abbreviations", {}).get("closed", False),
        always_yo=_words(table, "yo", "always"),
        never_yo=_words(table, "yo", "never"),
    )


def _words(table: Mapping[str, Any], group: str, name: str) -> Words:
    return frozenset(table.get(group, {}).get(name, "").split())


def either(words: Words) -> str:
    """A pattern that matches any of `words`, longer ones first; one that matches nothing when there are none."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word))) or "(?!)"
