"""What the documents say is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tirage.cli import tirage
from tirage.read.schema import json_schema

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#]+)")


@pytest.mark.parametrize("kind", ["journal", "issue", "article", "references"])
def test_the_schemas_are_current(kind: str) -> None:
    """Written anew with `tirage schema KIND > docs/schemas/KIND.json`."""
    assert (ROOT / "docs" / "schemas" / f"{kind}.json").read_text("utf-8") == json_schema(kind)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    missing = [target for target in LINK.findall(text) if not (page.parent / target).exists()]
    assert missing == []


def test_the_readme_names_only_commands_that_exist() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    for command in set(re.findall(r"tirage (build|new|schema|\w+) ", text)) & {
        "build",
        "new",
        "schema",
        "lint",
        "fix",
    }:
        assert command in tirage.commands
    for option in re.findall(r"tirage build [^\n`]*?(--[a-z-]+)", text):
        assert option in {name for p in tirage.commands["build"].params for name in p.opts}
