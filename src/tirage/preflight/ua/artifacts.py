"""Artifacts: what is printed and not read. In comes a file, out go pages on which they are mixed up with the text."""

from __future__ import annotations

from collections.abc import Iterator

from tirage.preflight.check import Fault, check
from tirage.preflight.checks.tags import untagged
from tirage.preflight.subjects import File
from tirage.preflight.ua.telling import ADVICE

_MESSAGES = {
    "artifact": "Something that is marked as decoration stands in text of the structure tree.",
    "text": "Text of the structure tree stands in something that is marked as decoration.",
}


@check(
    "ua.artifacts",
    codes=("artifact", "text"),
    rationale="What is marked as decoration is not read. Text within it is lost, and decoration within text is read "
    "with it.",
    source="ISO 14289-1, 7.1; Matterhorn 01-003 and 01-004",
    lacks=untagged,
)
def artifacts(file: File) -> Iterator[Fault]:
    """Text and decoration are marked apart."""
    for label, page in zip(file.labels, file.prints, strict=False):
        if page.mixed:
            yield Fault(page.mixed, _MESSAGES[page.mixed], label, ADVICE)
