"""Preflight of any PDF in a process of its own. In comes a path, out go findings, whatever the file does to its readers.

A file can be made to break a reader, to keep it busy or to fill its memory. Of a process that does not come back, the
system's word is the finding.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

from tirage.findings import Finding, Report
from tirage.model.press import Edition
from tirage.preflight.checks.file import readable
from tirage.preflight.opening import UnreadableError
from tirage.preflight.profile import judge, load
from tirage.records import from_record, to_record

SECONDS = 120
"""Time for one file."""

MEMORY = 3 << 30
"""Bytes for one file."""

_COMMAND = (sys.executable, "-P", "-c", "from tirage.preflight.guard import main; main()")


def examined(
    path: Path, edition: Edition, seconds: float = SECONDS, memory: int = MEMORY
) -> tuple[Finding, ...]:
    """What the checks find in the PDF at `path`. A file that cannot be read in time and memory is a finding, too."""
    command = [*_COMMAND, str(path), edition, str(memory)]
    try:
        done = subprocess.run(command, check=False, capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return _unreadable(
            path, UnreadableError("endless", f"after {seconds:.0f} seconds it was not read")
        )
    if done.returncode == 0:
        return tuple(from_record(record) for record in json.loads(done.stdout))
    if done.returncode == -signal.SIGKILL:
        return _unreadable(path, UnreadableError("too-large", "the system had no memory for it"))
    return _unreadable(path, UnreadableError("damaged", f"it broke its reader ({done.returncode})"))


def preflight(paths: tuple[Path, ...], profile: str) -> Report:
    """The report on the PDFs at `paths`, judged by `profile`, which also says what edition they are.

    Raises UsageError when there is no such profile.
    """
    judging = load(profile)
    edition: Edition = (
        "print" if profile == "print" else "archive" if profile == "archive" else "screen"
    )
    found = [finding for path in paths for finding in examined(path, edition)]
    return judge(found, judging, tuple(str(path) for path in paths))


def main() -> None:
    """Examine the file that the arguments name, and print the findings as JSON: what `examined` starts."""
    path, edition, memory = sys.argv[1:]
    if sys.platform == "linux":  # other systems know the limit by name only
        resource.setrlimit(resource.RLIMIT_AS, (int(memory), int(memory)))
    findings = _examine(Path(path), edition)  # type: ignore[arg-type]
    # Libraries may print; what is told is the last line.
    json.dump([to_record(finding) for finding in findings], sys.stdout)
    sys.stdout.flush()
    os._exit(0)  # what a damaged file has left in memory need not be cleared up


def _examine(path: Path, edition: Edition) -> tuple[Finding, ...]:
    from tirage.preflight.examine import examine  # noqa: PLC0415  loads the libraries, which only this process needs

    try:
        return examine(path.read_bytes(), str(path), edition)
    except OSError as error:
        return _unreadable(path, UnreadableError("damaged", str(error.strerror)))
    except MemoryError:
        return _unreadable(
            path, UnreadableError("too-large", "it takes more memory than there is for it")
        )


def _unreadable(path: Path, error: UnreadableError) -> tuple[Finding, ...]:
    return readable.findings(error, str(path))
