"""A tree of text with some of its nodes changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any, TypeVar

Tree = TypeVar("Tree")
Node = TypeVar("Node")


def rewrite(tree: Tree, kind: type[Node], change: Callable[[Node], Node]) -> Tree:
    """`tree` with what `change` makes of every node of `kind`; what stays the same is not copied."""
    return _rewrite(tree, kind, change)  # type: ignore[no-any-return]


def _rewrite(node: Any, kind: type[Any], change: Callable[[Any], Any]) -> Any:
    if isinstance(node, kind):
        return change(node)
    if isinstance(node, tuple):
        children = tuple(_rewrite(child, kind, change) for child in node)
        same = all(new is old for new, old in zip(children, node, strict=True))
        return node if same else children
    if not hasattr(node, "__dataclass_fields__"):
        return node
    changed = {}
    for field in fields(node):
        old = getattr(node, field.name)
        new = _rewrite(old, kind, change)
        if new is not old:
            changed[field.name] = new
    return replace(node, **changed) if changed else node
