"""The names of findings that stand in the source of the stages before preflight, read from their syntax trees.

A name is written whole ("content.yaml/tabs"), as two arguments beside each other ("engine.css", "ignored"), or is put
together while the program runs (f"content.yaml/{code}"); of the last kind the code must be a text somewhere.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "tirage"
_ID = re.compile(r"[a-z]+\.[a-z]+(-[a-z]+)*")
_NAME = re.compile(rf"{_ID.pattern}/[a-z]+(-[a-z0-9]+)*")


def _trees() -> Iterator[ast.Module]:
    for path in sorted(SOURCE.rglob("*.py")):
        if path.parent.name != "checks":
            yield _tree(path)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _texts() -> Iterator[str]:
    for path in sorted(SOURCE.rglob("*.py")):
        if "preflight" in path.parts:
            continue
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


@cache
def texts() -> frozenset[str]:
    """All texts of the stages before preflight; keys with `_` also as codes have them, with `-`."""
    found = set(_texts())
    return frozenset(found | {text.replace("_", "-") for text in found})


@cache
def whole() -> frozenset[str]:
    """The names that are written whole, or as two arguments."""
    found: set[str] = set()
    for tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if _NAME.fullmatch(node.value):
                    found.add(node.value)
            elif isinstance(node, ast.Call):
                for first, second in pairwise(_literals(node.args)):
                    if _ID.fullmatch(first) and second:
                        found.add(f"{first}/{second}")
    return frozenset(found)


@cache
def open_ids() -> frozenset[str]:
    """Ids whose codes are put in while the program runs; "identifiers." stands for all of that subject."""
    found: set[str] = set()
    for tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                (head,) = _literals(node.values[:1])
                if re.match(r"[a-z]+\.[a-z-]*/?$", head):
                    found.add(head.removesuffix("/"))
            elif isinstance(node, ast.Call):
                for first, second in pairwise(_literals(node.args)):
                    if _ID.fullmatch(first) and not second:
                        found.add(first)
    return frozenset(found)


def can_be_emitted(id: str, code: str) -> bool:
    """Whether the source holds what makes the finding `id`/`code`."""
    if f"{id}/{code}" in whole():
        return True
    subject, _, name = id.partition(".")
    opened = id in open_ids() or (f"{subject}." in open_ids() and name in texts())
    return opened and code in texts()


def _literals(arguments: list[ast.expr]) -> list[str]:
    """The texts among arguments; "" for what is none."""
    return [
        one.value if isinstance(one, ast.Constant) and isinstance(one.value, str) else ""
        for one in arguments
    ]
