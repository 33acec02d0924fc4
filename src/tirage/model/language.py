"""Texts that exist in several languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Breaks:
    """Words of one language with a hyphen at each place where a line may end."""

    language: str
    words: tuple[str, ...]
    """As "Қазақ-стан"; a word without a hyphen is never broken. For Kazakh and Turkish a stem, which takes endings."""


@dataclass(frozen=True, slots=True)
class Marks:
    """How a journal wants the marks of one language, where it wants them otherwise than usual."""

    language: str
    quotes: str = ""
    """Outer pair and inner pair, as "«»„“"; "": the language's."""
    dash: str = ""
    """The dash of a sentence with its spaces, as " – "; "": the language's."""


@dataclass(frozen=True, slots=True)
class Localized:
    """One text in several languages, in the order in which it was written.

    A text that is the same in every language is kept under the language "" and answers for all of them.
    """

    forms: tuple[tuple[str, str], ...] = ()
    """Pairs of language (BCP 47, as "kk") and text."""

    def __bool__(self) -> bool:
        return bool(self.forms)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.forms)

    def get(self, language: str) -> str:
        """The text in `language`; "" where it is missing."""
        forms = dict(self.forms)
        return forms.get(language, forms.get("", ""))

    def first(self, *languages: str) -> str:
        """The text in the first of `languages` that has one, else in any language; "" where there is none."""
        for language in languages:
            if text := self.get(language):
                return text
        return self.forms[0][1] if self.forms else ""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have a text."""
        return tuple(language for language, text in self.forms if text)
