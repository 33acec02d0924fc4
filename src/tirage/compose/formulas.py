"""LaTeX formulas drawn as SVG, sitting on the baseline of the text around them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache

from tirage.model.press import Asset

_VIEW_BOX = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')


@dataclass(frozen=True, slots=True)
class Drawing:
    """A formula as a picture. Sizes in pt."""

    asset: Asset
    width: float
    height: float
    depth: float
    """How far it reaches below the baseline."""


@lru_cache(maxsize=4096)
def draw(latex: str, size: float, display: bool) -> Drawing:
    """The formula `latex` in type of `size` pt, in display style or for a line of text.

    Raises ValueError when the formula cannot be drawn.
    """
    import ziamath  # noqa: PLC0415  slow to import, and most builds draw nothing

    ziamath.config.svg2 = False
    try:
        svg = ziamath.Latex(latex, size=size, inline=not display).svg()
    except Exception as error:  # the library raises whatever its parser happens to
        raise ValueError(f"The formula «{latex}» cannot be drawn: {error}") from error
    match = _VIEW_BOX.search(svg)
    if match is None:
        raise ValueError(f"The formula «{latex}» has no size.")
    _, top, width, height = map(float, match.groups())
    data = svg.encode()
    digest = hashlib.sha256(data).hexdigest()
    asset = Asset(f"formula-{digest[:16]}.svg", "image/svg+xml", digest, data=data)
    return Drawing(asset, width, height, round(top + height, 3))
