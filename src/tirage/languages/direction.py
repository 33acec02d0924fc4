"""The direction in which a language is written."""

from __future__ import annotations

from typing import Literal

_RIGHT_TO_LEFT = frozenset(("ar", "fa", "he", "ug", "ur"))
"""Languages written in Arabic or Hebrew letters, of those that journals print (Unicode CLDR 46, `characterOrder`)."""


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Say "rtl" for a language that is written from right to left, as "ar" or "fa-IR", else "ltr"."""
    return "rtl" if language.split("-", maxsplit=1)[0].lower() in _RIGHT_TO_LEFT else "ltr"
