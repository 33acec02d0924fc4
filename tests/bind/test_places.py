from __future__ import annotations

from pathlib import Path

from tirage.bind.labels import Label
from tirage.bind.places import places
from tirage.model.press import Anchor, Folios, Gathering, OutlineEntry


def gathering(piece: str, *anchors: Anchor) -> Gathering:
    outline = (OutlineEntry(1, "Title", 0, 700.0), OutlineEntry(2, "Method", 1, 500.0))
    folios = Folios(7, 8)
    return Gathering(
        piece, "article", "kk", "Piece", folios, Path(), "", anchors, outline, (), False
    )


LABELS = (Label("", "D", 7), Label("", "D", 8))


def test_pieces_and_anchors_have_names_in_the_galley() -> None:
    pieces = [gathering("a"), gathering("b", Anchor("x", 1, 10, 20))]
    found = [
        (place.name, place.page, place.x, place.y) for place in places(pieces, [LABELS, LABELS])
    ]
    assert found == [("a", 0, 0, None), ("b", 2, 0, None), ("b#x", 3, 10, 20)]


def test_a_place_is_called_after_the_heading_over_it() -> None:
    anchors = (
        Anchor("above", 0, 0, 800.0),
        Anchor("under-title", 0, 0, 300.0),
        Anchor("before-method", 1, 0, 600.0),
        Anchor("method", 1, 0, 501.5),
    )
    titles = [place.title for place in places([gathering("a", *anchors)], [LABELS])]
    assert titles == ["Piece, 7", "Piece, 7", "Title, 7", "Title, 8", "Method, 8"]


def test_an_anchor_that_comes_twice_counts_once() -> None:
    twice = gathering("a", Anchor("x", 0, 1, 2), Anchor("x", 1, 3, 4))
    assert [(place.name, place.page) for place in places([twice], [LABELS])] == [
        ("a", 0),
        ("a#x", 0),
    ]
