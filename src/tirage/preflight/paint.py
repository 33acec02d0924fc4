"""What files paint with. In comes an opened PDF, out goes every stream that draws, with what it draws with.

Of streams only operators of colour are read, and of printer's marks where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tirage.preflight.objects import at, content

if TYPE_CHECKING:
    from pypdf import PdfReader

_OPERATOR = re.compile(rb"(?<!\S)(?:rg|RG|[gG]|[kK]|cs|CS|gs|BT|[qQ])(?!\S)")
_OPERANDS = {"rg": 3, "RG": 3, "g": 1, "G": 1, "k": 4, "K": 4, "cs": 1, "CS": 1, "gs": 1}
_MARKS = re.compile(rb"/Artifact <</Type /Page>> BDC\n(.*?)\nEMC\b", re.DOTALL)
_STEP = re.compile(rb"(?<!\S)(?:((?:[-.\d]+\s+){0,6})(cm|m|l|c|re)|q|Q)(?!\S)")


@dataclass(frozen=True)
class Painting:
    """A content stream."""

    page: int
    """The first page that shows it, from 0."""
    stream: bytes
    """Without printer's marks."""
    resources: Any

    @cached_property
    def steps(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Operators of colour and state in order, with the numbers or the name that they use."""
        return tuple(self._steps())

    def _steps(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for match in _OPERATOR.finditer(self.stream):
            operator, start = match[0].decode(), match.start()
            number = _OPERANDS.get(operator, 0)
            before = self.stream[max(0, start - 100) : start].split()[-number:] if number else []
            yield operator, tuple(part.decode("latin-1") for part in before)


def paintings(reader: PdfReader) -> Iterator[Painting]:
    """The streams of all pages and of the forms and patterns in them, each once."""
    seen: set[int] = set()
    for number, page in enumerate(reader.pages):
        resources = at(page, "/Resources") or {}
        yield Painting(number, _MARKS.sub(b" ", content(page)), resources)
        yield from _inner(number, resources, seen)


def _inner(number: int, resources: Any, seen: set[int]) -> Iterator[Painting]:
    for kind in ("/XObject", "/Pattern"):
        for thing in _each(resources, kind):
            if (
                id(thing) in seen
                or at(thing, "/Subtype") == "/Image"
                or not hasattr(thing, "get_data")
            ):
                continue
            seen.add(id(thing))
            inside = at(thing, "/Resources") or {}
            yield Painting(number, thing.get_data(), inside)
            yield from _inner(number, inside, seen)


def used(painted: Iterable[Painting], kind: str) -> Iterator[tuple[int, Any]]:
    """Each resource of one `kind` ("/XObject", "/ExtGState" …) once, with the first page that has it."""
    seen: set[int] = set()
    for painting in painted:
        for thing in _each(painting.resources, kind):
            if id(thing) not in seen:
                seen.add(id(thing))
                yield painting.page, thing


def pictures(painted: Iterable[Painting]) -> Iterator[tuple[int, Any]]:
    """Each picture once, with the first page that shows it."""
    for page, thing in used(painted, "/XObject"):
        if at(thing, "/Subtype") == "/Image":
            yield page, thing


def mark_points(page: Any) -> Iterator[tuple[float, float]]:
    """The points through which the printer's marks of a page are drawn."""
    for drawn in _MARKS.findall(content(page)):
        places = [(0.0, 0.0)]
        for match in _STEP.finditer(drawn):
            numbers = [float(part) for part in (match[1] or b"").split()]
            x, y = places[-1]
            if match[0] == b"q":
                places.append((x, y))
            elif match[0] == b"Q":
                places.pop()
            elif match[2] == b"cm":
                places[-1] = (x + numbers[4], y + numbers[5])
            else:
                yield from (
                    (x + a, y + b) for a, b in zip(numbers[::2], numbers[1::2], strict=True)
                )


def _each(resources: Any, kind: str) -> Iterator[Any]:
    held = at(resources, kind) or {}
    for name in sorted(held):
        yield held[name]
