"""Where the files that come with tirage lie: layouts, fonts and the starter journal."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent


def bundled(kind: Literal["layouts", "fonts", "starter"]) -> Path:
    """The folder of bundled `kind`: inside an installed package, or at the top of a checkout."""
    installed = _PACKAGE / "bundled" / kind
    return installed if installed.is_dir() else _PACKAGE.parents[1] / kind
