"""What galleys were bound from. In come gatherings, out goes by what their pages are known, read once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tirage.model.press import Gathering
from tirage.preflight.anatomy import PagePrint, page_prints
from tirage.preflight.recall import Recall
from tirage.preflight.subjects import open_pdf
