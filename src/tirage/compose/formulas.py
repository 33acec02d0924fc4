"""LaTeX formulas drawn as SVG, sitting on the baseline of the text around them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from xml.etree.ElementTree import fromstring, tostring

from tirage import whole
from tirage.compose.signs import mark_signs
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


def draw(latex: str, size: float, display: bool, kept: Path | None = None) -> Drawing:
    """The formula `latex` in type of `size` pt, in display style or for a line of text.

    With `kept`, a folder, a formula is drawn once in its life. Raises ValueError when it cannot be drawn.
    """
    if kept is None:
        return _measure(latex, _svg(latex, size, display))
    key = hashlib.sha256(f"{_drawn_by()} {size} {display} {latex}".encode()).hexdigest()
    path = kept / f"{key[:32]}.svg"
    try:
        svg = path.read_text("utf-8")
    except FileNotFoundError:
        svg = _svg(latex, size, display)
        whole.write(path, svg)
    return _measure(latex, svg)


def _svg(latex: str, size: float, display: bool) -> str:
    # Slow to import, and most builds draw nothing.
    import ziamath  # noqa: PLC0415
    from ziamath.tex import tex2mml  # noqa: PLC0415

    ziamath.config.svg2 = False
    try:
        formula = fromstring(tex2mml(latex, inline=not display))
        mark_signs(formula)
        return str(ziamath.Math(tostring(formula, encoding="unicode"), size=size).svg())
    except Exception as error:  # the library raises whatever its parser happens to
        raise ValueError(f"The formula «{latex}» cannot be drawn: {error}") from error


def _measure(latex: str, svg: str) -> Drawing:
    match = _VIEW_BOX.search(svg)
    if match is None:
        raise ValueError(f"The formula «{latex}» cannot be drawn: it has no size.")
    _, top, width, height = map(float, match.groups())
    data = svg.encode()
    digest = hashlib.sha256(data).hexdigest()
    asset = Asset(f"formula-{digest[:16]}.svg", "image/svg+xml", digest, data=data)
    return Drawing(asset, width, height, round(top + height, 3))


@cache
def _drawn_by() -> str:
    """What a kept drawing depends on beside its LaTeX and size."""
    rules = Path(__file__).with_name("signs.py").read_bytes()
    return f"ziamath {version('ziamath')} {hashlib.sha256(rules).hexdigest()}"
