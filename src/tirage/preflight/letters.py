"""Texts as letters and digits only. In comes text as a page or an author has it, out goes what can be compared.

Spaces, hyphens and punctuation go, as line ends, kerning and the typography of languages change them; case goes, as
capitals and small caps do. Compatibility forms become plain ones (Unicode NFKC, UAX #15), so ligatures are their
letters; letters that are different stay different, і and i, ә and а.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tirage.model.press import Flow

_ATOM = re.compile(r"\d+|[^\W\d_]+")
"""What is never parted by a space or a stop; a number and a word beside it are two."""

_DOT = "\u0307"
"""The combining dot above, of romanised Kazakh: a face without the dotted letter sets it apart, with a space between."""

WORD, RUN, PAGE = 1, 2, 3
"""Seams, weakest first: before an atom, before the first of a run of text, before the first of a page."""


def plain(text: str) -> str:
    """The letters and digits of `text`, in small letters."""
    return "".join(_atoms(text))


def _atoms(text: str) -> list[str]:
    return _ATOM.findall(unicodedata.normalize("NFKC", text.replace(_DOT, "")).casefold())


@dataclass(frozen=True, slots=True)
class Letters:
    """The text of pages. The three fields run side by side, an entry for each letter."""

    letters: str
    seams: bytes
    """What stands before the letter: 0 inside an atom, else WORD, RUN or PAGE."""
    pages: array[int]
    """The page, from 0."""

    @classmethod
    def of(cls, pages: Iterable[tuple[int, Iterable[str]]]) -> Letters:
        """The letters of `pages`: the number of each and its runs of text."""
        letters: list[str] = []
        seams = bytearray()
        numbers = array("L")
        for number, runs in pages:
            seam = PAGE
            for run in runs:
                for atom in _atoms(run):
                    letters.append(atom)
                    seams += bytes((seam, *bytes(len(atom) - 1)))
                    numbers.extend((number,) * len(atom))
                    seam = WORD
                seam = max(seam, RUN)
        return cls("".join(letters), bytes(seams), numbers)

    def __len__(self) -> int:
        return len(self.letters)

    def seam(self, at: int) -> int:
        """The seam before the letter `at`; at the end of the text it is a page's."""
        return self.seams[at] if at < len(self.seams) else PAGE

    def places(self, letters: str) -> Iterator[int]:
        """Where `letters` stand as whole words."""
        at = self.letters.find(letters)
        while at >= 0:
            if self.seam(at) and self.seam(at + len(letters)):
                yield at
            at = self.letters.find(letters, at + 1)

    def without(self, spans: Iterable[tuple[int, int]]) -> Letters:
        """The text without `spans`, in order, which are (start, end); where something was taken out there is a seam."""
        letters: list[str] = []
        seams = bytearray()
        pages = array("L")
        kept = 0
        for start, end in (*spans, (len(self), len(self))):
            if start > kept:
                letters.append(self.letters[kept:start])
                seams += bytes((max(RUN, self.seams[kept]),)) + self.seams[kept + 1 : start]
                pages += self.pages[kept:start]
            kept = end
        return Letters("".join(letters), bytes(seams), pages)


@dataclass(frozen=True, slots=True)
class Strand:
    """A flow made ready to be looked for."""

    letters: str
    starts: tuple[int, ...]
    """Where in `letters` each word that has letters begins."""
    words: tuple[int, ...]
    """The number of that word among the flow's words."""

    @classmethod
    def of(cls, flow: Flow) -> Strand:
        """The strand of `flow`."""
        parts = [(number, plain(word)) for number, word in enumerate(flow.words)]
        parts = [(number, part) for number, part in parts if part]
        starts = []
        length = 0
        for _, part in parts:
            starts.append(length)
            length += len(part)
        letters = "".join(part for _, part in parts)
        return cls(letters, tuple(starts), tuple(number for number, _ in parts))

    def __len__(self) -> int:
        return len(self.letters)

    def word(self, at: int) -> int:
        """Which word, counted in `starts`, the letter `at` belongs to; the last one at the end."""
        return bisect_right(self.starts, min(at, len(self.letters) - 1)) - 1

    def end(self, at: int) -> int:
        """Where the word of the letter `at` ends."""
        following = self.word(at) + 1
        return self.starts[following] if following < len(self.starts) else len(self.letters)
