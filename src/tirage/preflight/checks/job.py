"""The printer's file as a whole. In comes an opened galley of the print edition, out goes what the printer would refuse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tirage.preflight.check import Fault, check
from tirage.preflight.checks.press import MM, _label
from tirage.preflight.objects import at, string
from tirage.preflight.paint import mark_points
from tirage.preflight.subjects import Bound
