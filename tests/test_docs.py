"""What the documents say is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tirage.cli import tirage
from tirage.errors import ExitCode
from tirage.preflight import report
from tirage.read.schema import KINDS, Kind, json_schema

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\(((?:[\w./-]+/)?[\w.-]+\.md|[\w./-]*pictures/[\w.-]+)\)")


@pytest.mark.parametrize("kind", KINDS)
def test_the_schemas_are_current(kind: Kind) -> None:
    """Written anew with `tirage schema KIND > docs/schemas/KIND.json`."""
    assert (ROOT / "docs" / "schemas" / f"{kind}.json").read_text("utf-8") == json_schema(kind)


def test_the_exit_codes_are_those_of_the_command() -> None:
    text = (ROOT / "docs" / "report.md").read_text("utf-8")
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)} == set(ExitCode)


def test_the_schema_of_the_report_is_current() -> None:
    """Written anew with `tirage schema report > docs/schemas/report.schema.json`."""
    written = (ROOT / "docs" / "schemas" / "report.schema.json").read_text("utf-8")
    assert written == report.json_schema()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    missing = [target for target in LINK.findall(text) if not (page.parent / target).exists()]
    assert missing == []


def test_the_readme_names_only_commands_and_options_that_exist() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    named = set(re.findall(r"tirage (build|new|schema|lint|fix|checks|preflight)\b", text))
    assert named <= set(tirage.commands)
    options = {name for parameter in tirage.commands["build"].params for name in parameter.opts}
    assert set(re.findall(r"`[^`\n]*tirage build[^`\n]*?(--[a-z]+)", text)) <= options
