"""How messages are worded, whatever they tell."""

from __future__ import annotations

import re

_MISCOUNTED = re.compile(
    r"\b1 (?:\w+ )?(?:annotations|cells|columns|contents|glyphs|lines|links|mistakes|numbers|others|pages|paragraphs|"
    r"places|rows|signs|times|words)\b|\b1 of the page's|\bare 1 more\b"
)


def counts_well(message: str) -> bool:
    """Whether `message` does not call one thing by the name of several, as "1 lines"."""
    return not _MISCOUNTED.search(message)
