"""What goes to the printer: padding, imposition, the spine."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bind.helpers import make_issue
from tirage.bind.press.plan import Face, imposed, padded, spine
from tirage.model.issue import PrintOrder, PrintRun

SIGNATURES = st.sampled_from((4, 8, 16, 32))


def pages(number: int) -> tuple[Face, ...]:
    return tuple((0, page) for page in range(number))


@given(st.integers(1, 200), SIGNATURES, st.integers(0, 3))
def test_padding_fills_the_last_signature_and_no_more(
    number: int, signature: int, tail: int
) -> None:
    faces = padded(pages(number), signature, min(tail, number))
    assert len(faces) % signature == 0
    assert len(faces) - number < signature
    assert [face for face in faces if face] == list(pages(number))


@given(st.integers(2, 200), SIGNATURES)
def test_an_imprint_stays_last_and_on_its_side_of_the_sheet(number: int, signature: int) -> None:
    faces = padded(pages(number), signature, tail=1)
    place = faces.index((0, number - 1))
    assert place % 2 == (number - 1) % 2
    assert len(faces) - place <= 2


@given(st.integers(1, 12), SIGNATURES)
def test_folded_sheets_read_in_order(signatures: int, signature: int) -> None:
    """Fold the sheets of each signature, lay them in each other, and leaf through."""
    faces = imposed(pages(signatures * signature), signature)
    read: list[Face] = []
    for start in range(0, len(faces), signature):
        sheets = [faces[at : at + 4] for at in range(start, start + signature, 4)]
        front = [page for _, right, left, _ in sheets for page in (right, left)]
        back = [page for left, _, _, right in reversed(sheets) for page in (right, left)]
        read += front + back
    assert read == list(pages(signatures * signature))


def test_a_sheet_of_four() -> None:
    assert imposed(pages(4), 4) == ((0, 3), (0, 0), (0, 1), (0, 2))


def test_the_spine_is_made_of_leaves_and_board() -> None:
    issue = make_issue()
    order = PrintOrder(paper_thickness=0.1, cover_weight=200)
    issue = replace(issue, journal=replace(issue.journal, order=order))
    assert spine(64, issue) == pytest.approx(32 * 0.1 + 2 * 0.22)
    thick = replace(issue, print=PrintRun(paper_thickness=0.2, cover_weight=300))
    assert spine(64, thick) == pytest.approx(32 * 0.2 + 2 * 0.33)
