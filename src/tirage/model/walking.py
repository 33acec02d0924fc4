"""Going through a tree of frozen dataclasses and tuples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields


def walk(node: object) -> Iterator[object]:
    """Every node of a tree of blocks and inlines, parents first, in reading order; `node` itself included.

    A footnote comes where its call stands.
    """
    if isinstance(node, tuple):
        for child in node:
            yield from walk(child)
    elif hasattr(node, "__dataclass_fields__"):
        yield node
        for item in fields(node):  # type: ignore[arg-type]
            yield from walk(getattr(node, item.name))
