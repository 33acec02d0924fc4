"""What is known of a language as data: the order of its alphabet and the words of its lists of references.

One file of `lexicons/` for each language; the name of a language (BCP 47) comes in, a Lexicon goes out. To add a language, copy
`en.toml` under its name and translate it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("lexicons")
_DEFAULT = "en"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language."""

    alphabet: tuple[str, ...]
    """Its letters in their order; letters that count as the same stand together: "её"."""
    reference: Mapping[str, str]
    """Words of lists of references by key, `{}` in the place of the value."""


@cache
def lexicon(language: str) -> Lexicon:
    """What is known of `language`; a language without a file is written with the English words."""
    data = tomllib.loads((_FOLDER / f"{_known(language)}.toml").read_text("utf-8"))
    return Lexicon(
        alphabet=tuple(letters.replace("/", "") for letters in data["alphabet"].split()),
        reference=data["reference"],
    )


def is_english(language: str) -> bool:
    """Whether the words of `language` are English, be it for want of a file."""
    return _known(language) == _DEFAULT


@cache
def _known(language: str) -> str:
    name = language.partition("-")[0].lower()
    return name if name in {file.stem for file in _FOLDER.glob("*.toml")} else _DEFAULT
