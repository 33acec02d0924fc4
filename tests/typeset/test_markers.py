"""Numbers of lists stand on the line that they count."""

from __future__ import annotations

from collections.abc import Callable
from ctypes import byref, c_double
from typing import Any

import pypdfium2
import pypdfium2.raw
import pytest

from tirage.model.press import Gathering

pdfium: Any = pypdfium2.raw

OTHER = "li::marker { font-family: 'Source Sans 3'; font-size: .8em }"


def baselines(gathering: Gathering) -> dict[str, float]:
    """The place of the baseline of each letter and figure, pt from the bottom of its page."""
    found: dict[str, float] = {}
    x, y = c_double(), c_double()
    with pypdfium2.PdfDocument(gathering.pdf) as pdf:
        for page in pdf:
            text = page.get_textpage()
            for index in range(text.count_chars()):
                pdfium.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
                found[text.get_text_range(index, 1)] = round(y.value, 2)
    return found


@pytest.mark.parametrize(
    "items",
    [
        "<li>а<br>ә<li>б",
        "<li><p>а<p>ә<li><p>б",
        "<li>а <sup style='line-height: 0'>ә</sup><li><p style='font-size: 16pt'>б",
        "<li style='margin-top: 7pt; padding-top: 3pt'>а<li style='break-before: page'>б",
    ],
    ids=["lines", "paragraphs", "sizes", "pages"],
)
def test_it_stands_on_the_baseline_of_the_first_line(
    typeset: Callable[..., Gathering], items: str
) -> None:
    found = baselines(typeset(f"<ol>{items}</ol>", OTHER))
    assert (found["1"], found["2"]) == (found["а"], found["б"])


def test_an_item_without_a_line_is_left_as_it_is(typeset: Callable[..., Gathering]) -> None:
    found = baselines(typeset("<ol><li><div style='height: 9pt'></div><li>б</ol>", OTHER))
    assert found["1"] > found["2"] == found["б"]
