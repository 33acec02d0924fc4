"""The words of a language's lists of references (`<language>/references.toml`).

The name of a language (BCP 47) comes in, a Lexicon goes out. Where a language has no word, the English one of `und` stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tirage.languages.folders import has, part

_PART = "references"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language."""

    reference: Mapping[str, str]
    """Words of lists of references by key, `{}` in the place of the value."""


@cache
def lexicon(language: str) -> Lexicon:
    """The words of `language`; a language without a file is written with the English words."""
    return Lexicon(part(language, _PART)["reference"])


def is_english(language: str) -> bool:
    """Whether the words of `language` are English, be it for want of a file."""
    return not has(language, _PART)
