"""The HTML of every kind of piece, whole. Written anew with TIRAGE_GOLDEN=write, then read before it is committed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.compose import samples
from tests.compose.test_pieces import pieces

GOLDEN = Path(__file__).parents[1] / "golden"
ISSUE = samples.issue(sections=(*samples.issue().sections[:1], samples.section()))


@pytest.mark.parametrize(
    "name", ["cover", "board", "contents", "editorial", "section-2", "one", "imprint", "back"]
)
def test_a_piece_is_what_it_was(name: str) -> None:
    html = pieces(ISSUE)[name].html
    path = GOLDEN / f"{name}.html"
    if os.environ.get("TIRAGE_GOLDEN") == "write":
        path.write_text(html, "utf-8")
    assert html == path.read_text("utf-8"), (
        "the templates print something else; look, then write the golden file anew"
    )
