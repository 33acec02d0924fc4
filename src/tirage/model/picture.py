"""A picture file, opened and measured."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class Image:
    """A picture file of the issue that was opened and found sound."""

    path: Path
    kind: Literal["svg", "png", "jpeg"]
    width: float
    height: float
    """Natural size in px of CSS (1/96 inch)."""
    digest: str
    """SHA-256 of the file, hexadecimal."""
