"""What pages draw is looked at once, and looked at again when it changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tirage.preflight import drawn
from tirage.preflight.drawn import Drawn, look, shelf
from tirage.preflight.recall import Recall

PAGE = b"/P <</MCID 0>> BDC\nBT <0041> Tj ET\nEMC\n/Artifact BMC\n0 0 9 9 re f\nEMC\n"
STRAY = PAGE + b"0 0 9 9 re f\n"


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The contents that were looked at."""
    contents: list[bytes] = []

    def note(content: bytes) -> Drawn:
        contents.append(content)
        return look(content)

    monkeypatch.setattr(drawn, "look", note)
    return contents


def test_a_content_is_looked_at_once(tmp_path: Path, looked: list[bytes]) -> None:
    for _ in range(2):
        with shelf(Recall(tmp_path, "1"), "2026-1", "one.pdf") as look_once:
            assert look_once(PAGE) == look_once(PAGE) == look(PAGE)
    assert looked == [PAGE]


def test_a_changed_content_is_looked_at(tmp_path: Path, looked: list[bytes]) -> None:
    for content in (PAGE, STRAY, STRAY, PAGE):
        with shelf(Recall(tmp_path, "1"), "2026-1", "issue.pdf") as look_once:
            assert look_once(content).stray is (content == STRAY)
    assert looked == [PAGE, STRAY, PAGE], "a shelf holds what is in its file now"


def test_other_checks_look_again(tmp_path: Path, looked: list[bytes]) -> None:
    for version in ("1", "2"):
        with shelf(Recall(tmp_path, version), "2026-1", "issue.pdf") as look_once:
            look_once(PAGE)
    assert looked == [PAGE, PAGE]
