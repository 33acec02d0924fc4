"""One reference as an entry of a list."""

from __future__ import annotations

from tirage.compose.bibliography.csl import csl_entry
from tirage.compose.bibliography.fields import facts
from tirage.compose.bibliography.line import Line, linked
from tirage.compose.bibliography.pattern import Filling
from tirage.compose.bibliography.style import ROMANISED, Style, bundled_style, style_of
from tirage.languages.lexicon import lexicon
from tirage.model.matter import Inline
from tirage.model.references import Reference, ReferenceRules

LATIN = "en"
"""The language of the words in the list "References"."""


def entry(reference: Reference, style: Style, language: str = "") -> tuple[Inline, ...]:
    """The entry of `reference`, with the words of its own language; a plain line stays as it is.

    `language`: of the words, where it is not the reference's.
    """
    if reference.text:
        return _plain_entry(reference.text, reference.doi)
    language = language or reference.language
    pattern = style.pattern(reference.kind, bool(reference.archive))
    return Filling(facts(reference, style, language), lexicon(language).reference).fill(pattern)


def entry_by(rules: ReferenceRules, reference: Reference) -> tuple[Inline, ...]:
    """The entry of `reference` in the style of the journal.

    Raises LayoutError when a style of the journal's own cannot be used.
    """
    if rules.style.endswith(".csl") and not reference.text:
        return csl_entry(reference, rules.source, rules.style)
    return entry(reference, style_of(rules))


def latin_entry(reference: Reference) -> tuple[Inline, ...]:
    """The entry of `reference`, already in Latin letters, in the list "References"."""
    if reference.romanised:
        return _plain_entry(reference.romanised, reference.doi)
    return entry(reference, bundled_style(ROMANISED), LATIN)


def _plain_entry(text: str, doi: str) -> tuple[Inline, ...]:
    if not doi or doi.lower() in text.lower():
        return linked(text)
    address = Line([(" ", False, False)])
    address.link(f"https://doi.org/{doi}")
    return (*linked(text), *address.inlines())
