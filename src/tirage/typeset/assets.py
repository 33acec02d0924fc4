"""The only way in for pictures: the assets of a piece, read once and proved by their digests."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from tirage.model.press import Asset


class AssetError(Exception):
    """An asset cannot be read or is not what it was when the piece was composed; the text names its file."""


def load(assets: Iterable[Asset]) -> dict[str, tuple[str, bytes]]:
    """Media type and content of each asset, by name.

    Raises AssetError when a file is gone or its content has another digest.
    """
    return {asset.name: (asset.media_type, _content(asset)) for asset in assets}


def _content(asset: Asset) -> bytes:
    try:
        content = asset.path.read_bytes() if asset.path else asset.data
    except OSError as error:
        raise AssetError(f"{asset.path} cannot be read ({error.strerror})") from error
    if sha256(content).hexdigest() != asset.digest:
        raise AssetError(f"{asset.path or asset.name} has changed since it was read")
    return content
