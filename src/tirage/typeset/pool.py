"""Worker processes: jobs (bytes) go in, answers (bytes) or losses come out as they are finished.

A worker is a fresh Python process with an environment given to it whole, so that what it makes does not depend on
who started it. It takes one job at a time through a socket of its own, lives on between jobs and ends by itself as
soon as the parent is gone. What it writes to its standard error is kept in a file for the day it dies.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import socket
import subprocess
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from tempfile import TemporaryFile
from threading import Thread
from time import monotonic
from typing import Literal, Self

START_SECONDS = 120.0
"""How long a worker may take until it is ready for its first job."""

_READY, _SOUND, _DOUBTFUL = b"r", b"s", b"d"
"""First byte of a worker's messages: it waits for its first job; here is an answer; here is one, and it leaves."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What came of a job that has no answer."""

    reason: Literal["time", "death"]
    detail: str
    """How the worker ended and what it wrote last, for people who know the engine."""


class StartError(Exception):
    """A worker ended before it took its first job; the text is what it wrote."""


def serve(descriptor: int, answer: Callable[[bytes], tuple[bytes, bool]]) -> None:
    """Take jobs from the socket `descriptor` until the parent is gone; runs in the worker.

    `answer` makes the answer to a job and says whether the process is still sound; if not, it is the last one.
    """
    # Ctrl-C is for the parent, which then ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    faulthandler.enable()
    connection = Connection(descriptor)
    jobs: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(connection, jobs), daemon=True).start()
    connection.send_bytes(_READY)
    sound = True
    while sound:
        body, sound = answer(jobs.get())
        connection.send_bytes((_SOUND if sound else _DOUBTFUL) + body)


def _listen(connection: Connection, jobs: SimpleQueue[bytes]) -> None:
    """Pass jobs on; end the process, even in the midst of a job, when the other end of the socket is closed."""
    try:
        while True:
            jobs.put(connection.recv_bytes())
    except (EOFError, OSError):
        os._exit(0)


class _Worker:
    """One process as its parent sees it."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        ours, theirs = socket.socketpair()
        self.errors = TemporaryFile()  # noqa: SIM115 (lives as long as the process)
        with theirs:
            self.process = subprocess.Popen(
                [*command, str(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=self.errors,
                stderr=self.errors,
                env=environment,
            )
        self.connection = Connection(ours.detach())
        self.job: int | None = None
        self.ready = False
        self.deadline = monotonic() + START_SECONDS

    def take(self, number: int, job: bytes, seconds: float) -> None:
        """Begin job `number`; a worker that is dead already shows it when it is next listened to."""
        self.job = number
        self.deadline = monotonic() + seconds
        try:
            self.connection.send_bytes(job)
        except OSError:
            self.process.kill()

    def hear(self) -> bytes:
        """The next message; b"" when the worker is gone."""
        try:
            return self.connection.recv_bytes()
        except (EOFError, OSError):
            return b""

    def end(self, patience: float = 0) -> str:
        """End the process, after waiting `patience` seconds for it to end by itself; how it ended."""
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
        status = self.process.wait()
        self.connection.close()
        with self.errors:
            self.errors.seek(0)
            text = self.errors.read().decode(errors="replace").strip()
        how = (
            f"signal {-status} ({signal.strsignal(-status)})" if status < 0 else f"status {status}"
        )
        return f"{how}: {text[-2000:]}" if text else how


class Pool:
    """At most `size` workers that run `command` with the number of their socket as last argument.

    Use it as a context manager: all workers end with it. They are started when there is work for them.
    """

    def __init__(
        self, size: int, command: Sequence[str], environment: Mapping[str, str], seconds: float
    ) -> None:
        self._size = size
        self._command = tuple(command)
        self._environment = dict(environment)
        self._seconds = seconds
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.process.kill()  # all of them, before one is waited for
        for worker in tuple(self._workers):
            self._dismiss(worker)

    def warm(self) -> None:
        """Start a worker before there is work for it."""
        self._hire(1)

    def run(self, jobs: Sequence[bytes], hire: bool = True) -> Iterator[tuple[int, bytes | Loss]]:
        """The number (from 0) and the answer or loss of each job, as they are finished, started in the given order.

        `hire`: as many workers may be started as the pool may have; else those that are there do the jobs, or one.

        A job whose worker died is given to another one, once: workers are also killed for reasons that are not the
        job's, above all when the machine is short of memory.

        Raises StartError when workers cannot be started.
        """
        waiting = deque(enumerate(jobs))
        repeated: set[int] = set()
        try:
            while waiting or self._busy():
                self._hire(len(self._busy()) + len(waiting) if hire else 1)
                for worker in self._workers:
                    if waiting and worker.ready and worker.job is None:
                        worker.take(*waiting.popleft(), self._seconds)
                for number, outcome in self._news():
                    if _died(outcome) and number not in repeated:
                        repeated.add(number)
                        waiting.append((number, jobs[number]))
                    else:
                        yield number, outcome
        finally:
            for worker in self._busy():
                self._dismiss(worker)

    def _hire(self, wanted: int) -> None:
        """Have `wanted` workers, or as many as there may be; those that died while they were idle are replaced."""
        for worker in tuple(self._workers):
            if worker.job is None and worker.process.poll() is not None and worker.ready:
                self._dismiss(worker)
        for _ in range(min(self._size, wanted) - len(self._workers)):
            self._workers.append(_Worker(self._command, self._environment))

    def _busy(self) -> tuple[_Worker, ...]:
        return tuple(worker for worker in self._workers if worker.job is not None)

    def _dismiss(self, worker: _Worker, patience: float = 0) -> str:
        self._workers.remove(worker)
        return worker.end(patience)

    def _news(self) -> Iterator[tuple[int, bytes | Loss]]:
        """Wait until a worker says something, dies or is out of time; what came of the jobs concerned."""
        rest = min(worker.deadline for worker in self._workers) - monotonic()
        heard = wait([worker.connection for worker in self._workers], min(max(rest, 0), 3600))
        now = monotonic()
        for worker in tuple(self._workers):
            number = worker.job
            if worker.connection in heard:
                outcome = self._outcome(worker)
            elif worker.deadline <= now:
                outcome = Loss("time", self._dismiss(worker))
            else:
                continue
            if number is not None and outcome is not None:
                yield number, outcome
            elif isinstance(outcome, Loss) and not worker.ready:
                raise StartError(outcome.detail)

    def _outcome(self, worker: _Worker) -> bytes | Loss | None:
        """What `worker` says of its job; None when it only says that it is ready."""
        message = worker.hear()
        kind, body = message[:1], message[1:]
        if not kind:
            return Loss("death", self._dismiss(worker, patience=5))
        if kind == _DOUBTFUL:
            self._dismiss(worker)
        worker.ready, worker.job, worker.deadline = True, None, inf
        return None if kind == _READY else body


def _died(outcome: bytes | Loss) -> bool:
    return isinstance(outcome, Loss) and outcome.reason == "death"
