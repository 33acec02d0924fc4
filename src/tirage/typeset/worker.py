"""What a worker process does: it sets one piece after the other.

In come orders, out go the pages or the reason why there are none.
"""

from __future__ import annotations

import pickle
import resource
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Literal, TypeAlias

from tirage.findings import Finding
from tirage.model.press import Piece
from tirage.typeset.assets import AssetError
from tirage.typeset.pages import Pages
from tirage.typeset.pool import serve

Proof: TypeAlias = Callable[[Piece, bytes], tuple[Finding, ...]]
"""Looks at a piece and its finished PDF. A function at module level, so that a worker can import it."""

COMMAND = (sys.executable, "-P", "-c", "from tirage.typeset.worker import main; main()")
"""Starts a worker; its arguments are the memory limit in bytes and the number of its socket."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be set."""

    piece: Piece
    proof: Proof | None


@dataclass(frozen=True, slots=True)
class Done:
    """A piece that was set."""

    pdf: bytes
    pages: Pages
    seconds: float
    memory: int
    """The most memory that this worker has held since it was started, in bytes."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A piece that could not be set."""

    reason: Literal["memory", "assets", "engine"]
    detail: str
    trace: str
    """Where in the code it happened, for developers."""


def main() -> None:
    """Serve the parent that started this process with COMMAND."""
    memory, descriptor = (int(argument) for argument in sys.argv[1:])
    if sys.platform == "linux":  # other systems know the limit by name only
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    import tirage.typeset.engine  # noqa: F401, PLC0415 (takes a second: before the first job, not in its time)

    serve(descriptor, answer)


def answer(job: bytes) -> tuple[bytes, bool]:
    """The pickled Done or Failed for the pickled Order `job`, and whether the process is still sound."""
    try:
        made: Done | Failed = _make(pickle.loads(job))
    except BaseException as error:  # FatalURLFetchingError and its like are not Exceptions
        made = Failed(_reason(error), f"{type(error).__name__}: {error}", traceback.format_exc())
    return pickle.dumps(made), isinstance(made, Done)


def _make(order: Order) -> Done:
    from tirage.typeset.engine import set_piece  # noqa: PLC0415 (only a worker may import the engine)

    start = perf_counter()
    pdf, pages = set_piece(order.piece)
    if order.proof:
        pages = pages.with_findings(order.proof(order.piece, pdf))
    unit = 1 if sys.platform == "darwin" else 1024
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    return Done(pdf, pages, perf_counter() - start, memory)


def _reason(error: BaseException) -> Literal["memory", "assets", "engine"]:
    if isinstance(error, MemoryError):
        return "memory"
    return "assets" if isinstance(error, AssetError) else "engine"
