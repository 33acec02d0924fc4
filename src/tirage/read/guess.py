"""Did you mean …? The known word that a misspelt one resembles most."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Iterable

# Beyond these bounds comparing takes longer than anybody would wait for the advice.
_MOST = 500
_LONGEST = 100


def guess(word: str, known: Iterable[str]) -> str:
    """The word of `known` that `word` resembles most; "" where none is near."""
    by_folded = {name.casefold(): name for name in itertools.islice(known, _MOST)}
    if len(word) > _LONGEST:
        return ""
    near = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[near[0]] if near else ""


def advise(word: str, known: Iterable[str], quote: str = "`{}`") -> str:
    """A sentence that proposes a known word instead of `word`, or names them all."""
    names = list(known)
    if near := guess(word, names):
        return f"Did you mean {quote.format(near)}?"
    if not names:
        return ""
    return f"Known are {', '.join(quote.format(name) for name in names)}."
