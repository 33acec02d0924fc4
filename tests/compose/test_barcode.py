"""The bar code on the back cover."""

from __future__ import annotations

import pytest

from tirage.compose.barcode import issn_barcode


def test_an_issn_becomes_ean_13() -> None:
    code = issn_barcode("1234-5679")
    assert code is not None
    assert code.digits == "9771234567003"
    assert code.bars[0] == (0, 1)
    assert code.bars[-1] == (94, 1)
    assert sum(width for _, width in code.bars) < 95


def test_its_check_digit_holds() -> None:
    code = issn_barcode("2049-3630")
    assert code is not None
    digits = [int(d) for d in code.digits]
    assert sum(d * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0


@pytest.mark.parametrize("issn", ["", "1234", "ABCD-EFGH"])
def test_what_is_no_issn_gets_no_bars(issn: str) -> None:
    assert issn_barcode(issn) is None
