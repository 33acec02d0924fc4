"""Kept fonts are those that the engine would make."""

from __future__ import annotations

import inspect
import logging
import re
from pathlib import Path
from typing import Any

import pytest
from weasyprint.pdf.fonts import Font

from tests.typeset.helpers import make_piece, words
from tirage.model.press import Piece
from tirage.typeset import faces
from tirage.typeset.engine import set_piece

MADE: list[str] = []
"""Names of the fonts that the engine has made."""


@pytest.fixture(autouse=True)
def counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine says what it makes; the wrapper is put around it anew."""
    make: Any = inspect.unwrap(Font.clean)

    def count(font: Any, to_unicode: Any, hinting: Any) -> None:
        MADE.append(font.family)
        if "trouble" in font.__dict__:
            logging.getLogger("weasyprint").warning("a font gives trouble")
        make(font, to_unicode, hinting)

    MADE.clear()
    monkeypatch.setattr(Font, "clean", count)
    faces.install()


def piece(text: str = "", css: str = "") -> Piece:
    return make_piece(f"<p>{words(40)} {text} <b>{words(3)}</b><i>{words(3)}</i>", css)


def test_the_bytes_are_the_same(tmp_path: Path) -> None:
    fresh = set_piece(piece())[0]
    assert set_piece(piece(), tmp_path / "shelf")[0] == fresh
    made = len(MADE)
    assert set_piece(piece(), tmp_path / "shelf")[0] == fresh
    assert len(MADE) == made, "nothing was made again"


def test_a_new_glyph_makes_its_font_anew_and_no_other(tmp_path: Path) -> None:
    set_piece(piece(), tmp_path / "shelf")
    MADE.clear()
    changed = set_piece(piece("ҒΩ"), tmp_path / "shelf")[0]
    assert len(MADE) == 1
    assert changed == set_piece(piece("ҒΩ"))[0]


def test_another_weight_is_another_font(tmp_path: Path) -> None:
    set_piece(piece(), tmp_path / "shelf")
    MADE.clear()
    heavier = piece(css="b { font-weight: 600 }")
    assert set_piece(heavier, tmp_path / "shelf")[0] == set_piece(heavier)[0]
    assert MADE


@pytest.mark.parametrize("content", [b"", b"\x80", b"[]", b"\x80\x04]\x94."])
def test_a_damaged_shelf_is_filled_anew(tmp_path: Path, content: bytes) -> None:
    shelf = tmp_path / "shelf"
    shelf.write_bytes(content)
    assert set_piece(piece(), shelf)[0] == set_piece(piece())[0]
    MADE.clear()
    set_piece(piece(), shelf)
    assert not MADE


def test_a_shelf_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert set_piece(piece(), tmp_path / "file" / "shelf")[0] == set_piece(piece())[0]


def test_a_font_that_gives_trouble_is_made_and_told_of_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin: Any = Font.__init__

    def troubled(font: Any, *arguments: Any) -> None:
        begin(font, *arguments)
        font.trouble = True

    monkeypatch.setattr(Font, "__init__", troubled)
    for _ in range(2):
        MADE.clear()
        findings = set_piece(piece(), tmp_path / "shelf")[1].findings
        assert any("a font gives trouble" in one.message for one in findings)
        assert MADE


def test_the_key_holds_all_that_the_engine_reads() -> None:
    """When this fails, read `Font.clean` again before touching the key."""
    make: Any = inspect.unwrap(inspect.unwrap(Font.clean))
    source = "".join(
        inspect.getsource(one)
        for one in (_original(make), Font.subset, Font._harfbuzz_subset, Font._fonttools_subset)
    )
    read = set(re.findall(r"\bself\.(\w+)", source))
    steps = {"subset", "_harfbuzz_subset", "_fonttools_subset"}
    of_the_file = {"file_content", "hb_face", "index", "tables", "png", "svg", "colr", "family"}
    asked = {"variations", "weight", "font_size", "style", "missing"}
    assert read == steps | of_the_file | asked


def _original(counting: Any) -> Any:
    return inspect.getclosurevars(counting).nonlocals["make"]
