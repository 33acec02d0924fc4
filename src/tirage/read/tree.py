"""What YAML says, with the place of every key and value.

Nothing is interpreted: `010`, `no`, `2026-03-31` and `327.70` are kept as written, and the forms decide what they
are. So a section number does not lose its zero and Norwegian (`no`) is not a denial.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from tirage.read.remarks import Position

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
"""The same without places."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value."""

    position: Position
    text: str | None
    """None: nothing is written, or `null`."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    position: Position
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """Keys with values, in the order in which they were written."""

    position: Position
    pairs: tuple[tuple[Scalar, Node], ...]

    def get(self, key: str) -> Node | None:
        """The value of `key`."""
        return next((value for name, value in self.pairs if name.text == key), None)


Node: TypeAlias = Scalar | Sequence | Map


def plain(node: Node) -> Plain:
    """The values of `node` without their places; a key without a value is as if it were not there."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    values = ((key.text or "", plain(value)) for key, value in node.pairs)
    return {key: value for key, value in values if value is not None}


def locate(node: Node | None, path: Iterable[str | int], key: bool = False) -> Position:
    """Where the value at `path` stands, or its key when `key`; as near as there is something."""
    if node is None:
        return (0, 0)
    here = node.position
    for step in path:
        if isinstance(node, Map) and isinstance(step, str):
            pair = next((pair for pair in node.pairs if pair[0].text == step), None)
            if pair:
                node = pair[1]
                here = pair[0].position if key else node.position
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            here = node.position
    return here
