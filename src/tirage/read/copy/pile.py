"""Text files as readers took them, one upon the other, for whoever looks at the copy itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from tirage.read.tree import Node


@dataclass(frozen=True, slots=True)
class Source:
    """A text file as a reader took it."""

    file: str
    """Relative to the journal's folder."""
    text: str
    tree: Node | None
    """Its YAML; None where it has none or it cannot be read."""
    body: int = 0
    """The line on which Markdown begins, from 1; 0: there is none."""
    article: str = ""
    """The contribution to which it belongs."""


@dataclass(frozen=True, slots=True)
class Pile:
    """Files as they are read, one upon the other."""

    sources: list[Source] = field(default_factory=list)

    def add(self, source: Source) -> None:
        """Put `source` on the pile."""
        self.sources.append(source)
