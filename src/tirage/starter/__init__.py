"""`tirage new`: the files that a journal, an issue or an article starts with.

They stand in `files/`, as an editor will see them; {braces} are filled in.
"""

from __future__ import annotations

import re
from pathlib import Path

from tirage.errors import UsageError

_FILES = Path(__file__).parent / "files"
_ISSUE = re.compile(r"(\d{4})-(\d+)")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MAIN = re.compile(r"^main_language:\s*(\w+)", re.MULTILINE)
_FIRST = "2026-1"


def new_journal(folder: Path) -> tuple[str, ...]:
    """Start a journal with a first issue in `folder`; lines that say what was written and what to do next.

    Raises UsageError when something is in the folder already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"«{folder}» is not empty. Name a new folder for the journal.")
    _write(folder / "journal.yaml", (_FILES / "journal.yaml").read_text("utf-8"))
    _write_issue(folder, _FIRST)
    return (
        f"The journal is in {folder}: journal.yaml, and a first issue in {_FIRST}/.",
        f"Build it:  tirage build {folder / _FIRST}",
    )


def new_issue(journal: Path, name: str) -> tuple[str, ...]:
    """Start the issue `name` ("2026-2": year and number) in the folder of a journal.

    Raises UsageError when there is no journal, the name is not a year and number, or the issue is there already.
    """
    if not (journal / "journal.yaml").is_file():
        raise UsageError(
            f"There is no journal.yaml in «{journal}». Go to the journal's folder first."
        )
    _write_issue(journal, name)
    folder = journal / name
    return (f"The issue is in {folder}.", f"Build it:  tirage build {folder}")


def new_article(issue: Path, name: str, language: str) -> tuple[str, ...]:
    """Start the article `name` ("price-of-print") in the folder of an issue.

    Raises UsageError when there is no issue, the name does not fit an address, or the article is there already.
    """
    if not (issue / "issue.yaml").is_file():
        raise UsageError(f"There is no issue.yaml in «{issue}». Go to the issue's folder first.")
    if not _NAME.fullmatch(name):
        raise UsageError(
            f"«{name}» cannot be an article's name: use small Latin letters, digits and hyphens, as price-of-print."
        )
    year = issue.resolve().name[:4]
    _write_article(
        issue / name,
        language or _main_language(issue.resolve().parent),
        year if year.isdigit() else "2026",
    )
    return (
        f"The article is in {issue / name}.",
        f"Add it to the running order in {issue / 'issue.yaml'}:  articles: [..., {name}]",
    )


def _write_issue(journal: Path, name: str) -> None:
    match = _ISSUE.fullmatch(name)
    if not match:
        raise UsageError(f"«{name}» cannot be an issue's name: write year and number, as 2026-2.")
    folder = journal / name
    if folder.exists():
        raise UsageError(f"«{folder}» is there already.")
    year, number = match.groups()
    month = min(3 * int(number), 12)
    text = (_FILES / "issue" / "issue.yaml").read_text("utf-8")
    _write(folder / "issue.yaml", text.format(year=year, number=int(number), month=f"{month:02}"))
    _write(folder / "editorial.md", (_FILES / "issue" / "editorial.md").read_text("utf-8"))
    _write_article(folder / "first-article", _main_language(journal), year)


def _write_article(folder: Path, language: str, year: str) -> None:
    if folder.exists():
        raise UsageError(f"«{folder}» is there already.")
    text = (_FILES / "issue" / "first-article" / "article.md").read_text("utf-8")
    _write(folder / "article.md", text.format(lang=language, year=year))


def _main_language(journal: Path) -> str:
    match = _MAIN.search((journal / "journal.yaml").read_text("utf-8"))
    return match[1] if match else "en"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
