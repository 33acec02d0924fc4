"""Page labels: what a reader's program calls a page is what is printed on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tirage.model.press import Gathering

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(frozen=True, slots=True)
class Label:
    """The label of one page, as PDF keeps it (ISO 32000-1, 12.4.2)."""

    prefix: str
    style: Literal["D", "r"]
    """Arabic or small roman numerals."""
    number: int

    def __str__(self) -> str:
        return self.prefix + (roman(self.number) if self.style == "r" else str(self.number))

    def precedes(self, other: Label) -> bool:
        """Whether `other` is the label that counting on from this one gives."""
        return other == Label(self.prefix, self.style, self.number + 1)


def labels(gatherings: Sequence[Gathering]) -> tuple[tuple[Label, ...], ...]:
    """The labels of the pages of each of `gatherings`.

    Pages without printed numbers, as the cover, are counted through: C1, C2, and C3, C4 at the back.
    """
    unnumbered = 0
    all_labels = []
    for gathering in gatherings:
        folios = gathering.folios
        if folios.style == "none":
            numbers = range(unnumbered + 1, unnumbered + 1 + len(folios))
            unnumbered += len(folios)
            all_labels.append(tuple(Label("C", "D", number) for number in numbers))
        else:
            style: Literal["D", "r"] = "r" if folios.style == "roman" else "D"
            numbers = range(folios.first, folios.last + 1)
            all_labels.append(tuple(Label("", style, number) for number in numbers))
    return tuple(all_labels)


def runs(row: Sequence[Label]) -> Iterator[tuple[int, Label]]:
    """The labels in `row` that do not follow from the one before, with their places from 0."""
    for place, label in enumerate(row):
        if place == 0 or not row[place - 1].precedes(label):
            yield place, label


def roman(number: int) -> str:
    """`number`, from 1, in small roman numerals."""
    numeral = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        numeral += times * letters
    return numeral
