from __future__ import annotations

import os
import time
from multiprocessing import get_context
from pathlib import Path

import pytest

from tirage import whole
from tirage.findings import Finding, Place, Severity
from tirage.model.press import Anchor
from tirage.typeset import cache
from tirage.typeset.cache import Cache
from tirage.typeset.pages import Pages

PAGES = Pages(
    3,
    (Anchor("а", 1, 2.5, 3.25),),
    (),
    (Finding(Severity.WARN, "engine.css", "ignored", "…", Place("а", page="iv")),),
)
PDF = b"%PDF-1.7 pages"


def test_what_was_kept_is_found(tmp_path: Path) -> None:
    kept = Cache(tmp_path / "deep" / "cache").keep("key", PDF, PAGES)
    assert Cache(tmp_path / "deep" / "cache").find("key") == kept
    assert kept.pdf.read_bytes() == PDF
    assert kept.pages == PAGES


def test_what_was_never_kept_is_not_found(tmp_path: Path) -> None:
    assert Cache(tmp_path / "none").find("key") is None


@pytest.mark.parametrize("suffix", [".pdf", ".json"])
@pytest.mark.parametrize("damage", ["cut", "emptied", "removed", "other"])
def test_a_damaged_entry_is_not_found(tmp_path: Path, suffix: str, damage: str) -> None:
    folder = Cache(tmp_path)
    folder.keep("key", PDF, PAGES)
    file = tmp_path / f"key{suffix}"
    match damage:
        case "cut":
            file.write_bytes(file.read_bytes()[:-1])
        case "emptied":
            file.write_bytes(b"")
        case "removed":
            file.unlink()
        case "other":
            file.write_bytes(b'["one", "{}"]')
    assert folder.find("key") is None
    assert folder.find("key") != folder.keep("key", PDF, PAGES) == folder.find("key")


def test_the_pdf_of_another_build_does_not_pass_for_ours(tmp_path: Path) -> None:
    folder = Cache(tmp_path)
    entry = folder.keep("key", PDF, PAGES)
    whole.write(entry.pdf, b"%PDF-1.7 other")
    assert folder.find("key") is None


def test_nothing_half_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Cache(tmp_path)
    folder.keep("key", PDF, PAGES)

    def full(descriptor: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        folder.keep("key", b"%PDF-1.7 new", PAGES)
    found = folder.find("key")
    assert found
    assert found.pdf.read_bytes() == PDF
    assert len(list(tmp_path.iterdir())) == 2


def write_often(folder: Path, content: bytes) -> None:
    for _ in range(30):
        Cache(folder).keep("key", content * 1000, PAGES)


def test_two_builds_at_once_do_no_harm(tmp_path: Path) -> None:
    spawn = get_context("spawn")
    builds = [spawn.Process(target=write_often, args=(tmp_path, letter)) for letter in (b"a", b"b")]
    for build in builds:
        build.start()
    while any(build.is_alive() for build in builds):
        if entry := Cache(tmp_path).find("key"):
            assert entry.pages == PAGES
    assert [build.exitcode for build in builds] == [0, 0]
    assert not list(tmp_path.glob("*.part"))


def age(file: Path, days: float) -> None:
    moment = time.time() - days * 24 * 3600
    os.utime(file, (moment, moment))


def test_entries_unused_for_long_are_removed(tmp_path: Path) -> None:
    folder = Cache(tmp_path)
    for key, days in (("old", 90), ("young", 1)):
        folder.keep(key, PDF, PAGES)
        for file in tmp_path.glob(f"{key}.*"):
            age(file, days)
    folder.prune()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["young.json", "young.pdf"]


def test_use_keeps_an_entry_young(tmp_path: Path) -> None:
    folder = Cache(tmp_path)
    folder.keep("key", PDF, PAGES)
    for file in tmp_path.iterdir():
        age(file, 90)
    assert folder.find("key")
    folder.prune()
    assert folder.find("key")


def test_the_most_recent_entries_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "KEPT_ENTRIES", 2)
    folder = Cache(tmp_path)
    for days in range(5):
        folder.keep(f"key{days}", PDF, PAGES)
        for file in tmp_path.glob(f"key{days}.*"):
            age(file, days + 1)
    folder.prune()
    assert sorted(file.name for file in tmp_path.glob("*.json")) == ["key0.json", "key1.json"]
    assert sorted(file.name for file in tmp_path.glob("*.pdf")) == ["key0.pdf", "key1.pdf"]


def test_leavings_of_dead_builds_go_and_those_of_living_ones_stay(tmp_path: Path) -> None:
    dead, living = tmp_path / "a.pdf.12.part", tmp_path / "b.pdf.13.part"
    for file in (dead, living):
        file.write_bytes(b"half")
    age(dead, 1)
    Cache(tmp_path).prune()
    assert list(tmp_path.iterdir()) == [living]
