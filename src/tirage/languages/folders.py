"""A language's folder: all that tirage knows of the language as data, a file for each part.

The name of a language (BCP 47) and of a part come in, as "en-GB" and "marks"; what the files say goes out. `und` (undetermined) holds
what all languages have in common, `en` what holds for English, `en-GB` what is British: each stands over the one before it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

COMMON = "und"
"""The folder of what all languages have in common."""

_HOME = Path(__file__).parent
_KINDS = ("*.py", "*.toml", "*.dic", "*.xml")


@cache
def languages(part: str = "language") -> tuple[str, ...]:
    """The languages whose folder has the file of a part, in the order of their names, without `und`."""
    found = (file.parent.name for file in _HOME.glob(f"*/{part}.toml"))
    return tuple(sorted(name for name in found if name != COMMON))


@cache
def part(language: str, name: str) -> Mapping[str, Any]:
    """A part as a table: the language's own over what it shares. Lists grow, all else is replaced; empty where nobody has it."""
    table: dict[str, Any] = {}
    for folder in (COMMON, *_names(language)):
        if file := _file(folder, f"{name}.toml"):
            table = _over(table, tomllib.loads(file.read_text("utf-8")))
    return table


def has(language: str, name: str) -> bool:
    """Whether a language has a part of its own, or from the language it belongs to: `en-GB` has what `en` has."""
    return own_file(language, f"{name}.toml") is not None


def own_file(language: str, name: str) -> Path | None:
    """The file `name` of the language's folder, else of the language it belongs to; None where there is none."""
    files = (_file(folder, name) for folder in reversed(_names(language)))
    return next(filter(None, files), None)


@cache
def digest() -> str:
    """A digest of all that is known of languages, rules and data: what was made with it holds until one of them changes."""
    known = sha256()
    for file in sorted(file for kind in _KINDS for file in _HOME.rglob(kind)):
        known.update(file.relative_to(_HOME).as_posix().encode())
        known.update(file.read_bytes())
    return known.hexdigest()


def _names(language: str) -> tuple[str, ...]:
    """The folders of a language, general ones first: "en", "en-GB"."""
    first, *others = language.split("-")
    tags = (first.lower(), *others)
    return tuple("-".join(tags[: end + 1]) for end in range(len(tags)))


def _file(folder: str, name: str) -> Path | None:
    """A file of a folder. Names of languages come from articles, so what could lead elsewhere is none."""
    path = _HOME / folder / name
    return path if folder.replace("-", "").isalnum() and path.is_file() else None


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """`above` over `below`."""
    merged = dict(below)
    for key, value in above.items():
        if isinstance(value, dict):
            merged[key] = _over(below.get(key, {}), value)
        elif isinstance(value, list):
            merged[key] = [*below.get(key, []), *value]
        else:
            merged[key] = value
    return merged
