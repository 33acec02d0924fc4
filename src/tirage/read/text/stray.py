"""Marks that markdown-it left in the text because they were not well formed: they would be printed."""

from __future__ import annotations

import re
from typing import NamedTuple

from tirage.read.remarks import Remarks
from tirage.read.text.attributes import LIKELY
from tirage.read.text.manuscript import Spot


class _Stray(NamedTuple):
    sign: re.Pattern[str]
    name: str
    message: str
    advice: str


_STRAYS = (
    _Stray(
        re.compile(r"\[\^"),
        "content.footnote/name",
        "A footnote's name has a space in it, or its bracket is not closed.",
        "Write `[^name]`.",
    ),
    _Stray(
        re.compile(r"\$\$"),
        "content.maths/inside-text",
        "A formula between `$$` does not stand on lines of its own.",
        "Put empty lines around it; inside a sentence write `$…$`.",
    ),
    _Stray(
        re.compile(r"!?\[[^\[\]]*\]\(|\]\("),
        "content.link/malformed",
        "A link or a picture is not well formed here.",
        "Its address has no spaces in it and balanced brackets, and its text holds no other link and no citation.",
    ),
    _Stray(
        re.compile("<!--"),
        "content.html/unclosed-comment",
        "A comment is opened here and not closed.",
        "Close it with `-->`.",
    ),
    _Stray(
        LIKELY,
        "content.attributes/malformed",
        "These braces cannot be understood where they stand.",
        'Put them right behind what they describe, as `{#fig:map alt="…" width=80%}`: straight quotes, no spaces '
        "around `=`. A brace of the text is written `\\{`.",
    ),
)
_DEFINITION = re.compile(r"\[[^\]]+\]:\s*(?:https?://|<)")


def check_text(text: str, spot: Spot, remarks: Remarks, told: set[str]) -> None:
    """Take down marks that stand in `text`, a part of the paragraph at `spot`; `told`, those already taken down."""
    for stray in _STRAYS:
        found = stray.sign.search(text) if stray.name not in told else None
        if found:
            told.add(stray.name)
            around = text[found.start() : found.end() + 60]
            at = spot.at(max(0, spot.content.find(around)))
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
