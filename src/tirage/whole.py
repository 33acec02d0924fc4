"""Files that appear whole: whoever looks, and whenever the program is killed, finds the old file or the new one."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedRandom
from pathlib import Path


def write(path: Path, content: bytes | str) -> None:
    """Write `content` (text as UTF-8) beside its place, then rename it; makes the folder when needed.

    Raises OSError when it cannot be written; nothing is left behind then.
    """
    with part(path) as file:
        file.write(content.encode() if isinstance(content, str) else content)
        settle(file)
        Path(file.name).replace(path)


@contextmanager
def part(path: Path) -> Iterator[BufferedRandom]:
    """An empty file beside `path`, to be renamed to it; removed at the end when it was not. Makes the folder when needed.

    It is locked, by which `clear` knows that somebody is writing it. Raises OSError when it cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("w+b") as file:
            with suppress(OSError):  # a file system without locks
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield file
    finally:
        beside.unlink(missing_ok=True)


def settle(file: BufferedRandom) -> None:
    """Wait until what was written to `file` is on the disk.

    Raises OSError when it cannot be put there.
    """
    file.flush()
    os.fsync(file.fileno())


def clear(folder: Path) -> None:
    """Remove from `folder` the parts of writers that were killed; what cannot be removed, or locked, stays."""
    for beside in folder.glob(".*.part"):
        with suppress(OSError), beside.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            beside.unlink()


def written(path: Path) -> float:
    """When the file was last written, in seconds of the system's clock; 0 when somebody has removed it."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0
