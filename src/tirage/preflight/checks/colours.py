"""Colours. In come pages, out go those that the screen edition does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tirage.findings import Severity
from tirage.preflight.check import Fault, check
from tirage.preflight.objects import at, content
from tirage.preflight.subjects import Pages

_FOUR = re.compile(rb"[\d.]\s[kK]\s")
"""Four inks are chosen. (Looking for the four numbers takes ten times as long.)"""

_SPACE = re.compile(rb"/(?:DeviceCMYK|Separation|DeviceN)\b")
"""A space of inks is named."""


@check(
    "colours.screen",
    codes=("inks",),
    rationale="Colours made of printing inks look different in every program, as a screen has none. The edition for "
    "screens is in red, green and blue, or in grey.",
    source="ISO 32000-1, 8.6.4.4 (DeviceCMYK); house decision: one edition for screens, one for the press",
    advice="Convert pictures to RGB, and name colours of the layout as CSS does.",
    severity=Severity.WARN,
)
def screen(pages: Pages) -> Iterator[Fault]:
    """Colours are made of light, not of inks."""
    if pages.edition == "print":
        return
    for sheet, page in zip(pages.sheets, pages.reader.pages, strict=False):
        drawn = content(page)
        named = _FOUR.search(drawn) or _SPACE.search(drawn)
        if named or _has_inks(at(page, "/Resources")):
            yield Fault(
                "inks",
                "The page uses colours of printing inks.",
                sheet.folio,
                "Convert pictures to RGB, and name colours of the layout as CSS does, without `device-cmyk()`.",
            )


def _has_inks(resources: Any) -> bool:
    """Whether the colour spaces or pictures of a page are made of inks."""
    resources = resources or {}
    spaces, pictures = at(resources, "/ColorSpace") or {}, at(resources, "/XObject") or {}
    used = [spaces[name] for name in spaces]
    used += [at(pictures[name], "/ColorSpace") for name in pictures]
    return any(_is_ink(space) for space in used)


def _is_ink(space: object) -> bool:
    if isinstance(space, list) and space:
        if space[0] == "/ICCBased":
            return bool(at(space[1].get_object(), "/N") == 4)
        return str(space[0]) in ("/Separation", "/DeviceN") or (
            space[0] == "/Indexed" and _is_ink(space[1].get_object())
        )
    return space == "/DeviceCMYK"
