"""A build that is killed leaves the old files or the new ones, and the next build works."""

from __future__ import annotations

import os
import signal
import subprocess
import time

import pytest
from pypdf import PdfReader

from tests.pipeline.conftest import Desk


def whole(desk: Desk) -> None:
    """Every galley that is there is a whole file."""
    for path in desk.out.rglob("*.pdf"):
        assert path.read_bytes().rstrip().endswith(b"%%EOF")
        assert len(PdfReader(path).pages) > 0


@pytest.mark.parametrize("after", [0.2, 0.9, 1.6, 2.4, 3.2])
def test_killed_at_any_moment(built: Desk, after: float) -> None:
    desk = built
    old = {name: data for name, data in desk.files().items() if name.endswith(".pdf")}
    desk.write("first", "Quite another paragraph.", "kk")
    process = subprocess.Popen(
        desk.command(),
        cwd=desk.folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(after)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()

    whole(desk)
    survived = {name: data for name, data in desk.files().items() if name.endswith(".pdf")}
    assert survived["offprints/second.pdf"] == old["offprints/second.pdf"]

    assert desk.build().returncode == 0
    whole(desk)
    assert "Quite another" in PdfReader(desk.out / "offprints/first.pdf").pages[0].extract_text()
    left = [
        path.name
        for path in desk.out.rglob("*")
        if path.is_file() and path.suffix not in (".pdf", ".json", ".html")
    ]
    assert left == []


HEARING = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("tirage", run_name="__main__", alter_sys=True)
"""
"""Starts tirage where a shell that has put the tests into the background has made them deaf to Ctrl-C."""


def test_interrupted_exits_with_130(fresh: Desk) -> None:
    python, _, _, *arguments = fresh.command()
    with subprocess.Popen(
        [python, "-c", HEARING, *arguments],
        cwd=fresh.folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        process.stderr.readline()
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
        assert process.wait(timeout=120) == 130
    assert "Traceback" not in said
    assert "Interrupted" in said
