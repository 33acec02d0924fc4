"""Spans of text, `[text]{lang=en .sc}` and `<span lang="en">` → what wraps their content."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from tirage.model.matter import Foreign, Inline, SmallCaps
from tirage.read.forms.base import check_language
from tirage.read.remarks import Position, Remarks
from tirage.read.text.attributes import Attributes, check_keys

Wrap: TypeAlias = Callable[[tuple[Inline, ...]], Inline | None]
"""Makes one inline of its children; None: they stand without it."""

_LANG = re.compile(r"""\blang\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>/]+))""", re.IGNORECASE)


def wrap_span(attributes: Attributes, remarks: Remarks, at: Position) -> Wrap | None:
    """What `attributes` do to a span of text; findings at `at` for those that it cannot have."""
    check_keys(attributes, ("lang",), "A span of text", remarks, at)
    strange = [f".{style}" for style in attributes.styles if style != "sc"]
    strange += [f"#{attributes.name}"] if attributes.name else []
    for sign in strange:
        message = f"A span of text has no `{sign}`."
        remarks.fail("content.attributes/unknown", message, "Known are `lang` and `.sc`.", at)
    language = _check_language(attributes.get("lang"), remarks, at)
    small = "sc" in attributes.styles
    if language and small:
        return lambda children: Foreign(language, (SmallCaps(children),))
    return _wrap_language(language) or (SmallCaps if small else None)


def wrap_html_span(attributes: str, remarks: Remarks, at: Position) -> Wrap | None:
    """What `<span …>` with `attributes` does: only its language counts."""
    written = _LANG.search(attributes)
    language = next(filter(None, written.groups()), "") if written else ""
    return _wrap_language(_check_language(language, remarks, at))


def _wrap_language(language: str) -> Wrap | None:
    return (lambda children: Foreign(language, children)) if language else None


def _check_language(written: str, remarks: Remarks, at: Position) -> str:
    try:
        return check_language(written) if written else ""
    except ValueError as error:
        remarks.fail("content.type/wrong-value", str(error), "Write `lang=en`.", at)
        return ""
