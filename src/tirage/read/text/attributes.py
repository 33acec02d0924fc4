"""Attributes in braces: `{#tbl:spread source="Worldometer" total-rows=1 .sc}`.

A grammar of our own: the usual plug-in refuses `width=80%`, and what it refuses it prints as text.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from tirage.read.guess import advise
from tirage.read.remarks import Position, Remarks

_ITEM = re.compile(
    r"""\s*(?:\#(?P<name>[^\s{}"'=]+)
    | \.(?P<style>[A-Za-z][\w-]*)
    | (?P<key>[A-Za-z][\w-]*)=(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s{}"'=]+)))
    (?=[\s}])""",
    re.VERBOSE,
)
_END = re.compile(r"\s*\}")
LIKELY = re.compile(r"(?<!\\)\{\s*(?:#|\.[A-Za-z]|[A-Za-z][\w-]*=)")
"""A brace that is meant to open attributes, well formed or not."""
LONGEST = 4_000
"""Characters; longer braces are not attributes."""


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands in one pair of braces."""

    name: str = ""
    """After `#`, as "tbl:spread"."""
    styles: tuple[str, ...] = ()
    """After dots."""
    values: tuple[tuple[str, str], ...] = ()
    end: int = 0
    """Where the text goes on after the closing brace."""

    def get(self, key: str) -> str:
        """The value of `key`; "" where there is none."""
        return dict(self.values).get(key, "")


def parse_attributes(text: str, start: int) -> Attributes | None:
    """The attributes in the braces that open at `start`; None when they are not well formed."""
    name, styles, values = "", [], []
    at = start + 1
    while not (end := _END.match(text, at)):
        item = _ITEM.match(text, at, start + LONGEST)
        if not item:
            return None
        at = item.end()
        if item["name"]:
            name = item["name"]
        elif item["style"]:
            styles.append(item["style"])
        else:
            written = (item["double"], item["single"], item["bare"])
            value = next(value for value in written if value is not None)
            values.append((item["key"], re.sub(r"\s*\n\s*", " ", value)))
    return Attributes(name, tuple(styles), tuple(values), end.end())


@dataclass(frozen=True, slots=True)
class Trailed:
    """A text and the attributes at its end."""

    text: str
    attributes: Attributes


def split_trailing(text: str) -> Trailed:
    """`text` without the attributes at its end; braces that are not well formed stay in it, and `stray` finds them."""
    stripped = text.rstrip()
    if stripped.endswith("}"):
        for match in LIKELY.finditer(stripped, max(0, len(stripped) - LONGEST)):
            attributes = parse_attributes(stripped, match.start())
            if attributes and attributes.end == len(stripped):
                return Trailed(stripped[: match.start()].rstrip(), attributes)
    return Trailed(text, Attributes())


def check_keys(
    attributes: Attributes, known: Collection[str], what: str, remarks: Remarks, at: Position
) -> None:
    """Take down attributes that `what` ("A table") does not have, and those written twice."""
    seen = set()
    for key, _ in attributes.values:
        if key not in known:
            message = f"{what} has no attribute `{key}`."
            remarks.fail("content.attributes/unknown", message, advise(key, known), at)
        elif key in seen:
            message = f"The attribute `{key}` is written twice."
            remarks.fail("content.attributes/twice", message, "Keep one of them.", at)
        seen.add(key)


def read_count(
    attributes: Attributes, key: str, default: int, remarks: Remarks, at: Position
) -> int:
    """The number under `key`, from 0; `default` when it is not written or not a number."""
    written = attributes.get(key)
    if not written:
        return default
    if written.isascii() and written.isdigit() and len(written) < 6:
        return int(written)
    message = f"`{key}={written}` is not a number."
    remarks.fail("content.attributes/wrong-value", message, f"Write `{key}=1`.", at)
    return default
