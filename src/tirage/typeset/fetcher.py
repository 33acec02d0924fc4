"""What the engine may load: `asset:` addresses of the piece, and `data:` addresses, which carry their content.

Nothing else, neither file nor network: content is not trusted (WeasyPrint's documentation, "Security").
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote

from weasyprint.urls import URLFetcher, URLFetcherResponse

from tirage.model.press import Asset
from tirage.typeset.assets import load


class AssetFetcher(URLFetcher):
    """Answers the engine's requests for one piece.

    Raises AssetError, when made, if an asset is not what it should be.
    """

    def __init__(self, assets: Iterable[Asset]) -> None:
        super().__init__(  # type: ignore[no-untyped-call]
            allowed_protocols=("data",), allow_redirects=False
        )
        self._assets = load(assets)
        self.refused: list[str] = []
        """Addresses that were asked for and not served."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The content of `url`.

        Raises ValueError when it is neither one of the piece's assets nor a `data:` address.
        """
        scheme, _, rest = url.partition(":")
        if scheme.lower() == "data":
            response: URLFetcherResponse = super().fetch(url, headers)  # type: ignore[no-untyped-call]
            return response
        asset = self._assets.get(unquote(rest.partition("#")[0])) if scheme == "asset" else None
        if asset is None:
            self.refused.append(url)
            raise ValueError(f"{url} is not among the files of this piece")
        media_type, content = asset
        return URLFetcherResponse(url, content, {"Content-Type": media_type})
