"""Threading a flow through the text of pages. In come the letters of both, out goes where the flow is and what is lost.

Both are walked side by side. Where they part, the pages hold something foreign (a running head, a folio, a note, the
repeated head of a table) or have lost something. The flow goes on at the next place where more of it follows than had
to be skipped; where there is none, it is taken up again a few words later, and the words between are lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from tirage.preflight.evidence import CLOSE, FAR, NEAR, SKIP, Evidence, common, outweighing
from tirage.preflight.letters import PAGE, RUN, Letters, Strand

PROBE = 12
"""Letters of the flow that are looked for beyond NEAR."""

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
    return Threading(tuple((start, end) for start, end in needle.spans), tuple(needle.losses))


class _Needle:
    """Walks through the text at `p` and through the strand at `q`."""

    def __init__(self, text: Letters, strand: Strand) -> None:
        self.text = text
        self.strand = strand
        self.evidence = Evidence(text, strand)
        self.p = self.q = 0
        self.spans: list[list[int]] = []
        self.losses: list[Loss] = []

    def sew(self) -> None:
        """Walk to the end of the strand, or to where nothing more of it is found."""
        while self.strand.letters and len(self.losses) < LOSSES:
            if not self._skip() and not self._lose():
                return
            same = common(self.text.letters, self.p, self.strand.letters, self.q)
            self._take(self.p, self.p + same)
            self.p += same
            self.q += same
            if self.q == len(self.strand) and self.text.seam(self.p):
                return

    def _take(self, start: int, end: int) -> None:
        if self.spans and self.spans[-1][1] == start:
            self.spans[-1][1] = end
        else:
            self.spans.append([start, end])

    def _retreat(self, letters: int) -> None:
        """Give back the last `letters` letters of the strand, as far as they were taken in one run."""
        self.q -= letters
        if self.spans and self.spans[-1][1] == self.p:
            self.p = self.spans[-1][1] = max(self.p - letters, self.spans[-1][0])
            if self.spans[-1][0] == self.p:
                self.spans.pop()

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

    def _near(self) -> Iterator[int]:
        """Places close by where the flow may go on with what is left of the word at hand, or with a part of it."""
        return _places(self.text.letters, self.strand.letters[self.q], self.p, self.p + NEAR)

    def _far(self, q: int, start: int) -> Iterator[int]:
        """Places further on where the flow from `q` stands with some letters more."""
        return _places(self.text.letters, self.strand.letters[q : q + PROBE], start, start + FAR)

    def _slide(self, place: int) -> int | None:
        """How many letters before both `p` and `place` the flow really parts; None when it cannot part there.

        What is foreign may begin with the same letters as what follows it, as a note «Пояснение …» below a page that
        is followed by «Повсюду …». The flow parts at the strongest seams.
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

    def _trusted(self, place: int, back: int) -> bool:
        """Whether the flow goes on at `place`, after it has parted `back` letters before."""
        coming = self.text.seam(place - back)
        if not self.evidence.parted(self.p - back, place - back):
            return self.evidence.follows(place, self.q, CLOSE, tail=self.q == back, whole=True)
        enough = outweighing(place - self.p, coming)
        return self.evidence.follows(place, self.q, enough, self._tail(place, coming))

    def _tail(self, place: int, seam: int) -> bool:
        """Whether the end of the flow may stand at `place`, however short it is."""
        gap = place - self.p
        rest = len(self.strand) - self.q
        beginning = seam == PAGE or (seam == RUN and rest >= 3 and gap <= 5 * NEAR)
        return not self.spans or gap <= SKIP or beginning

    def _lose(self) -> bool:
        """Take the flow up again at one of the next words and note what is lost; False when all the rest is."""
        # A word that is only the beginning of a longer one was not found.
        first = self.strand.word(self.q if self.text.seam(self.p) else self.q - 1)
        self._retreat(self.q - self.strand.starts[first])
        for number in range(first, min(first + PATIENCE, len(self.strand.starts))):
            start = self.strand.starts[number]
            for place in self._far(start, self.p + (number == first)):
                seam, gap = self.text.seam(place), place - self.p
                enough = max(PROBE, outweighing(gap, seam))
                beside = not gap or (gap <= SKIP and self.evidence.parted(self.p, place))
                tail = beside and bool(self.spans)
                if seam and self.evidence.follows(place, start, enough, tail):
                    self._fill(first, number, place)
                    self.p, self.q = place, start
                    return True
        self.losses.append(Loss(first, len(self.strand.starts) - 1, self.p))
        return False

    def _fill(self, first: int, last: int, end: int) -> None:
        """Find the words from `first` to before `last` between `p` and `end`, at either side; note the lost."""
        start = self.p
        while first < last and (place := self._beside(first, start, end, ahead=True)) >= 0:
            start = place + self._length(first)
            self._take(place, start)
            first += 1
        late: list[list[int]] = []
        while first < last and (place := self._beside(last - 1, start, end, ahead=False)) >= 0:
            last -= 1
            late.insert(0, [place, place + self._length(last)])
            end = place
        self.spans += late
        if first < last:
            self.losses.append(Loss(first, last - 1, start))

    def _length(self, number: int) -> int:
        start = self.strand.starts[number]
        return self.strand.end(start) - start

    def _beside(self, number: int, start: int, end: int, ahead: bool) -> int:
        """Where the word `number` stands as a whole close to `start`, or with `ahead` false close to `end`; else -1."""
        length = self._length(number)
        word = self.strand.letters[self.strand.starts[number] :][:length]
        if ahead:
            place = self.text.letters.find(word, start, min(end, start + SKIP + length))
            apart = place == start or self.evidence.parted(start, place)
        else:
            place = self.text.letters.rfind(word, max(start, end - SKIP - length), end)
            apart = place + length == end or self.evidence.parted(place + length, end)
        whole = place >= 0 and self.text.seam(place) and self.text.seam(place + length)
        return place if whole and apart else -1


def _places(text: str, letters: str, start: int, end: int) -> Iterator[int]:
    """Where `letters` stand in `text`."""
    place = text.find(letters, start, end)
    while place >= 0:
        yield place
        place = text.find(letters, place + 1, end)
