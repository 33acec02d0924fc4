"""Printed page numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.preflight.press import Press, piece
from tests.preflight.sketch import codes, proof, sheet
from tirage.model.press import Folios, PieceKind
from tirage.preflight.checks.folios import printed


@pytest.mark.parametrize(
    "furniture", ["57", "– 57 –", "57 Вестник печати", "Вестник печати № 1 57"]
)
def test_a_folio_may_stand_alone_or_beside_a_running_head(furniture: str) -> None:
    assert codes(printed, proof(sheet(folio="57", furniture=("2026", furniture)))) == []


@pytest.mark.parametrize("furniture", ["Вестник 57 печати", "157", "5 7", ""])
def test_a_number_elsewhere_is_no_folio(furniture: str) -> None:
    assert codes(printed, proof(sheet("57", folio="57", furniture=(furniture,)))) != []


def test_another_number_alone_is_a_wrong_folio() -> None:
    (found,) = printed.findings(proof(sheet(folio="57", furniture=("Вестник", "56"))), "one")
    assert found.code == "wrong"
    assert "56" in found.message
    assert found.place.page == "57"


def test_each_page_is_looked_at() -> None:
    pages = (
        sheet(folio="5", furniture=("5",)),
        sheet(folio="6"),
        sheet(folio="7", furniture=("7",)),
    )
    assert codes(printed, proof(*pages)) == ["missing"]


@pytest.mark.parametrize("kind", ["cover", "blank", "back"])
def test_some_pieces_carry_no_folios(kind: PieceKind) -> None:
    assert codes(printed, proof(sheet(folio="5"), of=replace(piece("short"), kind=kind))) == []


def test_a_piece_without_folios_needs_none() -> None:
    assert codes(printed, proof(sheet(folio=""))) == []


def test_roman_folios_on_real_pages(press: Press) -> None:
    assert press.prove("roman") == ()
    assert {one.id for one in press.prove("roman", folios=Folios(9, 9))} == {"folios.printed/wrong"}
