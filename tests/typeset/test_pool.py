from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.typeset.toys import COMMAND, ENVIRONMENT
from tirage.typeset.pool import Loss, Pool, StartError

ROOT = Path(__file__).parents[2]


def toys(size: int = 1, seconds: float = 30, environment: dict[str, str] | None = None) -> Pool:
    return Pool(size, COMMAND, ENVIRONMENT | (environment or {}), seconds)


def outcomes(pool: Pool, *jobs: str) -> list[bytes | Loss]:
    """What came of each job, in the order of the jobs."""
    done = dict(pool.run([job.encode() for job in jobs]))
    return [done[number] for number in range(len(jobs))]


def test_every_job_has_its_own_answer() -> None:
    with toys(2) as pool:
        answers = outcomes(pool, *(f"say {number}" for number in range(20)))
    assert answers == [str(number).encode() for number in range(20)]


def test_what_is_finished_first_comes_first() -> None:
    with toys(2) as pool:
        order = [number for number, _ in pool.run([b"sleep 1", b"say a", b"say b"])]
    assert order == [1, 2, 0]


def test_large_jobs_and_answers_pass() -> None:
    text = "қ" * 3_000_000
    with toys() as pool:
        assert outcomes(pool, f"say {text}") == [text.encode()]


def test_workers_stay_for_the_next_run() -> None:
    with toys() as pool:
        assert outcomes(pool, "pid") == outcomes(pool, "pid")


def test_there_are_no_more_workers_than_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    start = subprocess.Popen

    def count(*arguments: object, **options: object) -> object:
        started.append(arguments)
        return start(*arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", count)
    with toys(8) as pool:
        assert outcomes(pool) == []
        assert not started
        assert outcomes(pool, "say a") == [b"a"]
        assert len(started) == 1


def test_without_hiring_those_that_are_there_do_the_work() -> None:
    with toys(3) as pool:
        (pid,) = outcomes(pool, "pid")
        assert {pid} == {answer for _, answer in pool.run([b"pid"] * 6, hire=False)}
    with toys(3) as pool:
        assert len({answer for _, answer in pool.run([b"pid"] * 6, hire=False)}) == 1


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM])
def test_a_worker_that_dies_loses_one_job_only(number: signal.Signals) -> None:
    with toys() as pool:
        first, lost, last = outcomes(pool, "say a", f"die {int(number)}", "say b")
    assert (first, last) == (b"a", b"b")
    assert isinstance(lost, Loss)
    assert lost.reason == "death"
    assert f"signal {int(number)}" in lost.detail
    assert "last words" in lost.detail


def test_a_job_whose_worker_was_killed_gets_a_second_one(tmp_path: Path) -> None:
    job = f"die-once {tmp_path / 'flag'}"
    with toys() as pool:
        assert outcomes(pool, job, "say b") == [job.split()[1].encode(), b"b"]


def test_a_worker_out_of_time_is_ended_and_replaced() -> None:
    with toys(seconds=0.5) as pool:
        before, lost, after = outcomes(pool, "pid", "sleep 60", "pid")
    assert isinstance(lost, Loss)
    assert lost.reason == "time"
    assert before != after
    assert not alive(before)


def test_a_worker_in_doubt_answers_and_leaves() -> None:
    with toys() as pool:
        before, said, after = outcomes(pool, "pid", "doubt it", "pid")
    assert said == b"it"
    assert before != after


def test_a_worker_killed_while_it_was_idle_costs_nothing() -> None:
    with toys() as pool:
        (pid,) = outcomes(pool, "pid")
        os.kill(number_of(pid), signal.SIGKILL)
        wait_until(lambda: not alive(pid))
        assert outcomes(pool, "say still here") == [b"still here"]


def test_workers_see_the_environment_they_were_given_and_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SECRET", "x")
    with toys(environment={"GIVEN": "y"}) as pool:
        (names,) = outcomes(pool, "environment")
    assert isinstance(names, bytes)
    assert b"GIVEN" in names
    assert b"SECRET" not in names


def test_a_worker_that_cannot_start_says_why() -> None:
    with toys(environment={"TOY_BROKEN": "1"}) as pool, pytest.raises(StartError, match="broken"):
        outcomes(pool, "say a")


def test_leaving_a_run_early_ends_what_was_in_work() -> None:
    with toys(2) as pool:
        (pid,) = outcomes(pool, "pid")
        with closing(pool.run([b"sleep 60", b"say a"])) as run:  # type: ignore[type-var]
            next(run)
        assert outcomes(pool, "say b") == [b"b"]
    assert not alive(pid)


PARENT = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from tests.typeset.toys import COMMAND, ENVIRONMENT
from tirage.typeset.pool import Pool
with Pool(2, COMMAND, ENVIRONMENT, 60) as pool:
    for number, answer in pool.run([b"pid", b"pid", b"sleep 60", b"sleep 60"]):
        print(answer.decode(), flush=True)
"""


@pytest.fixture
def parent() -> Iterator[subprocess.Popen[str]]:
    """A process with two workers that are in the midst of a long job."""
    command = [sys.executable, "-c", PARENT]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.kill()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_workers_end_with_their_parent(
    parent: subprocess.Popen[str], number: signal.Signals
) -> None:
    assert parent.stdout
    workers = {parent.stdout.readline().strip().encode() for _ in range(2)}
    assert all(alive(worker) for worker in workers)
    wait_until(lambda: ended_by(parent, number))
    wait_until(lambda: not any(alive(worker) for worker in workers))


def ended_by(process: subprocess.Popen[str], number: signal.Signals) -> bool:
    """Send the signal again until it is heard: Python drops an interrupt that comes while a destructor runs."""
    process.send_signal(number)
    with suppress(subprocess.TimeoutExpired):
        process.wait(2)
    return process.returncode is not None


def alive(pid: bytes | Loss) -> bool:
    try:
        os.kill(number_of(pid), 0)
        state = Path(f"/proc/{number_of(pid)}/stat").read_text().rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False
    return state != "Z"


def number_of(pid: bytes | Loss) -> int:
    assert isinstance(pid, bytes)
    return int(pid)


def wait_until(condition: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)
