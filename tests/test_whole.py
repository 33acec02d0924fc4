"""Files appear whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tirage import whole


def test_text_and_bytes_are_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "file"
    whole.write(path, "Қазақ")
    assert path.read_text("utf-8") == "Қазақ"
    whole.write(path, b"\x00")
    assert path.read_bytes() == b"\x00"
    assert list(path.parent.iterdir()) == [path]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    whole.write(path, "old")

    def full(descriptor: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        whole.write(path, "new")
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_killed_writers_have_left_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / ".issue.pdf.4711.part").write_bytes(b"%PDF")
    (tmp_path / ".mine").write_bytes(b"mine")
    (tmp_path / "chapter.part").write_bytes(b"mine")
    with whole.part(tmp_path / "report.json") as written:
        whole.clear(tmp_path)
        assert {path.name for path in tmp_path.iterdir()} == {
            ".mine", "chapter.part", Path(written.name).name,
        }  # fmt: skip
    assert {path.name for path in tmp_path.iterdir()} == {".mine", "chapter.part"}
    whole.clear(tmp_path / "no such folder")
