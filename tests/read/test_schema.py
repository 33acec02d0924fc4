"""JSON Schema for the text editors of editors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tirage.read.forms.article import ArticleForm
from tirage.read.forms.journal import JournalForm
from tirage.read.schema import KINDS, Kind, json_schema


def objects(node: Any) -> Iterator[dict[str, Any]]:
    """Every schema of a map with known keys."""
    if isinstance(node, dict):
        if "properties" in node and node.get("type") == "object":
            yield node
        for value in node.values():
            yield from objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from objects(value)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_has_help(kind: Kind) -> None:
    maps = list(objects(json.loads(json_schema(kind))))
    assert maps
    for schema in maps:
        for key, value in schema["properties"].items():
            if not key.startswith(("family", "given", "literal", "suffix")) and "-" not in key:
                assert value.get("description") or "$ref" in value, key


@pytest.mark.parametrize("kind", KINDS)
def test_unknown_keys_are_marked(kind: Kind) -> None:
    assert all(m["additionalProperties"] is False for m in objects(json.loads(json_schema(kind))))


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_the_same_each_time_and_ends_with_a_line_end(kind: Kind) -> None:
    assert json_schema(kind) == json_schema(kind)
    assert json_schema(kind).endswith("}\n")


def test_the_keys_are_those_of_the_forms() -> None:
    article = json.loads(json_schema("article"))
    assert set(article["properties"]) == set(ArticleForm.model_fields)
    assert article["required"] == ["lang", "type"]
    journal = json.loads(json_schema("journal"))
    assert set(journal["properties"]) == set(JournalForm.model_fields)
    assert journal["properties"]["title"]["description"] == "The journal's full title."


def test_what_looks_like_a_number_may_stand_without_quotes() -> None:
    article = json.loads(json_schema("article"))
    assert article["properties"]["udc"]["type"] == ["string", "number"]


def test_choices_are_listed() -> None:
    article = json.loads(json_schema("article"))
    assert "book-review" in article["properties"]["type"]["enum"]


def test_references_hold_all_of_csl() -> None:
    schema = json.loads(json_schema("references"))
    assert schema["type"] == "array"
    item = schema["$defs"]["ReferenceForm"]["properties"]
    assert {"container-title", "DOI", "original-date"} <= set(item)
