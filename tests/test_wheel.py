"""The built package works outside the checkout, with the layouts and fonts that it carries."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel in it; its dependencies are those of this one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    (site,) = folder.glob("lib/python*/site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    return folder / "bin" / "python"


def run(python: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(python), "-m", "tirage", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_wheel_carries_layouts_fonts_and_licences(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for file in (
        "layouts/bulletin/article.html",
        "layouts/bulletin/labels.yaml",
        "fonts/literata/OFL.txt",
    ):
        assert f"tirage/bundled/{file}" in names
    assert "tirage/starter/files/journal.yaml" in names
    assert "tirage/preflight/page/page.css" in names
    assert not [name for name in names if name.startswith(("tests", "content"))]


def test_a_new_journal_is_built_from_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    where = "import tirage.resources as r; print(r.bundled('layouts'))"
    found = subprocess.run([installed, "-c", where], capture_output=True, text=True, check=True)
    assert str(installed.parents[1]) in found.stdout

    assert run(installed, tmp_path, "new", "journal", "mine").returncode == 0
    built = run(installed, tmp_path, "build", "mine/2026-1", "--jobs", "1")
    assert built.returncode == 0, built.stderr + built.stdout
    assert (
        "Мақаланың тақырыбы"
        in PdfReader(tmp_path / "build/2026-1/offprints/first-article.pdf").pages[0].extract_text()
    )
