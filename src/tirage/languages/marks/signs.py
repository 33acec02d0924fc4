"""The characters that the rules put in or look for, by name."""

from __future__ import annotations

FIRM = "\u00a0"
"""No-break space: as wide as the spaces of its line."""

THIN = "\u202f"
"""Narrow no-break space: half a space, never stretched. A face without it shows half of its own space (HarfBuzz)."""

JOINER = "\u2060"
"""Word joiner. A line does not end at it, and a word with one in it is not hyphenated: Pyphen knows it in no language."""

SPACES = f" {FIRM}{THIN}\u2009"
"""What parts words: space, no-break space, narrow no-break space, thin space."""

OBJECT = "\ufffc"
"""Stands for what is no text: a formula, a note, code, words of another language."""

EN, EM, MINUS = "–", "—", "−"

_PLAIN = str.maketrans({FIRM: " ", THIN: " ", "\u2009": " ", JOINER: None})


def plain_spaces(text: str) -> str:
    """`text` with ordinary spaces and nothing invisible: for outlines, metadata and whatever else is not a page."""
    return text.translate(_PLAIN)
