"""Which class a box has: in comes a box of the engine, out goes whether its element is of a kind."""

from __future__ import annotations

from typing import Any


def has_class(box: Any, name: str) -> bool:
    """Whether the element of `box` has the class `name`; False for a box without one."""
    return box.element is not None and name in box.element.get("class", "").split()
