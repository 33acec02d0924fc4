"""Kept fonts are those that the engine would make."""

from __future__ import annotations

import inspect
import logging
import re
from pathlib import Path
from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.pdf.fonts import Font
from weasyprint.text.fonts import FontConfiguration

from tests.typeset.helpers import FONTS
from tirage.typeset import faces

MADE: list[str] = []
"""Names of the fonts that the engine has made."""

MAKE: Any = inspect.unwrap(Font.clean)

PAGE = """<style>
@font-face { font-family: Face; font-weight: 200 900; src: url('file://%s') }
p { font: 10pt Face } %s
</style><p>Words in a face %s<b>and in bold</b>"""


@pytest.fixture(autouse=True)
def counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine says what it makes, with the wrapper around it; afterwards it is as it was."""

    def count(self: Any, to_unicode: Any, hinting: Any) -> None:
        MADE.append(self.family)
        MAKE(self, to_unicode, hinting)

    MADE.clear()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "315532800")
    monkeypatch.setattr(Font, "clean", count)
    faces.install()


def printed(shelf: Path | None = None, text: str = "", css: str = "") -> bytes:
    """A page, its fonts kept on `shelf`."""
    path = FONTS / "literata" / "Literata[opsz,wght].ttf"
    with faces.kept(shelf):
        html = HTML(string=PAGE % (path, css, text))
        return bytes(html.write_pdf(font_config=FontConfiguration()) or b"")


def test_the_bytes_are_the_same_and_nothing_is_made_again(tmp_path: Path) -> None:
    fresh = printed()
    assert printed(tmp_path / "shelf") == fresh
    MADE.clear()
    assert printed(tmp_path / "shelf") == fresh
    assert MADE == []


def test_a_new_glyph_makes_its_font_anew_and_no_other(tmp_path: Path) -> None:
    printed(tmp_path / "shelf")
    MADE.clear()
    changed = printed(tmp_path / "shelf", "ҒЩ")
    assert len(MADE) == 1
    assert changed == printed(text="ҒЩ")


def test_another_weight_is_another_font(tmp_path: Path) -> None:
    printed(tmp_path / "shelf")
    MADE.clear()
    css = "b { font-weight: 600 }"
    assert printed(tmp_path / "shelf", css=css) == printed(css=css) != printed()
    assert MADE


@pytest.mark.parametrize("content", [b"", b"\x80", b"[]", b"\x80\x04]\x94."])
def test_a_damaged_shelf_is_filled_anew(tmp_path: Path, content: bytes) -> None:
    shelf = tmp_path / "shelf"
    shelf.write_bytes(content)
    assert printed(shelf) == printed()
    MADE.clear()
    printed(shelf)
    assert MADE == []


def test_a_shelf_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert printed(tmp_path / "file" / "shelf") == printed()


def test_a_font_that_gives_trouble_is_told_of_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def trouble(self: Any, to_unicode: Any, hinting: Any) -> None:
        logging.getLogger("weasyprint").warning("a font gives trouble")
        MAKE(self, to_unicode, hinting)

    monkeypatch.setattr(logging.getLogger("weasyprint"), "propagate", True)
    monkeypatch.setattr(Font, "clean", trouble)
    faces.install()
    for _ in range(2):
        caplog.clear()
        printed(tmp_path / "shelf")
        assert "a font gives trouble" in caplog.text


def test_the_key_holds_all_that_the_engine_reads() -> None:
    """When this fails, read `Font.clean` again before touching the key."""
    functions = (MAKE, Font.subset, Font._harfbuzz_subset, Font._fonttools_subset)
    source = "".join(inspect.getsource(one) for one in functions)
    read = set(re.findall(r"\bself\.(\w+)", source))
    steps = {"subset", "_harfbuzz_subset", "_fonttools_subset"}
    of_the_file = {"file_content", "hb_face", "index", "tables", "png", "svg", "colr", "family"}
    asked = {"variations", "weight", "font_size", "style", "missing"}
    assert read == steps | of_the_file | asked
