"""Footnotes: read where they are defined, put where they are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tirage.model.matter import Block, Note
from tirage.read.guess import guess
from tirage.read.remarks import Position, Remarks


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes of one article, by name."""

    blocks: Mapping[str, tuple[Block, ...]] | None
    """What they say; None inside a footnote, where none may be called."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Where they are written."""
    called: dict[str, int] = field(default_factory=dict)
    """Those that were called, with their numbers."""

    def call(self, label: str, remarks: Remarks, at: Position) -> Note | None:
        """The footnote `label`, called at `at`; None and a finding when it cannot be."""
        if complaint := self._refuse(label, remarks):
            code, message, advice = complaint
            remarks.fail(f"content.footnote/{code}", message, advice, at)
            return None
        number = self.called[label] = len(self.called) + 1
        return Note(number, (self.blocks or {})[label])

    def _refuse(self, label: str, remarks: Remarks) -> tuple[str, str, str] | None:
        if self.blocks is None:
            message = f"A footnote calls the footnote `[^{label}]`."
            return ("nested", message, "Say it in the first note.")
        if label not in self.blocks:
            full = remarks.is_full("content.footnote/undefined")
            near = "" if full else guess(label, self.blocks)
            advice = f"Did you mean `[^{near}]`? Else write" if near else "Write"
            advice += f" the note in a paragraph of its own: `[^{label}]: …`."
            return ("undefined", f"There is no footnote `[^{label}]`.", advice)
        if label in self.called:
            message = f"The footnote `[^{label}]` is called twice."
            return ("called-twice", message, "Give the second call a note of its own.")
        return None

    def unused(self) -> Iterator[tuple[str, int]]:
        """The names that nobody called, with their lines."""
        yield from ((label, line) for label, line in self.lines.items() if label not in self.called)
