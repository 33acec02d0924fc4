"""Gatherings on the bench are opened once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.bind.helpers import typeset
from tirage.bind import sheets
from tirage.bind.bench import Bench
from tirage.errors import TypesetError


def test_what_was_laid_out_is_not_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gathering = typeset(tmp_path, "<p>Text")
    with Bench() as bench:
        bench.lay_out([gathering])
        monkeypatch.setattr(sheets, "open_sheets", None)
        opened = bench.sheets(replace(gathering, cached=not gathering.cached))
        assert len(opened.pdf.pages) == 1
    assert opened.pdf.filename == "closed input source"


def test_another_title_or_other_pages_are_another_gathering(tmp_path: Path) -> None:
    gathering = typeset(tmp_path, "<p>Text")
    with Bench() as bench:
        bench.lay_out([gathering])
        renamed = bench.sheets(replace(gathering, title="Another title"))
        assert renamed.tree.title == "Another title"
        with pytest.raises(TypesetError, match="not those that were typeset"):
            bench.sheets(replace(gathering, digest="0"))
