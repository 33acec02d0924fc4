"""What is known of a gathering's pages besides the PDF itself, as values and as the JSON that the cache keeps."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Self

from tirage.findings import Finding
from tirage.model.press import Anchor, OutlineEntry
from tirage.records import from_record, to_record


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one gathering."""

    count: int
    anchors: tuple[Anchor, ...]
    outline: tuple[OutlineEntry, ...]
    findings: tuple[Finding, ...]

    def to_json(self) -> str:
        """As one line of JSON."""
        table = {
            "count": self.count,
            "anchors": [asdict(anchor) for anchor in self.anchors],
            "outline": [asdict(entry) for entry in self.outline],
            "findings": [to_record(finding) for finding in self.findings],
        }
        return json.dumps(table, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The pages that `to_json` wrote.

        Raises ValueError, KeyError or TypeError when `text` is something else.
        """
        data = json.loads(text)
        return cls(
            count=data["count"],
            anchors=tuple(Anchor(**anchor) for anchor in data["anchors"]),
            outline=tuple(OutlineEntry(**entry) for entry in data["outline"]),
            findings=tuple(from_record(record) for record in data["findings"]),
        )
