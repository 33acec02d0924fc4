from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from tests.typeset.helpers import make_asset
from tirage.model.press import Asset
from tirage.typeset.assets import AssetError, load


def on_disk(path: Path, content: bytes) -> Asset:
    path.write_bytes(content)
    return Asset(path.name, "image/png", sha256(content).hexdigest(), path)


def test_contents_come_from_files_and_from_assets_themselves(tmp_path: Path) -> None:
    file = on_disk(tmp_path / "a.png", b"file")
    data = make_asset("b.svg", "image/svg+xml", b"data")
    assert load([file, data]) == {
        "a.png": ("image/png", b"file"),
        "b.svg": ("image/svg+xml", b"data"),
    }


def test_a_file_that_changed_is_named(tmp_path: Path) -> None:
    asset = on_disk(tmp_path / "a.png", b"file")
    (tmp_path / "a.png").write_bytes(b"other")
    with pytest.raises(AssetError, match=r"a\.png has changed"):
        load([asset])


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    asset = on_disk(tmp_path / "a.png", b"file")
    (tmp_path / "a.png").unlink()
    with pytest.raises(AssetError, match=r"a\.png cannot be read"):
        load([asset])
