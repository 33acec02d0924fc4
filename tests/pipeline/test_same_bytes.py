"""Same input, same bytes: whatever the folder, the hash seed, the time zone, the language and the number of processes."""

from __future__ import annotations

from pathlib import Path

from tests.pipeline.conftest import Desk, make_desk

HERE = {"PYTHONHASHSEED": "1", "TZ": "Asia/Almaty", "LC_ALL": "C.UTF-8"}
THERE = {"PYTHONHASHSEED": "77", "TZ": "America/Lima", "LC_ALL": "C", "HOME": "/nonexistent"}


def files(folder: Path, environment: dict[str, str], *options: str) -> dict[str, bytes]:
    desk: Desk = make_desk(folder)
    desk.environment = environment
    result = desk.build(*options)
    assert result.returncode == 0, result.stderr + result.stdout
    return {**desk.files(), "pages.yaml": (desk.issue / "pages.yaml").read_bytes()}


def test_two_builds_give_identical_files(tmp_path: Path) -> None:
    one = files(tmp_path / "one", HERE, "--jobs", "1")
    two = files(tmp_path / "another folder, ә", THERE, "--jobs", "2")
    assert list(one) == list(two)
    assert [name for name in one if one[name] != two[name]] == []
