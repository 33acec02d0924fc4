"""Opened gatherings to saved galleys: each gathering is opened once, for the issue and for its offprint."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from tirage.bind.assembly import assemble
from tirage.bind.plans import Plan
from tirage.bind.saving import Way, save_all
from tirage.bind.sheets import Sheets, open_sheets
from tirage.model.press import Gathering


def bind_plans(plans: Sequence[Plan], out: Path) -> tuple[str, ...]:
    """Bind each of `plans` and save all of them under the folder `out`; returns the SHA-256 of each file.

    Raises TypesetError when the pages are broken or a link leads nowhere, OSError when a file cannot be written.
    """
    with ExitStack() as opened:
        sheets: dict[str, Sheets] = {}

        def sheet(gathering: Gathering) -> Sheets:
            if gathering.piece not in sheets:
                sheets[gathering.piece] = open_sheets(gathering)
                opened.callback(sheets[gathering.piece].pdf.close)
            return sheets[gathering.piece]

        return save_all(
            (
                out / plan.file,
                _way(plan),
                assemble(plan, [sheet(gathering) for gathering in plan.gatherings]),
            )
            for plan in plans
        )


def _way(plan: Plan) -> Way:
    """What stands on the web shows its first page while the rest is loaded."""
    if plan.press:
        return "plain"
    return "early" if plan.edition == "screen" else "small"
