"""The command: exit codes, messages, progress."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tirage.errors import ExitCode
from tirage.progress import Lines, watch


def tirage(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tirage", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def test_help_names_the_commands() -> None:
    result = tirage("--help")
    assert result.returncode == ExitCode.CLEAN
    assert all(command in result.stdout for command in ("build", "new", "schema"))


@pytest.mark.parametrize(
    "arguments",
    [("bake",), ("build", "--jobs", "many"), ("build", "--profile", "perfect"), ("schema", "poem")],
)
def test_a_wrong_call_exits_with_2(arguments: tuple[str, ...]) -> None:
    result = tirage(*arguments)
    assert result.returncode == ExitCode.USAGE
    assert "Error" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [("--impose", "booklet"), ("--only", "x", "--edition", "print"), ("--edition", "paper")],
)
def test_what_does_not_go_together_is_said(arguments: tuple[str, ...]) -> None:
    result = tirage("build", *arguments)
    assert result.returncode == ExitCode.USAGE
    assert "print" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_folder_without_an_issue_is_explained(tmp_path: Path) -> None:
    result = tirage("build", str(tmp_path))
    assert result.returncode in (ExitCode.USAGE, ExitCode.CONTENT)
    assert "issue.yaml" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_mistake_names_file_line_and_column(tmp_path: Path) -> None:
    tirage("new", "journal", "j", cwd=tmp_path)
    article = tmp_path / "j/2026-1/first-article/article.md"
    text = article.read_text("utf-8").replace("keywords:", "keyword:")
    article.write_text(text, "utf-8")
    line = 1 + text.splitlines().index("keyword:")
    result = tirage("build", "j/2026-1", cwd=tmp_path)
    assert result.returncode == ExitCode.CONTENT
    assert f"2026-1/first-article/article.md:{line}:1: fail: " in result.stderr
    assert "keywords" in result.stderr, "it says what to write instead"
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize("kind", ["journal", "issue", "article", "references"])
def test_schemas_explain_every_key(kind: str) -> None:
    result = tirage("schema", kind)
    assert result.returncode == ExitCode.CLEAN
    schema = json.loads(result.stdout)
    assert "$schema" in schema
    properties = schema.get("properties") or schema["items"]
    assert properties


def test_progress_is_plain_lines_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    with watch(stream) as progress:
        assert isinstance(progress, Lines)
        progress.stage(3, "typeset", 2)
        progress.step("one")
    assert stream.getvalue() == "3/5 typeset: one\n"


def test_checks_are_listed_and_explained() -> None:
    assert "text.complete" in tirage("checks").stdout
    explained = tirage("checks", "text.complete/lost")
    assert explained.returncode == ExitCode.CLEAN
    assert "why" in explained.stdout
    assert tirage("checks", "text.beauty").returncode == ExitCode.USAGE
