"""How far the build is: a bar for each stage on a terminal, plain lines elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

STAGES = 5


class Lines:
    """One line a step, for logs: `3/5 typeset: even-paragraphs`."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._head = ""

    def stage(self, number: int, name: str, total: int) -> None:  # noqa: ARG002  lines need no total
        """Stage `number` begins."""
        self._head = f"{number}/{STAGES} {name}"

    def step(self, what: str) -> None:
        """A step is done: print it."""
        self._stream.write(f"{self._head}: {what}\n")
        self._stream.flush()


class Bars:
    """One bar a stage, on a terminal."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}
        self._current: TaskID | None = None

    def stage(self, number: int, name: str, total: int) -> None:
        """Stage `number` begins with an empty bar; a stage that comes again starts over."""
        if name in self._tasks:
            self._progress.remove_task(self._tasks[name])
        self._current = self._progress.add_task(f"{number}/{STAGES} {name}", total=total, what="")
        self._tasks[name] = self._current

    def step(self, what: str) -> None:
        """A step is done: the bar grows."""
        if self._current is not None:
            self._progress.update(self._current, advance=1, what=what)


@contextmanager
def watch(stream: TextIO) -> Iterator[Lines | Bars]:
    """Somebody to tell of progress on `stream`, for as long as the context lasts."""
    if not stream.isatty():
        yield Lines(stream)
        return
    from rich.console import Console  # noqa: PLC0415  only terminals need it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (
        TextColumn("{task.description:<14}"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TextColumn("[dim]{task.fields[what]}"),
    )
    with Progress(*columns, console=Console(file=stream)) as progress:
        yield Bars(progress)
