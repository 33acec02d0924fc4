"""How long the sample issue takes: cold, after a word, after a page, and with nothing changed.

Usage: python benchmarks/press.py [--runs N] [--write]
Every build is a process of its own, started as an editor would start it. Times are wall-clock medians; memory is the
peak resident set of the largest process of a build. `--write` puts the table into docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"
MARK = re.compile(r"(<!-- press -->\n).*?(<!-- /press -->)", re.DOTALL)


@dataclass(frozen=True)
class Run:
    seconds: float
    typeset: int
    """Pieces that were typeset, not taken from the cache."""
    memory: float
    """MiB."""


def family(pid: int) -> list[int]:
    """A process and its children."""
    try:
        tasks = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return [pid]
    return [pid, *map(int, tasks.split())]


def peak(pid: int) -> float:
    """The most memory that a process has held so far, in MiB."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def installed() -> dict[str, str]:
    """The environment of an installed program: its modules are translated once, not in each process."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Desk:
    """A copy of the sample issue, built again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT / "content", folder / "content")
        self.article = folder / "content" / "2026-1" / "even-paragraphs" / "article.md"
        self.original = self.article.read_text("utf-8")
        self.pages = (folder / "content" / "2026-1" / "pages.yaml").read_text("utf-8")

    def build(self, *options: str) -> Run:
        command = [sys.executable, "-m", "tirage", "build", "content/2026-1", *options]
        said = self.folder / "progress.txt"
        with said.open("w") as stream:
            start = time.perf_counter()
            process = subprocess.Popen(
                command,
                cwd=self.folder,
                stdout=subprocess.DEVNULL,
                stderr=stream,
                env=installed(),
            )
            memory = 0.0
            while process.poll() is None:
                memory = max(memory, *map(peak, family(process.pid)), 0)
                time.sleep(0.01)
            seconds = time.perf_counter() - start
        lines = said.read_text("utf-8").splitlines()
        if process.returncode not in (0, 1):
            raise SystemExit("\n".join(lines))
        typeset = sum("typeset: " in line and ": unchanged" not in line for line in lines)
        return Run(seconds, typeset, memory)

    def restore(self) -> None:
        self.article.write_text(self.original, "utf-8")
        (self.article.parents[1] / "pages.yaml").write_text(self.pages, "utf-8")

    def forget(self) -> None:
        shutil.rmtree(self.folder / ".tirage", ignore_errors=True)
        shutil.rmtree(self.folder / "build", ignore_errors=True)

    def change_a_word(self, number: int) -> None:
        head, body = self.original.split("\n---\n", 1)
        self.article.write_text(
            f"{head}\n---\n{body.replace(' the ', f' the{chr(97 + number)} ', 1)}", "utf-8"
        )

    def add_a_page(self) -> None:
        head, body = self.original.split("\n---\n", 1)
        paragraphs = body.strip().split("\n\n")
        longest = max(paragraphs, key=len)
        extra = "\n\n".join(re.sub(r"\[\^\w+\]", "", longest) for _ in range(5))
        self.article.write_text(f"{head}\n---\n{extra}\n\n{body}", "utf-8")


def cases(desk: Desk, run: int) -> Iterator[tuple[str, Callable[[], Run]]]:
    """The cases of one round, in the order in which they depend on each other."""

    def cold() -> Run:
        desk.restore()
        desk.forget()
        return desk.build()

    def first() -> Run:
        desk.restore()
        desk.forget()
        (desk.article.parents[1] / "pages.yaml").unlink()
        result = desk.build()
        desk.restore()
        desk.build()
        return result

    def word() -> Run:
        desk.change_a_word(run)
        result = desk.build()
        desk.restore()
        desk.build()
        return result

    def page() -> Run:
        desk.add_a_page()
        result = desk.build()
        desk.restore()
        desk.build()
        return result

    yield (
        "cold, one process",
        lambda: (desk.restore(), desk.forget(), desk.build("--jobs", "1"))[-1],
    )
    yield "cold, all cores", cold
    yield "cold, pages unknown (no pages.yaml)", first
    yield "nothing changed", desk.build
    yield "one word changed in one article", word
    yield "one article grows by a page", page


def table(runs: int) -> str:
    """The figures as a Markdown table."""
    results: dict[str, list[Run]] = {}
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        for run in range(runs):
            for name, measure in cases(desk, run):
                results.setdefault(name, []).append(measure())
    rows = [
        "| build | seconds | pieces typeset | peak memory of a process, MiB |",
        "|---|--:|--:|--:|",
    ]
    for name, measured in results.items():
        seconds = statistics.median(run.seconds for run in measured)
        memory = max(run.memory for run in measured)
        rows.append(f"| {name} | {seconds:.2f} | {measured[-1].typeset} | {memory:.0f} |")
    return "\n".join(rows)


def machine() -> str:
    """What the figures were made on."""
    model = next(
        (
            line.split(":")[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.machine(),
    )
    return (
        f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    text = f"Medians of {arguments.runs} runs. {machine()}.\n\n{table(arguments.runs)}\n"
    print(text)
    if arguments.write:
        PAGE.write_text(MARK.sub(lambda m: m[1] + text + m[2], PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
