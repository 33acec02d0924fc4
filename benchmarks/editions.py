"""What the editions cost: binding them from pages that are typeset already, and inspecting what was bound.

Usage: python benchmarks/editions.py [--runs N] [--write]
The sample issue is typeset once; then each choice of editions is bound and inspected anew, by turns, in one process.
Times are medians, processor seconds of this process. `--write` puts the table into docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tirage import build as program
from tirage.model.press import EDITIONS, Edition
from tirage.settings import Settings

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"
MARK = re.compile(r"(<!-- editions -->\n).*?(<!-- /editions -->)", re.DOTALL)

CHOICES: dict[str, tuple[Edition, ...]] = {
    "screen": ("screen",),
    "print": ("print",),
    "archive": ("archive",),
    "all": EDITIONS,
}


class Silence:
    def stage(self, *_: object) -> None: ...

    def step(self, *_: object) -> None: ...


def timed(name: str, times: dict[str, float]) -> Callable[..., Any]:
    """The stage `name` of the build, its processor time put into `times`."""
    stage = getattr(program, name)

    def run(*arguments: Any) -> Any:
        start = time.process_time()
        made = stage(*arguments)
        times[name] = time.process_time() - start
        return made

    return run


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--write", action="store_true")
    asked = arguments.parse_args()
    times: dict[str, float] = {}
    program.bind = timed("bind", times)
    program.inspect = timed("inspect", times)
    found: dict[str, list[tuple[float, float, float]]] = {name: [] for name in CHOICES}
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        shutil.copytree(ROOT / "content", content)
        cache, out = Path(folder) / "cache", Path(folder) / "build"
        for turn in range(asked.runs + 1):
            for name, editions in CHOICES.items():
                for kept in (cache / "galleys", cache / "preflight", out):
                    shutil.rmtree(kept, ignore_errors=True)
                settings = Settings(content / "2026-1", out, cache=cache, editions=editions)
                program.build(settings, Silence())
                size = sum(path.stat().st_size for path in out.rglob("*.pdf")) / 1e6
                if turn:  # the first one typesets and loads the libraries
                    found[name].append((times["bind"], times["inspect"], size))
    lines = ["| editions | bind, s | inspect, s | files, MB |", "|---|--:|--:|--:|"]
    for name, runs in found.items():
        bound, inspected, size = (statistics.median(column) for column in zip(*runs, strict=True))
        lines.append(f"| {name} | {bound:.2f} | {inspected:.2f} | {size:.1f} |")
    table = "\n".join([f"Medians of {asked.runs} runs.", "", *lines, ""])
    print(table)
    if asked.write:
        page = PAGE.read_text("utf-8")
        PAGE.write_text(MARK.sub(rf"\g<1>{table}\g<2>", page), "utf-8")


if __name__ == "__main__":
    main()
