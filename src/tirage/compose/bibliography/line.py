"""An entry being written: texts and addresses one after another, signs between them never doubled."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tirage.model.matter import Emphasis, Inline, Link, Text

_STOPS = ".!?…"
_ADDRESS = re.compile(r"https?://[^\s<>«»“”\"]+")
_AFTER_ADDRESS = ".,;:)]"


@dataclass(slots=True)
class Line:
    """Gathers an entry."""

    parts: list[tuple[str, bool, bool]] = field(default_factory=list)
    """Text, whether it is slanted, whether it is an address."""

    def write(self, text: str, slanted: bool = False) -> None:
        """Add `text`. A stop after a stop, after an address and a second space are left out."""
        end = self.parts[-1][0][-1:] if self.parts else " "
        if (
            text.startswith(".")
            and not text.startswith("..")
            and (end in _STOPS or self._after_address())
        ):
            text = text[1:]
        if text.startswith(" ") and end == " ":
            text = text[1:]
        if text:
            self.parts.append((text, slanted, False))

    def link(self, url: str) -> None:
        """Add an address."""
        self.parts.append((url, False, True))

    def inlines(self) -> tuple[Inline, ...]:
        """What was written; neighbours of one kind are joined."""
        found: list[Inline] = []
        joined = ""
        for place, (text, slanted, address) in enumerate(self.parts):
            if address:
                found.append(Link(text, (Text(text),)))
                continue
            joined += text
            if place + 1 < len(self.parts) and self.parts[place + 1][1:] == (slanted, False):
                continue
            found.append(Emphasis((Text(joined),)) if slanted else Text(joined))
            joined = ""
        return tuple(found)

    def _after_address(self) -> bool:
        return bool(self.parts) and self.parts[-1][2]


def linked(text: str) -> tuple[Inline, ...]:
    """`text` with the addresses in it made links."""
    line, at = Line(), 0
    for found in _ADDRESS.finditer(text):
        url = found[0].rstrip(_AFTER_ADDRESS)
        if text[at : found.start()]:
            line.parts.append((text[at : found.start()], False, False))
        line.link(url)
        at = found.start() + len(url)
    if text[at:]:
        line.parts.append((text[at:], False, False))
    return line.inlines()
