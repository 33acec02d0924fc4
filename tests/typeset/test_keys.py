from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.typeset.helpers import make_asset, make_piece
from tests.typeset.paragraphs.helpers import manner
from tirage.model.language import Breaks
from tirage.model.press import Asset, Flow, Folios
from tirage.typeset import keys
from tirage.typeset.keys import piece_key, press_key

PIECE = make_piece(
    "<p>а",
    assets=(make_asset("a.svg", "image/svg+xml", b"<svg/>"),),
    flows=(Flow("text", ("а",)),),
)
PICTURE = PIECE.assets[0]


@pytest.mark.parametrize(
    "change",
    [
        {"name": "other"},
        {"kind": "board"},
        {"language": "ru"},
        {"title": "Другой"},
        {"html": "<p>б"},
        {"css": ""},
        {"assets": ()},
        {"assets": (replace(PICTURE, name="b.svg"),)},
        {"assets": (replace(PICTURE, media_type="image/png"),)},
        {"assets": (replace(PICTURE, digest="0" * 64),)},
        {"folios": Folios(59, 59)},
        {"folios": Folios(57, 57, "roman")},
        {"starts": "left"},
        {"flows": (Flow("note 1", ("а",)),)},
        {"flows": (Flow("text", ("а", "б")),)},
        {"hyphenation": (Breaks("kk", ("Қазақ-стан",)),)},
        {"composer": manner()},
    ],
    ids=str,
)
def test_whatever_can_change_the_pages_changes_the_key(change: dict[str, object]) -> None:
    assert piece_key(replace(PIECE, **change), "") != piece_key(PIECE, "")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        {"folios": Folios(57, 99)},
        {"assets": (Asset(PICTURE.name, PICTURE.media_type, PICTURE.digest, path=Path("/moved")),)},
    ],
    ids=["the guess of the last page", "where a picture lies"],
)
def test_what_cannot_change_the_pages_does_not(change: dict[str, object]) -> None:
    assert piece_key(replace(PIECE, **change), "") == piece_key(PIECE, "")  # type: ignore[arg-type]


def test_the_press_is_in_the_key() -> None:
    assert piece_key(PIECE, "one") != piece_key(PIECE, "other")


def test_fonts_and_programs_are_in_the_key_of_the_press(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = press_key("fonts")
    assert press_key("other") != before
    monkeypatch.setattr(keys, "programs", lambda: ("weasyprint 71",))
    assert press_key("fonts") != before


def test_the_programs_are_those_that_make_pages() -> None:
    programs = keys.programs()
    assert "weasyprint 70.0" in programs
    names = {program.split()[0] for program in programs}
    assert {"tirage", "pydyf", "pyphen", "fonttools", "pillow", "zlib"} <= names


def test_a_library_that_is_not_there_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "LIBRARIES", (("none", ("libtirage-none.so.0",), "version"),))
    assert list(keys._libraries()) == []
