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
    called: list[str] = field(default_factory=list)
    """Names of those that were called, in order."""

    def call(self, label: str, remarks: Remarks, at: Position) -> Note | None:
        """The footnote `label`, called at `at`; None and a finding when it cannot be."""
        if complaint := self._refuse(label):
            code, message, advice = complaint
            remarks.fail(f"content.footnote/{code}", message, advice, at)
            return None
        self.called.append(label)
        return Note(len(self.called), (self.blocks or {})[label])

    def _refuse(self, label: str) -> tuple[str, str, str] | None:
        if self.blocks is None:
            message = f"A footnote calls the footnote `[^{label}]`."
            return ("nested", message, "Say it in the first note.")
        if label not in self.blocks:
            near = guess(label, self.blocks)
            advice = f"Did you mean `[^{near}]`? Else write" if near else "Write"
            advice += f" the note in a paragraph of its own: `[^{label}]: …`."
            return ("undefined", f"There is no footnote `[^{label}]`.", advice)
        if label in self.called:
            message = f"The footnote `[^{label}]` is called twice."
            return ("called-twice", message, "Give the second call a note of its own.")
        return None

    def unused(self) -> Iterator[str]:
        """The names that nobody called."""
        yield from (label for label in self.blocks or {} if label not in self.called)
