"""The printer's profile: a file beside journal.yaml that is looked at before anything is printed with it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from tirage.bind import icc
from tirage.read.profile import read_profile
from tirage.read.remarks import Remarks
from tirage.read.source import Shelf

PRESS = icc.grey()

WRONG = {
    "content.profile/not-icc": PRESS[:-4],
    "content.profile/not-press": icc.srgb(),
    "content.profile/space": PRESS[:16] + b"RGB " + PRESS[20:],
}


def test_a_profile_of_a_press(tmp_path: Path) -> None:
    (tmp_path / "press.icc").write_bytes(PRESS)
    remarks = Remarks("journal.yaml")
    found = read_profile("press.icc", Shelf(tmp_path, "2026-1"), remarks, (3, 5))
    assert found == (tmp_path / "press.icc", sha256(PRESS).hexdigest())
    assert remarks.sorted() == ()


@pytest.mark.parametrize("finding", WRONG)
def test_a_profile_of_no_use(tmp_path: Path, finding: str) -> None:
    (tmp_path / "press.icc").write_bytes(WRONG[finding])
    remarks = Remarks("journal.yaml")
    assert read_profile("press.icc", Shelf(tmp_path, "2026-1"), remarks, (3, 5)) == (None, "")
    (told,) = remarks.sorted()
    assert (told.id, str(told.place)) == (finding, "journal.yaml:3:5")
    assert "Ask the printer" in told.advice


@pytest.mark.parametrize("name", ["../press.icc", "/etc/hostname", "absent.icc"])
def test_no_other_file_is_opened(tmp_path: Path, name: str) -> None:
    remarks = Remarks("journal.yaml")
    assert read_profile(name, Shelf(tmp_path, "2026-1"), remarks, (3, 5)) == (None, "")
    assert [told.check for told in remarks.sorted()] == ["content.file"]


def test_none_is_named(tmp_path: Path) -> None:
    remarks = Remarks("journal.yaml")
    assert read_profile("", Shelf(tmp_path, "2026-1"), remarks, (0, 0)) == (None, "")
    assert remarks.sorted() == ()
