"""What is known of a gathering's pages besides the PDF itself, as values and as the JSON that the cache keeps."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Self

from tirage.findings import Finding, Place, Severity
from tirage.model.press import Anchor, OutlineEntry


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one gathering."""

    count: int
    anchors: tuple[Anchor, ...]
    outline: tuple[OutlineEntry, ...]
    findings: tuple[Finding, ...]

    def with_findings(self, findings: tuple[Finding, ...]) -> Self:
        """The same pages with `findings` after those they have."""
        return replace(self, findings=self.findings + findings)

    def to_json(self) -> str:
        """As one line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)

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
            findings=tuple(
                Finding(
                    **finding
                    | {
                        "severity": Severity(finding["severity"]),
                        "place": Place(**finding["place"]),
                    }
                )
                for finding in data["findings"]
            ),
        )
