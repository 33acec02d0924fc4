"""What Cyrillic letters are written as in Latin, a table for each system and language (`<language>/romanisation.toml`, with sources).

Marks that have no letter of their own in Unicode stand as combining characters after theirs (a̋, u̇); so does every dot of ALA-LC over
f, h, o, u and y, as text faces lack ḣ and ȯ, and a letter put together from parts is lost in the text of a PDF.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from tirage.languages.folders import COMMON, has, part

System: TypeAlias = Literal["bgn-pcgn", "ala-lc", "iso-9"]
"""A system of romanisation, as `journal.yaml` names it."""

_PART = "romanisation"


@dataclass(frozen=True, slots=True)
class Table:
    """How one language is written in one system; all letters small."""

    letters: Mapping[str, str]
    opening: Mapping[str, str]
    """Letters that are written otherwise at the start of a word and after a vowel, й, ъ or ь."""
    pairs: Mapping[str, str]
    """What the second of two letters becomes: "нг" to "·g"."""


@cache
def table_of(language: str, system: System) -> Table:
    """How Cyrillic letters in a text in `language` are written."""
    known = language if has(language, _PART) else part(COMMON, _PART)["read-as"]
    data = part(known, _PART)[system]
    return Table(*(_pairs(data.get(name, "")) for name in ("letters", "opening", "pairs")))


@cache
def strangers() -> Mapping[str, str]:
    """Letters of other languages and times, where a table lacks them."""
    return _pairs(part(COMMON, _PART)["strangers"])


def _pairs(written: str) -> dict[str, str]:
    """A table from pairs, as `а=a б=b`."""
    return dict(pair.split("=") for pair in written.split())
