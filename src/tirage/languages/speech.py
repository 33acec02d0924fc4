"""What a language calls the signs of formulas, and how it puts them together (`<language>/speech.toml`).

The name of a language (BCP 47) comes in, its Words go out. A language that inflects names a module which knows its endings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from tirage.languages import kazakh_case, turkish_case
from tirage.languages.folders import has, part

_CASES: Mapping[str, Callable[[str, str], str]] = {
    "kazakh": kazakh_case.inflect,
    "turkish": turkish_case.inflect,
}
_INFLECTED = re.compile(r"\{(\w+?)_(of|to|from|with)\}")
_NEXT, _BEFORE = "{next", "{before"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    signs: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)
    functions: Mapping[str, str] = field(default_factory=dict)
    patterns: Mapping[str, str] = field(default_factory=dict)
    chemistry: Mapping[str, str] = field(default_factory=dict)
    cases: str = ""
    """The endings that the patterns ask for: "kazakh" or "turkish"; "": none."""

    def say(self, pattern: str, **parts: str) -> str:
        """`pattern` filled in; `{base_of}` is `base` in the genitive, `_to`, `_from` and `_with` are other endings."""
        return self._fill(self.patterns[pattern], parts)

    def takes_next(self, sign: str) -> bool:
        """Whether the words of `sign` take what follows it into them, as "0’a gider" does."""
        return _NEXT in self.signs.get(sign, "")

    def takes_before(self, sign: str) -> bool:
        """Whether they take the number before it, as "yüzde 5" does."""
        return _BEFORE in self.signs.get(sign, "")

    def say_sign(self, sign: str, other: str) -> str:
        """`sign` with what it takes into its words."""
        return self._fill(self.signs[sign], {"next": other, "before": other})

    def _fill(self, pattern: str, parts: dict[str, str]) -> str:
        endings = {
            f"{name}_{case}": _CASES[self.cases](parts[name], case)
            for name, case in _INFLECTED.findall(pattern)
        }
        return pattern.format(**parts, **endings)


@cache
def words_of(language: str) -> Words | None:
    """The words of `language`, as "kk" or "en-GB"; None when nothing is known of it."""
    return Words(**part(language, "speech")) if has(language, "speech") else None
