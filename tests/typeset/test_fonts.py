from __future__ import annotations

import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.typeset.helpers import FONTS
from tirage.errors import TypesetError
from tirage.typeset.fonts import configuration, digest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one font and its licence."""
    shutil.copytree(FONTS / "source-sans-3", tmp_path / "own")
    return tmp_path / "own"


def test_the_digest_does_not_depend_on_where_the_fonts_lie(folder: Path, tmp_path: Path) -> None:
    before = digest([folder])
    assert digest([folder.rename(tmp_path / "elsewhere")]) == before


def test_a_font_that_changes_changes_the_digest(folder: Path) -> None:
    before = digest([folder])
    font = next(folder.glob("*.ttf"))
    font.write_bytes(font.read_bytes()[:-1] + b"x")
    assert digest([folder]) != before


def test_a_font_with_another_name_changes_the_digest(folder: Path) -> None:
    before = digest([folder])
    next(folder.glob("*.ttf")).rename(folder / "Other.ttf")
    assert digest([folder]) != before


def test_a_licence_does_not(folder: Path) -> None:
    before = digest([folder])
    (folder / "OFL.txt").write_text("…", "utf-8")
    assert digest([folder]) == before


def test_the_order_of_the_folders_counts(folder: Path) -> None:
    assert digest([folder, FONTS]) != digest([FONTS, folder])


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(TypesetError, match=r"no folder of fonts “.*none”"):
        digest([tmp_path / "none"])


def test_a_folder_without_fonts_is_named(tmp_path: Path) -> None:
    (tmp_path / "OFL.txt").write_text("…", "utf-8")
    with pytest.raises(TypesetError, match=f"no font in “{tmp_path}”"):
        digest([tmp_path])
    with pytest.raises(TypesetError, match="no font in any folder"):
        digest([])


def test_the_configuration_knows_the_given_folders_only(tmp_path: Path) -> None:
    odd = tmp_path / "A & <B>"
    tree = ElementTree.fromstring(configuration((odd, FONTS), "f" * 64, tmp_path))
    assert [item.text for item in tree.iter("dir")] == [str(odd.resolve()), str(FONTS.resolve())]
    assert [item.text for item in tree.iter("cachedir")] == [str(tmp_path.resolve() / ("f" * 16))]
    assert {item.tag for item in tree} == {"dir", "cachedir"}
