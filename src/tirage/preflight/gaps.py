"""The spaces between words. In comes the text of a page, out go their widths by the run that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from ctypes import POINTER, addressof, byref, c_ushort, cast, create_string_buffer
from importlib import import_module
from typing import Any

_GAP = re.compile(r"(?<=\S)[ \xa0](?=\S)")


def word_gaps(texts: Any) -> Mapping[int, list[float]]:
    """The widths in pt of the spaces in each run of `texts`, a text page of pdfium, by the address of the run's object.

    A space between two runs is none of either: it is as wide as the pen was moved.
    """
    raw: Any = import_module("pypdfium2.raw")
    gaps: dict[int, list[float]] = {}
    before, after = raw.FS_RECTF(), raw.FS_RECTF()
    for at in _places(texts, raw):
        # A space that the pen was moved over, instead of drawing it, belongs to no run.
        run, following = (raw.FPDFText_GetTextObject(texts, at + step) for step in (-1, 1))
        if run and following and addressof(run.contents) == addressof(following.contents):
            raw.FPDFText_GetLooseCharBox(texts, at - 1, byref(before))
            raw.FPDFText_GetLooseCharBox(texts, at + 1, byref(after))
            gap = round(after.left - before.right, 3)
            gaps.setdefault(addressof(run.contents), []).append(gap)
    return gaps


def _places(texts: Any, raw: Any) -> Iterator[int]:
    """The numbers of the characters that are a space between two words."""
    count = raw.FPDFText_CountChars(texts)
    buffer = create_string_buffer(2 * (count + 1))
    raw.FPDFText_GetText(texts, 0, count, cast(buffer, POINTER(c_ushort)))
    for found in _GAP.finditer(buffer.raw.decode("utf-16-le", "replace")):
        yield raw.FPDFText_GetCharIndexFromTextIndex(texts, found.start())
