"""How long composing the sample issue takes: cold (formulas drawn, templates translated) and warm.

Usage: python benchmarks/compose.py [--runs N]
Seconds of processor time in one process, which other work on the machine hardly changes, after reading; warm is the median of N runs.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from tirage.compose.pieces import compose
from tirage.read.issue import read_issue
from tirage.read.layout import read_layout
from tirage.read.pages import read_paging
from tirage.resources import bundled

FOLDER = Path(__file__).parents[1] / "content" / "2026-1"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs: int = parser.parse_args().runs
    issue = read_issue(FOLDER).issue
    if issue is None:
        raise SystemExit("The sample issue cannot be read.")
    layout = read_layout(issue.journal.layout, (bundled("layouts"),))
    paging = read_paging(FOLDER / "pages.yaml")
    times = []
    with tempfile.TemporaryDirectory() as kept:
        for _ in range(runs + 1):
            start = time.process_time()
            compose(issue, layout, paging, Path(kept))
            times.append(time.process_time() - start)
    print(f"cold {times[0]:.2f} s, warm {statistics.median(times[1:]):.2f} s")


if __name__ == "__main__":
    main()
