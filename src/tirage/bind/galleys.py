"""Binding: the issue and its offprints as PDF, written whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tirage.bind import stamps
from tirage.bind.bench import Bench
from tirage.bind.job import Job
from tirage.bind.plans import Plan, plan_galleys
from tirage.errors import TypesetError
from tirage.model.press import Galley


def bind(
    job: Job, out: Path, cache: Path | None = None, bench: Bench | None = None
) -> tuple[Galley, ...]:
    """Bind what `job` asks for, in each of its editions, into the folder `out`.

    For the screen issue.pdf and offprints/ARTICLE.pdf; for the archive the same with "-archive" in their names; for
    print issue-print.pdf, cover-print.pdf and, where it is asked for, issue-booklet.pdf.
    With `cache`, a folder, a galley that is already there and made from the same things is left as it is.
    On `bench` some of the gatherings may lie opened.
    The same input gives the same bytes, whatever the folders. All galleys are written before the first one replaces
    an older file: a build that is killed leaves the old file or the new one.

    Raises TypesetError when the pages are broken or do not fit the issue, when a link leads nowhere, or when a file
    cannot be written.
    """
    plans = plan_galleys(job)
    stamped = cache / "galleys" / job.issue.name if cache else None
    keys = {plan.file: stamps.key(plan) for plan in plans}
    stale = [plan for plan in plans if not _is_current(plan, keys[plan.file], out, stamped)]
    try:
        digests = _bind(stale, out, bench)
        if stamped:
            for plan, digest in zip(stale, digests, strict=True):
                stamps.put(_stamp(plan, stamped), keys[plan.file], digest)
    except OSError as error:
        raise TypesetError(
            f"The galleys cannot be written into {out.name}: {error.strerror or error}. "
            "Make room on the disk or choose another folder."
        ) from error
    return tuple(plan.galley(out) for plan in plans)


def load_binder() -> None:
    """Load the library that binds, while there is time for it."""
    import tirage.bind.binding  # noqa: F401, PLC0415


def _is_current(plan: Plan, key: str, out: Path, stamped: Path | None) -> bool:
    return stamped is not None and stamps.is_current(_stamp(plan, stamped), key, out / plan.file)


def _stamp(plan: Plan, stamped: Path) -> Path:
    return stamped / plan.file.with_suffix(".json")


def _bind(plans: Sequence[Plan], out: Path, bench: Bench | None) -> tuple[str, ...]:
    """Bind `plans` into `out`; returns the SHA-256 of each file."""
    if not plans:
        return ()
    from tirage.bind.binding import bind_plans  # noqa: PLC0415 - pikepdf is loaded for work only

    with Bench() as own:
        return bind_plans(plans, out, bench or own)
