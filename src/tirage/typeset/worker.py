"""What a worker process does: it sets one piece after the other, and looks at what is finished.

In come orders, out go the pages, or what was found on them, or the reason why there is nothing.
"""

from __future__ import annotations

import pickle
import resource
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Literal

from tirage.findings import Finding
from tirage.model.errand import Errand
from tirage.model.press import Piece
from tirage.typeset.assets import AssetError
from tirage.typeset.pages import Pages
from tirage.typeset.pool import serve

COMMAND = (sys.executable, "-P", "-c", "from tirage.typeset.worker import main; main()")
"""Starts a worker; its arguments are the memory limit in bytes and the number of its socket."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be set."""

    piece: Piece
    shelf: Path
    """Where the fonts of the piece are kept for the next time."""

    @property
    def size(self) -> int:
        """How much there is to set, in characters."""
        return len(self.piece.html)


@dataclass(frozen=True, slots=True)
class Done:
    """A piece that was set."""

    pdf: bytes
    pages: Pages
    seconds: float
    memory: int
    """The most memory that this worker has held since it was started, in bytes."""


@dataclass(frozen=True, slots=True)
class Found:
    """What an errand has brought home."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """A piece that could not be set, or an errand that came to nothing."""

    reason: Literal["memory", "assets", "engine"]
    detail: str
    trace: str
    """Where in the code it happened, for developers."""


def main() -> None:
    """Serve the parent that started this process with COMMAND."""
    memory, descriptor = (int(argument) for argument in sys.argv[1:])
    if sys.platform == "linux":  # other systems know the limit by name only
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    from tirage.typeset.engine import warm_up  # noqa: PLC0415 (only a worker may import the engine)

    warm_up()
    serve(descriptor, answer)


def answer(job: bytes) -> tuple[bytes, bool]:
    """The pickled Done or Found for a pickled Order or Errand, or Failed; and whether the process is still sound."""
    try:
        asked: Order | Errand = pickle.loads(job)
        made = _set(asked) if isinstance(asked, Order) else Found(asked.find())
    except BaseException as error:  # FatalURLFetchingError and its like are not Exceptions
        detail = f"{type(error).__name__}: {error}"
        return pickle.dumps(Failed(_reason(error), detail, traceback.format_exc())), False
    return pickle.dumps(made), True


def _set(order: Order) -> Done:
    from tirage.typeset.engine import set_piece  # noqa: PLC0415 (only a worker may import the engine)

    start = perf_counter()
    pdf, pages = set_piece(order.piece, order.shelf)
    unit = 1 if sys.platform == "darwin" else 1024
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    return Done(pdf, pages, perf_counter() - start, memory)


def _reason(error: BaseException) -> Literal["memory", "assets", "engine"]:
    if isinstance(error, MemoryError):
        return "memory"
    return "assets" if isinstance(error, AssetError) else "engine"
