"""Threading a flow through the text of pages. In come the letters of both, out goes where the flow is and what is lost.

Both are walked side by side. Where they part, the pages hold something foreign (a running head, a folio, a note, the
repeated head of a table) or have lost something. The flow goes on at the next place that begins and ends with whole
words and is followed by more of the flow than had to be skipped; where there is none, the flow is taken up again a few
words later, and the words between are lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from tirage.preflight.letters import PAGE, RUN, Letters, Strand

NEAR = 300
"""Letters within which a single word may be where the flow goes on: about four lines."""

FAR = 60_000
"""Letters within which it may go on at all: about twenty pages."""

PROBE = 12
"""Letters of the flow that are looked for beyond NEAR."""

SKIP = 12
"""Letters of something foreign inside a line, as the number of a table."""

CLOSE = 24
"""Letters that must follow without a break where something foreign is drawn in one go with the flow."""

BACK = 40
"""Letters that may happen to be the same at the beginning of what is foreign and of what follows it."""

PATIENCE = 3_000
"""Words after a loss among which the flow is taken up again."""

LOSSES = 20
"""Losses after which the rest of a flow is not looked for."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Words that are not where they should be."""

    first: int
    """Number of the first word, among the strand's words."""
    last: int
    """Number of the last word."""
    at: int
    """The letter of the text before which they should be."""


@dataclass(frozen=True, slots=True)
class Threading:
    """How a flow runs through the text."""

    spans: tuple[tuple[int, int], ...]
    """What of the text it takes, as (start, end), in order."""
    losses: tuple[Loss, ...]


def thread(text: Letters, strand: Strand) -> Threading:
    """Where `strand` runs through `text`, and which of its words are lost."""
    needle = _Needle(text, strand)
    needle.sew()
    return Threading(
        tuple((start, end) for start, end in needle.spans if start < end), tuple(needle.losses)
    )


def common(one: str, i: int, two: str, j: int) -> int:
    """How many letters are the same in `one` from `i` and in `two` from `j`."""
    same, step = 0, 64
    while (piece := one[i + same : i + same + step]) == two[j + same : j + same + step] and piece:
        same += len(piece)
        step = min(2 * step, 8192)
    low, high = 0, step
    while low < high:
        middle = (low + high + 1) // 2
        if i + same + middle <= len(one) and j + same + middle <= len(two) and (
            one[i + same : i + same + middle] == two[j + same : j + same + middle]
        ):  # fmt: skip
            low = middle
        else:
            high = middle - 1
    return same + low


def outweighing(gap: int, seam: int) -> int:
    """Letters of the flow that must follow, at such a seam, to be trusted after a gap of `gap` letters."""
    for bound, letters in ((SKIP, gap + 1), (NEAR, 12), (6_000, 20), (FAR, 32)):
        if gap <= bound:
            return min(letters, 6) if seam == PAGE else letters
    return 48


class _Needle:
    """Walks through the text at `p` and through the strand at `q`."""

    def __init__(self, text: Letters, strand: Strand) -> None:
        self.text = text
        self.strand = strand
        self.p = self.q = 0
        self.spans: list[list[int]] = []
        self.losses: list[Loss] = []

    def sew(self) -> None:
        """Walk to the end of the strand, or to where nothing more of it is found."""
        while self.strand.letters and len(self.losses) < LOSSES:
            if not self._skip() and not self._lose():
                return
            self._advance()
            if self.q == len(self.strand) and self.text.seam(self.p):
                return

    def _advance(self) -> None:
        """Take all letters that are the same."""
        same = common(self.text.letters, self.p, self.strand.letters, self.q)
        if same:
            self._take(self.p, self.p + same)
            self.p += same
            self.q += same

    def _take(self, start: int, end: int) -> None:
        if self.spans and self.spans[-1][1] == start:
            self.spans[-1][1] = end
        else:
            self.spans.append([start, end])

    def _skip(self) -> bool:
        """Go on behind something foreign, nothing being lost; False where that cannot be done."""
        if self.q == len(self.strand):
            return False
        for place in chain(self._near(), self._far(self.q, self.p)):
            back = self._slide(place)
            if back is not None and self._trusted(place, back):
                self._retreat(back)
                self.p = place - back
                return True
        return False

    def _trusted(self, place: int, back: int) -> bool:
        """Whether the flow goes on at `place`, after it has parted `back` letters before."""
        coming = self.text.seam(place - back)
        if not self._parted(self.p - back, place - back):
            return self._follows(place, self.q, CLOSE, tail=not self.spans, whole=True)
        enough = outweighing(place - self.p, coming)
        return self._follows(place, self.q, enough, self._tail(place, coming))

    def _parted(self, leaving: int, coming: int) -> bool:
        """Whether something foreign may stand between the two letters: it is drawn apart from what it interrupts."""
        return self.text.seam(leaving) >= RUN and self.text.seam(coming) >= RUN

    def _lose(self) -> bool:
        """Take the flow up again at one of the next words and note what is lost; False when all the rest is."""
        first = self.strand.word(self.q)
        self._retreat(self.q - self.strand.starts[first])
        for number in range(first, min(first + PATIENCE, len(self.strand.starts))):
            start = self.strand.starts[number]
            for place in self._far(start, self.p + (number == first)):
                gap = place - self.p
                enough = max(PROBE, outweighing(gap, self.text.seam(place)))
                if self.text.seam(place) and self._follows(place, start, enough, gap <= SKIP):
                    self._fill(first, number, place)
                    self.p, self.q = place, start
                    return True
        self.losses.append(Loss(first, len(self.strand.starts) - 1, self.p))
        return False

    def _retreat(self, letters: int) -> None:
        """Give back the last `letters` letters of the strand, as far as they were taken in one run."""
        self.q -= letters
        if self.spans and self.spans[-1][1] == self.p:
            self.p = max(self.p - letters, self.spans[-1][0])
            self.spans[-1][1] = self.p
            if self.spans[-1][0] == self.p:
                self.spans.pop()

    def _near(self) -> Iterator[int]:
        """Places close by where the flow may go on with what is left of the word at hand, or with a part of it."""
        letter = self.strand.letters[self.q]
        place = self.text.letters.find(letter, self.p, self.p + NEAR)
        while place >= 0:
            yield place
            place = self.text.letters.find(letter, place + 1, self.p + NEAR)

    def _far(self, q: int, start: int) -> Iterator[int]:
        """Places further on where the flow from `q` stands with some letters more."""
        probe = self.strand.letters[q : q + PROBE]
        place = self.text.letters.find(probe, start, start + FAR)
        while place >= 0:
            yield place
            place = self.text.letters.find(probe, place + 1, start + FAR)

    def _slide(self, place: int) -> int | None:
        """How many letters before both `p` and `place` the flow really parts; None when it cannot part there.

        What is foreign may begin with the same letters as what follows it: "по|всюду" after "под чертой …". The
        flow parts at the strongest seams.
        """
        best, back = 0, None
        run = self.p - self.spans[-1][0] if self.spans and self.spans[-1][1] == self.p else 0
        letters = self.text.letters
        for step in range(min(run, BACK) + 1):
            if step and letters[self.p - step] != letters[place - step]:
                break
            leaving, coming = self.text.seam(self.p - step), self.text.seam(place - step)
            if leaving and coming and leaving + coming > best:
                best, back = leaving + coming, step
        return back

    def _tail(self, place: int, seam: int) -> bool:
        """Whether the end of the flow may stand at `place`, however short it is."""
        gap = place - self.p
        rest = len(self.strand) - self.q
        beginning = seam == PAGE or (seam == RUN and rest >= 3 and gap <= 5 * NEAR)
        return not self.spans or gap <= SKIP or beginning

    def _follows(self, place: int, q: int, enough: int, tail: bool, whole: bool = False) -> bool:
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
        if found >= 0 and self._parted(place, found):
            return found
        page = self.text.seams.find(PAGE, place)
        return page if page > 0 and self.text.letters[page] == word[0] else -1

    def _fill(self, first: int, last: int, end: int) -> None:
        """Find the words from `first` to before `last` between `p` and `end`, close to either side; note the lost."""
        start = self.p
        while first < last and (place := self._beside(first, start, end, ahead=True)) is not None:
            start = place + self._length(first)
            self._take(place, start)
            first += 1
        late: list[list[int]] = []
        while first < last and (
            (place := self._beside(last - 1, start, end, ahead=False)) is not None
        ):
            last -= 1
            end = place
            late.insert(0, [place, place + self._length(last)])
        self.spans += late
        if first < last:
            self.losses.append(Loss(first, last - 1, start))

    def _length(self, number: int) -> int:
        start = self.strand.starts[number]
        return self.strand.end(start) - start

    def _beside(self, number: int, start: int, end: int, ahead: bool) -> int | None:
        """Where the word `number` stands as a whole close to `start`, or with `ahead` false close to `end`."""
        length = self._length(number)
        word = self.strand.letters[self.strand.starts[number] :][:length]
        reach = SKIP + length
        if ahead:
            place = self.text.letters.find(word, start, min(end, start + reach))
            apart = place == start or self._parted(start, place)
        else:
            place = self.text.letters.rfind(word, max(start, end - reach), end)
            apart = place + length == end or self._parted(place + length, end)
        whole = place >= 0 and self.text.seam(place) and self.text.seam(place + length)
        return place if whole and apart else None
