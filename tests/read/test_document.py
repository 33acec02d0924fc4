"""What the document for editors shows can be read as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.read.helpers import FRONT, JOURNAL, SVG, read, tell
from tirage.bind import icc
from tirage.findings import Severity

DOCUMENT = (Path(__file__).parents[2] / "docs" / "content-format.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", DOCUMENT, re.DOTALL | re.MULTILINE)


def block(language: str, beginning: str) -> str:
    """The example that begins so."""
    return str(
        next(text for kind, text in BLOCKS if kind == language and text.startswith(beginning))
    )


def mistakes(folder: Path, **given: str) -> list[str]:
    files: dict[str, str | bytes] = {"2026-1/one/map.svg": SVG}
    files |= {"journal.yaml": JOURNAL.replace("[ru]", "[kk, ru, en]")}
    for name, path in (("journal", "journal.yaml"), ("issue", "2026-1/issue.yaml")):
        if name in given:
            files[path] = given[name]
    if "article" in given:
        files["2026-1/one/article.md"] = given["article"]
    if "references" in given:
        files["2026-1/one/references.yaml"] = given["references"]
    if "front" not in given:
        files.setdefault("2026-1/one/references.yaml", "[]")
    front = given.get("front", FRONT + "references: references.yaml\n")
    reading = read(folder, given.get("text", "Текст.\n"), front, files)
    return tell(finding for finding in reading.findings if finding.severity >= Severity.WARN)


def test_the_journal(tmp_path: Path) -> None:
    (tmp_path / "press.icc").write_bytes(icc.grey())
    told = mistakes(tmp_path, journal=block("yaml", "title:"))
    assert [name for name in told if not name.startswith("WARN facts.missing/")] == []


def test_the_issue(tmp_path: Path) -> None:
    issue = block("yaml", "year:").replace("integration-factors, …", "one")
    issue = issue.replace("  - editorial.md\n", "")
    assert mistakes(tmp_path, issue=issue) == []


def test_the_front_matter_of_an_article(tmp_path: Path) -> None:
    article = block("markdown", "---\nlang:")
    told = mistakes(tmp_path, article=article)
    # What it cites and mentions is not shown there.
    elsewhere = {"content.reference/unknown-key", "content.crossref/unknown"}
    assert {name.split()[1] for name in told if "facts.missing" not in name} <= elsewhere


def test_a_figure(tmp_path: Path) -> None:
    assert mistakes(tmp_path, text=block("markdown", "![Caption")) == []


def test_a_table(tmp_path: Path) -> None:
    assert mistakes(tmp_path, text=block("markdown", "| №")) == []


def test_the_references(tmp_path: Path) -> None:
    assert mistakes(tmp_path, references=block("yaml", "- id:")) == []


def test_the_editors_column(tmp_path: Path) -> None:
    assert mistakes(tmp_path, front=block("yaml", "type: editorial")) == []


@pytest.mark.parametrize("term", ["source", "header-rows", "csv", "align", "sideways"])
def test_every_attribute_of_a_table_is_told(term: str) -> None:
    assert f"| `{term}` |" in DOCUMENT
