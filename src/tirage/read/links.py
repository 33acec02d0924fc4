"""Addresses on the web: which may stand in an issue."""

from __future__ import annotations

import re
from urllib.parse import unquote

from tirage.read.remarks import Position, Remarks

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SOUND = re.compile(
    r"""https?://[^\s/?#"<>]+(?:[/?#][^\s"<>]*)?|mailto:[^\s"<>]+@[^\s"<>]+""", re.IGNORECASE
)


def check_address(url: str, remarks: Remarks, at: Position) -> str:
    """`url` as an absolute http, https or mailto address; "" and a finding when it is none.

    `doi:10.5555/…` becomes the DOI's address. Nothing is looked up.
    """
    url = url.strip()
    if url.lower().startswith("doi:"):
        url = "https://doi.org/" + url[4:].strip()
    if not url or _SOUND.fullmatch(url):
        return url
    scheme = _SCHEME.match(url)
    if scheme and scheme[1].lower() not in ("http", "https", "mailto"):
        why, advice = "does not lead to the web", "Use an address that begins with `https://`."
    elif url.startswith("#"):
        why, advice = "is not an address", "Mention a section of the article with `@sec:name`."
    elif url.startswith("www."):
        why, advice = "is not a whole address", f"Write `https://{url}`."
    else:
        why, advice = "is not a whole address", "Write it whole: `https://example.org/page`."
    remarks.fail("content.link/address", f"`{unquote(url)}` {why}.", advice, at)
    return ""
