"""JSON Schema of the files that editors write: their text editors complete and check YAML with it."""

from __future__ import annotations

import json
from typing import Any, Literal, TypeAlias, get_args

from pydantic import BaseModel

from tirage.read.forms.article import ArticleForm
from tirage.read.forms.issue import IssueForm
from tirage.read.forms.journal import JournalForm
from tirage.read.forms.references import UNPRINTED, ReferencesForm

Kind: TypeAlias = Literal["journal", "issue", "article", "references"]

KINDS: tuple[Kind, ...] = get_args(Kind)

_FORMS: dict[Kind, type[BaseModel]] = {
    "journal": JournalForm,
    "issue": IssueForm,
    "article": ArticleForm,
    "references": ReferencesForm,
}


def json_schema(kind: Kind) -> str:
    """The JSON Schema (draft 2020-12) of `kind` as text, a line end last; always the same bytes.

    Raises KeyError when there is no such kind.
    """
    schema = _FORMS[kind].model_json_schema(by_alias=True)
    _tidy(schema)
    entry = schema.get("$defs", {}).get("ReferenceForm")
    if entry:
        entry["properties"] |= {name: {"description": "Not printed."} for name in UNPRINTED}
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _tidy(node: Any) -> None:
    """Take out the titles that pydantic makes of field names: editors would show them instead of the descriptions."""
    if isinstance(node, dict):
        if isinstance(node.get("title"), str) and ("type" in node or "description" in node):
            del node["title"]
        for value in node.values():
            _tidy(value)
    elif isinstance(node, list):
        for value in node:
            _tidy(value)
