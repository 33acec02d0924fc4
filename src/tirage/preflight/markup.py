"""Parts of the report's page. In come values, out goes markup in which they are text and nothing else.

The parts stand in `page/`, with `$names` for what is filled in.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

_FOLDER = Path(__file__).parent / "page"
_PART = re.compile(r"^<!-- part ([a-z-]+) -->\n", re.MULTILINE)
_UNPRINTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What HTML does not allow in text, and halves of characters that no file can hold."""


class Markup(str):
    """Text that is markup already; every other text is escaped when it is filled in."""

    __slots__ = ()


EMPTY = Markup()


def fill(part: str, **values: str) -> Markup:
    """The part of that name with `values` in it, escaped unless they are Markup."""
    return _filled(_parts()[part], values)


def fill_page(**values: str) -> Markup:
    """The whole page with `values` in it, its style and script; the browser is told to run and load nothing else."""
    style, script = (Markup(_text(name)) for name in ("page.css", "page.js"))
    own = {
        "style": style,
        "script": script,
        "style_digest": _digest(style),
        "script_digest": _digest(script),
    }
    return _filled(_text("page.html"), {**values, **own})


def joined(parts: Iterable[Markup]) -> Markup:
    """The parts, a line each."""
    return Markup("\n".join(parts))


def _filled(template: str, values: dict[str, str]) -> Markup:
    known = {name: _escaped(value) for name, value in values.items()}
    return Markup(Template(template).substitute(known))


def _escaped(value: str) -> str:
    return value if isinstance(value, Markup) else escape(_UNPRINTED.sub("\ufffd", value))


def _digest(text: str) -> str:
    """As Content Security Policy (level 3) names a style or script that may stand in the page."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@cache
def _parts() -> dict[str, str]:
    _, *pairs = _PART.split(_text("parts.html"))
    return dict(zip(pairs[::2], (text.rstrip("\n") for text in pairs[1::2]), strict=True))


@cache
def _text(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")
