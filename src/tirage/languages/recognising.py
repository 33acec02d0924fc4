"""Which language a text is in, told by its letters, as references seldom say it.

A text comes in, the name of a language goes out. The letters stand in the languages' folders (`known-by`).
"""

from __future__ import annotations

from functools import cache

from tirage.languages.folders import COMMON, languages
from tirage.languages.traits import traits

_PLAIN = "en"
"""What a text is taken for that has no letters of any language's own."""


def recognise(text: str, around: str = "") -> str:
    """The language of `text`: "kk" for one word with ә in it, "ru" for other Cyrillic ones, "en" for plain Latin ones.

    Within a text in the language `around`, a letter that its alphabet has over a to z will do: in a Turkish article a title
    with ü is Turkish.
    """
    letters = {*text, *text.lower()}
    found = (language for language, known_by in _letters() if not known_by.isdisjoint(letters))
    if language := next(found, ""):
        return language
    return _PLAIN if _beyond(around).isdisjoint(letters) else around


@cache
def _beyond(language: str) -> frozenset[str]:
    """The letters of a Latin alphabet that are not of every such alphabet."""
    if not _is_latin(language):
        return frozenset()
    return frozenset("".join(traits(language).alphabet)) - {*"".join(traits(COMMON).alphabet)}


@cache
def _letters() -> tuple[tuple[str, frozenset[str]], ...]:
    """Languages with the letters by which they are known.

    Fewer letters say more, as Kazakh ones in a Cyrillic text; Latin ones say least, as they stand in any text.
    """
    known = [(name, frozenset(traits(name).known_by)) for name in languages()]
    known.sort(key=lambda one: (_is_latin(one[0]), len(one[1])))
    return tuple(one for one in known if one[1])


def _is_latin(language: str) -> bool:
    return "a" in traits(language).alphabet
