"""What a check is: a short function that explains itself. In comes a subject, out go findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from tirage.findings import Finding, Place, Severity
from tirage.model.copy import Edit, Position

S = TypeVar("S")

BROKEN = "broken"
"""Code of the finding that a check makes which breaks itself."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a check found."""

    code: str
    """One of the check's codes."""
    message: str
    """A full sentence: what is wrong."""
    page: str = ""
    """The folio; "" when it is not about one page."""
    advice: str = ""
    """A full sentence: what to do."""
    box: tuple[float, float, float, float] | None = None
    """The part of the page: left, bottom, right, top in pt from the page's left and bottom."""
    at: Position = (0, 0)
    """Line and column, where the subject is a file of the copy; (0, 0): the whole file."""
    file: str = ""
    """The file, where it is not the one by whose name the subject goes."""
    edits: tuple[Edit, ...] = ()
    """What mends it, where that is beyond doubt."""


@dataclass(frozen=True, slots=True)
class Check(Generic[S]):
    """A check and what the catalogue says of it."""

    id: str
    """ "subject.name", chosen once."""
    title: str
    """What is true when the check passes."""
    rationale: str
    """Why it matters, for an editor."""
    source: str
    """The standard, guide or decision that asks for it."""
    severity: Severity
    """What a fault weighs before a profile is applied."""
    codes: tuple[str, ...]
    """All that it can find."""
    find: Callable[[S], Iterable[Fault]]
    fixable: bool = False
    """Whether `tirage fix` can mend what it finds, or some of it."""

    def findings(self, subject: S, name: str) -> tuple[Finding, ...]:
        """What the check finds in `subject`, called `name`; when the check itself breaks, one ERROR that says so."""
        try:
            return tuple(self._finding(fault, name) for fault in self.find(subject))
        except Exception as error:  # a broken check must not hide what the others find
            return (self._broken(name, error),)

    def _finding(self, fault: Fault, name: str) -> Finding:
        if fault.code not in self.codes:
            raise ValueError(f"it has no code {fault.code}")
        place = Place(fault.file or name, *fault.at, page=fault.page, box=fault.box)
        return Finding(self.severity, self.id, fault.code, fault.message, place, fault.advice)

    def _broken(self, name: str, error: Exception) -> Finding:
        return Finding(
            Severity.ERROR,
            self.id,
            BROKEN,
            f"The check «{self.title}» broke on {name}: {type(error).__name__}: {error}.",
            Place(name),
            "The other checks were made. Please report this to the makers of tirage, with the file.",
        )


def check(
    id: str,
    *,
    codes: tuple[str, ...],
    rationale: str,
    source: str,
    severity: Severity = Severity.FAIL,
    fixable: bool = False,
) -> Callable[[Callable[[S], Iterator[Fault]]], Check[S]]:
    """Make a check of a function; the first line of its docstring is the title."""

    def make(find: Callable[[S], Iterator[Fault]]) -> Check[S]:
        title = (find.__doc__ or "").strip().partition("\n")[0].rstrip(".")
        return Check(id, title, rationale, source, severity, codes, find, fixable)

    return make
