"""Marks that markdown-it left in the text because they were not well formed: they would be printed."""

from __future__ import annotations

import re
from typing import NamedTuple

from tirage.read.attributes import looks_like_attributes
from tirage.read.manuscript import Spot
from tirage.read.remarks import Remarks


class _Stray(NamedTuple):
    sign: str
    name: str
    message: str
    advice: str


_STRAYS = (
    _Stray(
        "[^",
        "content.footnote/name",
        "A footnote's name has a space in it, or its bracket is not closed.",
        "Write `[^name]`.",
    ),
    _Stray(
        "$$",
        "content.maths/inside-text",
        "A formula between `$$` does not stand on lines of its own.",
        "Put empty lines around it; inside a sentence write `$…$`.",
    ),
    _Stray(
        "<!--",
        "content.html/comment",
        "A comment is opened here and not closed.",
        "Close it with `-->`.",
    ),
    _Stray(
        "{",
        "content.attributes/alone",
        "These braces belong to nothing.",
        "Put them right behind what they describe, or write `\\{` for a brace.",
    ),
)
_DEFINITION = re.compile(r"\[[^\]]+\]:\s*(?:https?://|<)")


def check_text(text: str, spot: Spot, remarks: Remarks) -> None:
    """Take down marks that stand in `text`, a part of the text at `spot`."""
    for stray in _STRAYS:
        if stray.sign in text and _is_stray(stray.sign, text):
            at = spot.at(max(0, spot.content.find(stray.sign)))
            remarks.fail(stray.name, stray.message, stray.advice, at)


def check_definition(spot: Spot, remarks: Remarks) -> None:
    """Take down that the paragraph at `spot` defines an address: `[name]: https://…`."""
    if _DEFINITION.match(spot.content):
        remarks.fail(
            "content.link/definition",
            "An address is defined here for links elsewhere.",
            "Write it where the link stands: `[text](https://…)`.",
            spot.at(0),
        )


def _is_stray(sign: str, text: str) -> bool:
    if sign == "{":
        braces = (match.start() for match in re.finditer(r"\{", text))
        return any(looks_like_attributes(text, brace) for brace in braces)
    return True
