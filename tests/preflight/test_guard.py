"""Files that break their reader, in a process of its own; and the command that checks any PDF."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.preflight.press import Press
from tirage.errors import UsageError
from tirage.findings import Severity
from tirage.preflight import guard


def test_a_galley_is_allowed(press: Press) -> None:
    report = guard.preflight((press.desk().galley("two").path,), "publish")
    assert report.allowed
    assert {one.severity for one in report.findings} == {Severity.SKIP}


@pytest.mark.parametrize("content", [b"", b"\0" * 99, b"<html></html>", b"%PDF-1.7\n%%EOF\n"])
def test_what_is_no_pdf_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(content)
    (found,) = guard.examined(path, "screen")
    assert found.id == "file.readable/damaged"
    assert found.place.file == str(path)


def test_a_reader_that_dies_is_a_finding(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    died = (sys.executable, "-c", "import os; os.kill(os.getpid(), 11)")
    monkeypatch.setattr(guard, "_COMMAND", died)
    (found,) = guard.examined(press.desk().galley("two").path, "screen")
    assert found.id == "file.readable/damaged"
    assert "broke its reader" in found.message


def test_a_bomb_stops_at_the_limit_of_memory(tmp_path: Path) -> None:
    from pikepdf import Name, Pdf  # noqa: PLC0415

    path = tmp_path / "bomb.pdf"
    with Pdf.new() as pdf:
        page = pdf.add_blank_page()
        page.Contents = pdf.make_stream(bytes(400_000_000))
        page.Contents.Foo = Name.Bar
        pdf.save(path, compress_streams=True)
    found = guard.examined(path, "screen", seconds=60, memory=600 << 20)
    assert {one.check for one in found} == {"file.readable"}


def test_an_unknown_profile_is_refused(press: Press) -> None:
    with pytest.raises(UsageError):
        guard.preflight((press.desk().galley("two").path,), "unheard-of")


def test_the_command_tells_findings_and_exits_by_them(press: Press, tmp_path: Path) -> None:
    good = press.desk().galley("two").path
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(good.read_bytes()[:5000])

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "tirage", "preflight", *arguments]
        return subprocess.run(command, check=False, capture_output=True, text=True)

    done = run(str(good), "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["galleys"] == [str(good)]
    done = run(str(good), str(bad), "--format", "json")
    assert done.returncode == 1
    assert "file.readable" in {one["check"] for one in json.loads(done.stdout)["findings"]}
    assert run(str(tmp_path / "none.pdf")).returncode == 2
    assert run().returncode == 2
