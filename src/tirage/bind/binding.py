"""Opened gatherings to saved galleys."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tirage.bind.assembly import assemble
from tirage.bind.bench import Bench
from tirage.bind.plans import Plan
from tirage.bind.saving import Way, save_all


def bind_plans(plans: Sequence[Plan], out: Path, bench: Bench) -> tuple[str, ...]:
    """Bind each of `plans` from what lies on `bench` and save all of them under the folder `out`; returns the SHA-256 of each file.

    Raises TypesetError when the pages are broken or a link leads nowhere, OSError when a file cannot be written.
    """
    return save_all(
        (
            out / plan.file,
            _way(plan),
            assemble(plan, [bench.sheets(gathering) for gathering in plan.gatherings]),
        )
        for plan in plans
    )


def _way(plan: Plan) -> Way:
    """What stands on the web shows its first page while the rest is loaded."""
    if plan.press:
        return "plain"
    return "early" if plan.edition == "screen" else "small"
