"""Objects of a PDF. In comes what pypdf has read, out goes what an indirect object stands for."""

from __future__ import annotations

from typing import Any


def at(holder: Any, key: str) -> Any:
    """What stands under `key` of a dictionary; None when there is nothing. (Its `get` would give a reference.)"""
    return holder[key] if key in holder else None  # noqa: SIM401


def content(page: Any) -> bytes:
    """The content stream of a page, decoded; parts are put together as ISO 32000-1, 7.8.2 has it."""
    streams = at(page, "/Contents")
    if streams is None:
        return b""
    parts = streams if isinstance(streams, list) else [streams]
    return b"\n".join(part.get_object().get_data() for part in parts)


def string(value: Any) -> str:
    """A PDF string or name as text."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
