"""All checks there are, of copy, pages and galleys: from this list the documents and the tests are made."""

from __future__ import annotations

from typing import Any

from tirage.preflight import catalogue
from tirage.preflight.check import Check
from tirage.preflight.copychecks import COPY

ALL: tuple[Check[Any], ...] = (*COPY, *catalogue.ALL)
