"""The pages of the tests, printed once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.preflight.press import Press

ROOT = Path(__file__).resolve().parents[2]

_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""


@pytest.fixture(scope="session")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The PDF of each document by its name."""
    folder = tmp_path_factory.mktemp("printed")
    config = folder / "fonts.conf"
    config.write_text(_FONTS.format(fonts=ROOT / "fonts", cache=folder / "cache"), "utf-8")
    command = [sys.executable, "-m", "tests.preflight.printer", str(folder)]
    environment = {**os.environ, "FONTCONFIG_FILE": str(config)}
    subprocess.run(command, check=True, cwd=ROOT, env=environment)
    return {path.stem: path.read_bytes() for path in folder.glob("*.pdf")}


@pytest.fixture
def press(pdfs: Mapping[str, bytes], tmp_path: Path) -> Press:
    """A press with the printed pages and a folder to bind in."""
    return Press(pdfs, tmp_path)
