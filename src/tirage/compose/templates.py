"""Jinja2 over a layout's folders: templates and styles, and the few filters they use."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup

from tirage.compose import wording
from tirage.compose.columns import set_table
from tirage.compose.spacing import set_blocks
from tirage.errors import LayoutError
from tirage.languages.marks.setting import set_text
from tirage.model.matter import Block, plain


@lru_cache(maxsize=8)
def environment(folders: tuple[Path, ...], kept: Path | None = None) -> Environment:
    """The templates of `folders`, the first folder that has a file winning. HTML is escaped, CSS is not.

    With `kept`, a folder, a template is translated once in its life.
    """
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
    env = Environment(
        bytecode_cache=FileSystemBytecodeCache(str(kept)) if kept else None,
        loader=FileSystemLoader(folders, encoding="utf-8"),
        autoescape=lambda name: name is None or not name.endswith(".css"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    env.policies["urlize.rel"] = None
    env.filters["css"] = css_string
    env.filters["fill"] = fill
    env.filters["plain"] = plain
    env.filters["spaced"] = spaced
    env.filters["spaced_blocks"] = spaced_blocks
    env.filters["date"] = wording.long_date
    env.filters["full_name"] = wording.full_name
    env.globals["kind"] = kind
    env.globals["set_table"] = set_table
    return env


def render(env: Environment, template: str, context: dict[str, Any]) -> str:
    """`template` filled in with `context`.

    Raises LayoutError, which names the template and line, when the template is missing or wrong.
    """
    try:
        return env.get_template(template).render(context)
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        place = f"{getattr(error, 'name', None) or template}{f', line {line}' if line else ''}"
        raise LayoutError(
            f"The layout's template {place} cannot be used: {error}. Compare it with the bundled one."
        ) from error


@pass_context
def spaced(context: Context, text: str, language: str = "") -> str:
    """`text` with the spaces and marks of `language`, else of the piece's. Markup is left as it is."""
    if isinstance(text, Markup):
        return text
    return set_text(text, context["rules"](language or context["language"]))


@pass_context
def spaced_blocks(context: Context, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same for the text of an article."""
    return set_blocks(blocks, context["language"], context["rules"])


def css_string(text: str) -> str:
    """`text` as a string of CSS, quotes included."""
    escaped = json.dumps(text, ensure_ascii=False)[1:-1]
    return '"' + escaped.replace("\\n", "\\a ").replace("\\t", " ") + '"'


def fill(pattern: str, **values: object) -> str | Markup:
    """A label with its {braces} filled in; markup among the values stays markup."""
    if any(isinstance(value, Markup) for value in values.values()):
        return Markup(pattern).format(**values)
    return pattern.format(**values)


def kind(node: object) -> str:
    """The name of a node of the text, for templates: "Paragraph"."""
    return type(node).__name__
