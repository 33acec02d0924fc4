from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from tirage.bind.saving import Way, save_all


def pdf(pages: int = 1) -> pikepdf.Pdf:
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page()
    return made


def test_files_are_written_with_their_folders_and_digests_told(tmp_path: Path) -> None:
    paths = [tmp_path / "issue.pdf", tmp_path / "deep" / "one.pdf"]
    digests = save_all((path, "early", pdf()) for path in paths)
    assert [sha256(path.read_bytes()).hexdigest() for path in paths] == list(digests)
    assert sorted(path.name for path in tmp_path.rglob("*.*")) == ["issue.pdf", "one.pdf"]


def test_files_can_be_read_by_others(tmp_path: Path) -> None:
    save_all([(tmp_path / "a.pdf", "early", pdf())])
    (tmp_path / "plain").write_text("")
    assert (tmp_path / "a.pdf").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_nothing_changes_when_one_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("old")

    def galleys() -> Iterator[tuple[Path, Way, pikepdf.Pdf]]:
        yield tmp_path / "a.pdf", "early", pdf()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save_all(galleys())
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_text() == "old"


KILLED = """
import os, sys, pikepdf
from pathlib import Path
from tirage.bind import saving
folder = Path(sys.argv[1])
def galleys():
    for name in ("a.pdf", "b.pdf"):
        pdf = pikepdf.new()
        pdf.add_blank_page()
        yield folder / name, "early", pdf
    os._exit(9)
saving.save_all(galleys())
"""


def test_a_killed_process_leaves_the_old_files(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_text("old")
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert done.returncode == 9
    assert [(tmp_path / name).read_text() for name in ("a.pdf", "b.pdf")] == ["old", "old"]
    save_all([(tmp_path / "a.pdf", "early", pdf())])
    with pikepdf.open(tmp_path / "a.pdf") as written:
        assert len(written.pages) == 1
