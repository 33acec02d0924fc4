"""What earlier builds have left in the output folder: nothing there is older than the issue that it was made from.

Stamps tell what tirage has written: a file that is not, byte for byte, what a stamp says is never touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from tirage import whole
from tirage.bind import stamps
from tirage.bind.job import Job
from tirage.bind.plans import Plan, plan_galleys
from tirage.errors import TypesetError
from tirage.findings import Finding, Place, Severity
from tirage.model.press import EDITIONS, Galley


def sweep(galleys: Sequence[Galley], job: Job, out: Path, cache: Path) -> tuple[Finding, ...]:
    """Take out of the folder `out` what earlier builds have made and this issue would make otherwise, or not at all.

    `galleys` are those just bound for `job`, into `out` and with `cache`. Files of other editions stay as long as they
    are what would be bound now; where one article's offprint alone is bound, nothing is looked at but its own. Returns
    what was removed, and what lies there as if it were a galley and is not known to be one. Parts of files that killed
    builds have left are removed without a word.

    Raises TypesetError when a file cannot be removed.
    """
    for folder in (out, out / "offprints"):
        whole.clear(folder)
    made = {PurePath(galley.path.relative_to(out)) for galley in galleys}
    others = {PurePath(path.relative_to(out)) for path in _galleys(out)} - made
    if not others:
        return ()
    plans = plan_galleys(replace(job, editions=EDITIONS, booklet=True))
    wanted = {plan.file: plan for plan in plans}
    if job.only:
        others &= wanted.keys()
    stamped = cache / "galleys" / job.issue.name
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
