"""What earlier builds have left in the output folder: nothing there is older than the issue that it was made from.

Stamps tell what tirage has written: a file that is not, byte for byte, what a stamp says is never touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath

from tirage.bind import stamps
from tirage.bind.plans import Plan, plan_galleys
from tirage.errors import TypesetError
from tirage.findings import Finding, Place, Severity
from tirage.model.issue import Issue
from tirage.model.layout import Printing
from tirage.model.press import EDITIONS, Galley, Gathering, Paging


def sweep(
    galleys: Sequence[Galley],
    gatherings: Sequence[Gathering],
    issue: Issue,
    paging: Paging,
    dois: Sequence[tuple[str, str]],
    out: Path,
    only: str,
    cache: Path,
    printing: Printing,
) -> tuple[Finding, ...]:
    """Take out of the folder `out` what earlier builds have made and this issue would make otherwise, or not at all.

    `galleys` are those just bound; the other arguments are those of `bind`. Files of other editions stay as long as they
    are what would be bound now; with `only`, an article's name, nothing is looked at but its own offprints. Returns what
    was removed, and what lies there as if it were a galley and is not known to be one.

    Raises TypesetError when a file cannot be removed.
    """
    made = {PurePath(galley.path.relative_to(out)) for galley in galleys}
    others = {PurePath(path.relative_to(out)) for path in _galleys(out)} - made
    if not others:
        return ()
    plans = plan_galleys(gatherings, issue, paging, dois, only, EDITIONS, printing, booklet=True)
    wanted = {plan.file: plan for plan in plans}
    if only:
        others &= wanted.keys()
    stamped = cache / "galleys" / issue.name
    return tuple(_swept(sorted(others), wanted, out, stamped))


def _galleys(out: Path) -> Iterator[Path]:
    """Files that look like galleys."""
    for pattern in ("issue*.pdf", "cover-print.pdf", "offprints/*.pdf"):
        yield from out.glob(pattern)


def _swept(
    files: Iterable[PurePath], wanted: dict[PurePath, Plan], out: Path, stamped: Path
) -> Iterator[Finding]:
    for file in files:
        stamp = stamped / file.with_suffix(".json")
        plan = wanted.get(file)
        if plan and stamps.is_current(stamp, stamps.key(plan), out / file):
            continue
        if not stamps.is_known(stamp, out / file):
            yield _unknown(file)
            continue
        try:
            (out / file).unlink()
            stamp.unlink()
        except OSError as error:
            raise TypesetError(
                f"{file} is older than the issue and cannot be removed: {error.strerror or error}. Remove it by hand."
            ) from error
        yield _removed(file, plan)


def _removed(file: PurePath, plan: Plan | None) -> Finding:
    if plan is None:
        message = (
            f"{file} was made by an earlier build and is no part of the issue now: it was removed."
        )
        return Finding(Severity.INFO, "bind.leftovers", "removed", message, Place(str(file)), "")
    message = f"{file} was older than the issue and was removed, so that nobody sends it out."
    advice = f"Build with --edition {plan.edition}, or with --edition all, to have it again."
    return Finding(Severity.INFO, "bind.leftovers", "outdated", message, Place(str(file)), advice)


def _unknown(file: PurePath) -> Finding:
    message = f"{file} lies among the galleys, but this build has not made it and does not know whether it is up to date."
    advice = "Remove it, or build with the edition that it belongs to."
    return Finding(Severity.WARN, "bind.leftovers", "unknown", message, Place(str(file)), advice)
