"""What a check is: a short function that explains itself. In comes a subject, out go findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from tirage.findings import Finding, Place, Severity
from tirage.model.copy import Edit, Position
from tirage.preflight.rule import Rule

S_contra = TypeVar("S_contra", contravariant=True)
"""What a check takes; one that takes any file takes a galley, too."""

BROKEN = "broken"
"""Code of the finding that a check makes which breaks itself."""

SKIPPED = "skipped"
"""Code of the finding that tells why a check was not made."""


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
class Check(Rule, Generic[S_contra]):
    """A rule and the function that finds where it is not kept."""

    find: Callable[[S_contra], Iterable[Fault]]
    lacks: Callable[[S_contra], str] | None = None
    """What a subject lacks, so that the check cannot be made on it: a full sentence, "" when it can."""

    def findings(self, subject: S_contra, name: str) -> tuple[Finding, ...]:
        """What the check finds in `subject`, called `name`; when the check itself breaks, one ERROR that says so."""
        try:
            if self.lacks and (reason := self.lacks(subject)):
                return (self.skipped(name, reason),)
            return tuple(self._finding(fault, name) for fault in self.find(subject))
        except Exception as error:  # a broken check must not hide what the others find
            return (self._broken(name, error),)

    def skipped(self, name: str, reason: str) -> Finding:
        """That the check was not made on what is called `name`; `reason` is a full sentence."""
        message = f"Not made: «{self.title}»."
        return Finding(Severity.SKIP, self.id, SKIPPED, message, Place(name), reason)

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
    advice: str = "",
    fixable: bool = False,
    lacks: Callable[[Any], str] | None = None,
) -> Callable[[Callable[[S_contra], Iterator[Fault]]], Check[S_contra]]:
    """Make a check of a function; the first line of its docstring is the title."""

    def make(find: Callable[[S_contra], Iterator[Fault]]) -> Check[S_contra]:
        title = (find.__doc__ or "").strip().partition("\n")[0].rstrip(".")
        return Check(
            id,
            title,
            rationale,
            source,
            severity,
            codes,
            find,
            advice=advice,
            fixable=fixable,
            lacks=lacks,
        )

    return make
