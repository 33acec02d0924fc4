"""Lint and fix: an issue's files to a report of what is wrong in them, or to the same files mended.

Beside `build.py` the only module that knows stages; nothing is typeset here.
"""

from __future__ import annotations

import difflib
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tirage import whole
from tirage.findings import Report
from tirage.mending import mend
from tirage.model.copy import Edit
from tirage.preflight.lint import lint as check_copy
from tirage.preflight.lint import mends
from tirage.preflight.overriding import strays
from tirage.preflight.profile import judge, load
from tirage.read.issue import find_folder, read_issue

ROUNDS = 5
"""How often files are mended: one mend may uncover another."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file that fixing changes."""

    name: str
    """Relative to the journal's folder."""
    path: Path
    before: str
    after: str


def lint(issue: Path, profile: str) -> Report:
    """What is wrong in the files of the issue in the folder `issue`, judged by `profile`.

    Raises UsageError when there is no such issue or profile.
    """
    judging = load(profile)
    reading = read_issue(issue)
    found = (*reading.findings, *check_copy(reading.copy, reading.issue))
    overrides = reading.issue.every_override if reading.issue else ()
    return judge((*found, *strays(overrides, found, complete=False)), judging, (), overrides)


def fix(issue: Path, only: tuple[str, ...] = ()) -> tuple[Change, ...]:
    """What mending the issue in the folder `issue` changes, file by file; nothing is written.

    `only` names checks ("spaces.double", "spaces.*"); empty: all that can be mended.

    Raises UsageError when there is no such issue.
    """
    issue = find_folder(issue)
    home = issue.parent
    with TemporaryDirectory() as folder:
        desk = _lay_out(home, issue.name, Path(folder))
        files: set[str] = set()
        for _ in range(ROUNDS):
            touched = _mend_once(desk, issue.name, only)
            if not touched:
                break
            files |= touched
        changes = [Change(f, home / f, read(home / f), read(desk / f)) for f in sorted(files)]
    return tuple(change for change in changes if change.before != change.after)


def write(change: Change) -> None:
    """Write the mended file, whole or not at all."""
    whole.write(change.path, change.after.encode())


def difference(change: Change) -> str:
    """The change as a unified diff."""
    before, after = (text.splitlines(keepends=True) for text in (change.before, change.after))
    lines = difflib.unified_diff(before, after, f"a/{change.name}", f"b/{change.name}", n=1)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def counted(change: Change) -> str:
    """How many lines the change touches, as "3 lines mended"."""
    pairs = zip(change.before.splitlines(), change.after.splitlines(), strict=True)
    count = sum(before != after for before, after in pairs)
    return f"{count} line{'s' * (count != 1)} mended"


def read(path: Path) -> str:
    """The text of a file with its own line ends and byte order mark."""
    return path.read_bytes().decode()


def _lay_out(home: Path, name: str, desk: Path) -> Path:
    """A copy of the journal's folder, as far as reading needs it, in which files may be changed."""
    shutil.copytree(home / name, desk / name, copy_function=_link)
    with suppress(FileNotFoundError):
        shutil.copy(home / "journal.yaml", desk / "journal.yaml")
    return desk


def _link(source: str, target: str) -> None:
    """The same file under another name, or a copy where the disk is another."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _mend_once(desk: Path, name: str, only: tuple[str, ...]) -> set[str]:
    """Apply every mend there is; the files that it changed."""
    reading = read_issue(desk / name)
    by_file: dict[str, list[Edit]] = {}
    for one in mends(reading.copy, reading.issue, only):
        by_file.setdefault(one.file, []).append(one.edit)
    touched = set()
    for file, edits in by_file.items():
        before = read(desk / file)
        after = mend(before, edits)
        if after != before:
            whole.write(desk / file, after.encode())
            touched.add(file)
    return touched
