"""Whether a flow goes on at a place of the text. In come the letters of both, out goes yes or no.

A short word is found by accident in any running head; so a place is trusted only when enough of the flow stands there.
"""

from __future__ import annotations

from dataclasses import dataclass

from tirage.preflight.letters import PAGE, RUN, Letters, Strand

NEAR = 300
"""Letters of about four lines."""

FAR = 60_000
"""Letters of about twenty pages."""

SKIP = 12
"""Letters of something foreign inside a line, as the number of a table."""

CLOSE = 24
"""Letters that must follow without a break where something foreign is drawn in one go with the flow."""


def common(one: str, i: int, two: str, j: int) -> int:
    """How many letters are the same in `one` from `i` and in `two` from `j`."""
    same, step = 0, 64
    while (piece := one[i + same : i + same + step]) == two[j + same : j + same + step] and piece:
        same += len(piece)
        step = min(2 * step, 8192)
    low, high = 0, min(step, len(one) - i - same, len(two) - j - same)
    while low < high:
        middle = (low + high + 1) // 2
        if one[i + same : i + same + middle] == two[j + same : j + same + middle]:
            low = middle
        else:
            high = middle - 1
    return same + low


def outweighing(gap: int, seam: int) -> int:
    """Letters of the flow that must follow, at such a seam, to be trusted after a gap of `gap` letters."""
    for bound, letters in ((SKIP, min(gap + 1, 12)), (NEAR, 12), (6_000, 20), (FAR, 32)):
        if gap <= bound:
            return min(letters, 6) if seam == PAGE else letters
    return 48


@dataclass(frozen=True, slots=True)
class Evidence:
    """A text and a strand, side by side."""

    text: Letters
    strand: Strand

    def parted(self, leaving: int, coming: int) -> bool:
        """Whether something foreign may stand between two letters: it is drawn apart from what it interrupts."""
        return self.text.seam(leaving) >= RUN and self.text.seam(coming) >= RUN

    def follows(self, place: int, q: int, enough: int, tail: bool, whole: bool = False) -> bool:
        """Whether `enough` letters of the strand from `q` stand at `place`, with little that is foreign between.

        With `tail` fewer will do, if the strand ends with them; with `whole` nothing may stand between.
        """
        found = 0
        while True:
            same = common(self.text.letters, place, self.strand.letters, q)
            if found + same >= enough:
                return True
            if q + same == len(self.strand):
                return tail and self.text.seam(place + same) > 0
            following = None if whole else self._following(place + same, q + same, same)
            if following is None:
                return False
            found += following[1] - q
            place, q = following

    def _following(self, place: int, q: int, same: int) -> tuple[int, int] | None:
        """Where text and strand go on together, `same` letters after they met and where they part again.

        They may have parted before: what is foreign can begin with the same letters as the word that it parts.
        """
        if self.text.seam(place) and (following := self._next(place, q)) >= 0:
            return following, q
        begun = q - self.strand.starts[self.strand.word(q - 1)]
        if begun < same and (following := self._next(place - begun, q - begun)) >= 0:
            return following, q - begun
        return None

    def _next(self, place: int, q: int) -> int:
        """Where the word of the strand at `q` stands not far behind `place`, or where the next page begins with it."""
        word = self.strand.letters[q : self.strand.end(q)]
        found = self.text.letters.find(word, place, place + SKIP + len(word))
        if found >= 0 and self.parted(place, found):
            return found
        page = self.text.seams.find(PAGE, place)
        return page if page > 0 and self.text.letters[page] == word[0] else -1
