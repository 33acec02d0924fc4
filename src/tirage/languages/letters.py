"""Letters that number things, as the parts of a figure: the first ones of an alphabet that are used so."""

from __future__ import annotations

from tirage.languages.traits import traits

MOST = 10
"""Letters known of each alphabet."""


def part_letter(number: int, language: str) -> str:
    """The letter of part `number`, from 1 to MOST, in an article in `language`.

    Raises IndexError for more parts than there are letters.
    """
    return traits(language).counting[number - 1]
