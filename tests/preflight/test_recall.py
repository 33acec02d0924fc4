"""What is kept in the cache, and what is not believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tirage.preflight.recall import Recall, digest_of, every_module


def test_a_value_is_kept_for_its_key(tmp_path: Path) -> None:
    Recall(tmp_path, "1").put(["слово", 1], "a", ("b", 2))
    assert Recall(tmp_path, "1").get("a", ("b", 2)) == ["слово", 1]
    assert Recall(tmp_path, "1").get("a", ("b", 3)) is None


def test_another_version_knows_nothing(tmp_path: Path) -> None:
    Recall(tmp_path, "1").put(1, "a")
    assert Recall(tmp_path, "2").get("a") is None


def test_without_a_folder_nothing_is_kept() -> None:
    recall = Recall(None, "1")
    recall.put(1, "a")
    assert recall.get("a") is None


@pytest.mark.parametrize("content", [b"", b"[1,", b"\xff"])
def test_a_broken_file_is_made_again(tmp_path: Path, content: bytes) -> None:
    recall = Recall(tmp_path, "1")
    recall.put([1], "a")
    (file,) = tmp_path.iterdir()
    file.write_bytes(content)
    assert recall.get("a") is None
    recall.put([1], "a")
    assert recall.get("a") == [1]


def test_a_cache_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    recall = Recall(tmp_path / "file", "1")
    recall.put(1, "a")
    assert recall.get("a") is None


def test_a_digest_is_of_the_text_of_modules() -> None:
    assert digest_of(["proof.py"]) == digest_of(["proof.py"]) != digest_of(["inspect.py"])


def test_every_module_is_known_by_its_path() -> None:
    assert {"proof.py", "checks/galley.py"} <= set(every_module())
