"""What preflight costs: the sample issue built with all checks of pages and galleys, and with none.

Usage: python benchmarks/preflight.py [--runs N] [--write]
Every build is a process of its own, and builds with and without checks take turns, so that both meet the same
neighbours. Seconds are medians: by the clock on the wall, and of all processors together, which other work on the
machine disturbs less; what is added is the median of the differences of neighbours. `--write` puts the table into docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sized
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from press import PAGE, ROOT, installed, machine

MARK = re.compile(r"(<!-- preflight -->\n).*?(<!-- /preflight -->)", re.DOTALL)


@dataclass(frozen=True)
class Cost:
    """What one build took."""

    wall: float
    """Seconds."""
    processors: float
    """Seconds."""


class Silent:
    """Nobody watches the build."""

    def stage(self, number: int, name: str, total: int) -> None:
        """Nothing is shown."""

    def step(self, what: str) -> None:
        """Nothing is shown."""


def child(folder: Path, checked: bool) -> None:
    """Build the issue in `folder`, with or without checks, and print what it took."""
    from tirage import build  # noqa: PLC0415  in the child alone
    from tirage.findings import Finding, Report  # noqa: PLC0415
    from tirage.settings import Settings  # noqa: PLC0415

    if not checked:

        def unproved(pieces: Sized, *_: Any) -> tuple[tuple[Finding, ...], ...]:
            return ((),) * len(pieces)

        def uninspected(*_: Any) -> Report:
            return Report("draft", (), ())

        build.proofs, build.inspect = unproved, uninspected  # type: ignore[assignment]
    settings = Settings(folder / "content" / "2026-1", folder / "build", cache=folder / ".tirage")
    start = time.perf_counter()
    build.build(settings, Silent())
    wall = time.perf_counter() - start
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps([wall, sum(one.ru_utime + one.ru_stime for one in used)]))


def measured(folder: Path, checked: bool) -> Cost:
    """What a build in `folder` takes."""
    command = [
        sys.executable,
        __file__,
        "--child",
        str(folder),
        *(["--checked"] if checked else []),
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=installed())
    return Cost(*json.loads(done.stdout.splitlines()[-1]))


def round_(folder: Path, checked: bool, number: int) -> tuple[Cost, Cost]:
    """A cold build, and the one after a changed word."""
    for name in (".tirage", "build"):
        shutil.rmtree(folder / name, ignore_errors=True)
    article = folder / "content" / "2026-1" / "even-paragraphs" / "article.md"
    text = article.read_text("utf-8")
    cold = measured(folder, checked)
    head, body = text.split("\n---\n", 1)
    changed = body.replace(" the ", f" the{chr(97 + number)} ", 1)
    article.write_text(f"{head}\n---\n{changed}", "utf-8")
    word = measured(folder, checked)
    article.write_text(text, "utf-8")
    return cold, word


def table(runs: int) -> str:
    """The figures as a Markdown table."""
    costs: dict[bool, list[tuple[Cost, Cost]]] = {True: [], False: []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "content", folder / "content")
        for number in range(runs):
            for checked in (False, True):
                costs[checked].append(round_(folder, checked, number))
    rows = ["| build | without checks, s | with checks, s | added, s |", "|---|--:|--:|--:|"]
    for at, build in enumerate(("cold", "one word changed in one article")):
        for attribute, unit in (("wall", "by the clock"), ("processors", "of all processors")):
            without, within = (
                [getattr(pair[at], attribute) for pair in costs[checked]]
                for checked in (False, True)
            )
            bare, whole = statistics.median(without), statistics.median(within)
            neighbours = zip(within, without, strict=True)
            added = statistics.median(one - other for one, other in neighbours)
            share = f"{added:+.2f} ({added / bare:+.0%})"
            rows.append(f"| {build}, {unit} | {bare:.2f} | {whole:.2f} | {share} |")
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--checked", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        child(arguments.child, arguments.checked)
        return
    text = f"Medians of {arguments.runs} runs. {machine()}.\n\n{table(arguments.runs)}\n"
    print(text)
    if arguments.write:
        PAGE.write_text(MARK.sub(lambda m: m[1] + text + m[2], PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
