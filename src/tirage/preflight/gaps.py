"""The spaces between words. In comes the text of a page, out go their widths by the run that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from ctypes import POINTER, addressof, byref, c_double, c_ushort, cast, create_string_buffer
from importlib import import_module
from typing import Any

_GAP = re.compile(r"(?<=\S)[ \xa0](?=\S)")


def word_gaps(texts: Any) -> Mapping[int, list[float]]:
    """The widths in pt of the spaces in each run of `texts`, a text page of pdfium, by the address of the run's object.

    A space between two runs is none of either: it is as wide as the pen was moved.
    """
    raw: Any = import_module("pypdfium2.raw")
    gaps: dict[int, list[float]] = {}
    x, y = c_double(), c_double()

    def origin(index: int) -> float:
        raw.FPDFText_GetCharOrigin(texts, index, byref(x), byref(y))
        return x.value

    for at in _places(texts, raw):
        run = raw.FPDFText_GetTextObject(texts, at)
        if run and not raw.FPDFText_IsGenerated(texts, at):
            following = raw.FPDFText_GetTextObject(texts, at + 1)
            if following and addressof(following.contents) == addressof(run.contents):
                gap = origin(at + 1) - origin(at)
                gaps.setdefault(addressof(run.contents), []).append(round(gap, 3))
    return gaps


def _places(texts: Any, raw: Any) -> Iterator[int]:
    """The numbers of the characters that are a space between two words."""
    count = raw.FPDFText_CountChars(texts)
    buffer = create_string_buffer(2 * (count + 1))
    raw.FPDFText_GetText(texts, 0, count, cast(buffer, POINTER(c_ushort)))
    for found in _GAP.finditer(buffer.raw.decode("utf-16-le", "replace")):
        yield raw.FPDFText_GetCharIndexFromTextIndex(texts, found.start())
