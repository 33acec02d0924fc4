"""Names of people: initials.

A given name as its owner writes it comes in, its initials go out. What is initials already stays as it is.
"""

from __future__ import annotations

import re

_HYPHEN = re.compile(r"-\s*")
_WHOLE = re.compile(r"[^\W\d_]{1,3}\.(?:-?[^\W\d_]{1,3}\.)*")
"""A word that is initials already: "О.", "Zh.", "Ж.-П.", "А.Б."."""
_BETWEEN = re.compile(r"\.(?=[^\W\d_])")
_IDEOGRAPH = re.compile("[\u3400-\u9fff\uf900-\ufaff]")


def initials(given: str) -> str:
    """The initials of a given name: "Донъя Мария" gives "Д. М.", "Жан-Поль" "Ж.-П."; "O. Zh." stays."""
    words = []
    for word in given.split():
        if _WHOLE.fullmatch(word):
            words.append(_BETWEEN.sub(". ", word))
        else:
            words.append("-".join(f"{part[0].upper()}." for part in _HYPHEN.split(word) if part))
    return " ".join(words)


def is_chinese(name: str) -> bool:
    """Whether a name is written in Chinese characters, so that it has no initials and no space."""
    return bool(_IDEOGRAPH.search(name))
