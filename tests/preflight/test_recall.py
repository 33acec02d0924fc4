"""What is kept in the cache, and what is not believed."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tirage.findings import Finding, Place, Severity
from tirage.languages import folders
from tirage.preflight import recall as recalling
from tirage.preflight.recall import Recall, digest_of, every_text, opened


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


def test_nothing_is_not_the_same_as_unknown(tmp_path: Path) -> None:
    recall = Recall(tmp_path, "1")
    assert recall.kept("a") is None
    assert recall.findings(lambda: (), "a") == ()
    assert recall.kept("a") == ()


def test_what_a_broken_check_says_is_not_kept(tmp_path: Path) -> None:
    recall = Recall(tmp_path, "1")
    sound = Finding(Severity.WARN, "a.check", "code", "Something is wrong.", Place("file", 3))
    broken = replace(sound, severity=Severity.ERROR)
    assert recall.findings(lambda: (sound, broken), "a") == (sound, broken)
    assert recall.findings(lambda: (sound,), "a") == (sound,)
    assert recall.findings(lambda: (), "a") == (sound,)


def test_the_older_half_goes_when_there_is_too_much(tmp_path: Path) -> None:
    recall = Recall(tmp_path, "1")
    for number in range(6):
        recall.put(number, "a", number)
    for age, number in enumerate((3, 0, 5, 1, 4, 2)):
        (file,) = (one for one in tmp_path.iterdir() if one.read_text() == str(number))
        os.utime(file, (1_000 - age, 1_000 - age))
    recall.prune(most=6)
    assert len(list(tmp_path.iterdir())) == 6
    recall.prune(most=5)
    assert [number for number in range(6) if recall.get("a", number) is not None] == [0, 3, 5]
    Recall(tmp_path / "nothing", "1").prune()
    Recall(None, "").prune()


def test_what_is_kept_holds_until_a_check_changes() -> None:
    stage = Path(recalling.__file__).parent
    checks = {stage / "proof.py", stage / "checks" / "galley.py"}
    assert checks | {stage.parent / "model" / "press.py"} <= set(every_text())
    assert digest_of([stage / "proof.py"]) != digest_of([stage / "inspect.py"])


def test_what_is_kept_holds_until_a_language_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(tmp_path).put(1, "a")
    assert opened(tmp_path).get("a") == 1
    monkeypatch.setattr(folders, "digest", lambda: "another")
    assert opened(tmp_path).get("a") is None
