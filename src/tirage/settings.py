"""What one run of the build was asked to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tirage.errors import UsageError
from tirage.model.press import Edition


@dataclass(frozen=True)
class Settings:
    """The command line, complete. The manual of `tirage build` is made from these docstrings."""

    issue: Path
    """The issue's folder, the one that holds issue.yaml."""
    out: Path = Path("build")
    """Folder for the output; the issue gets a folder of its own in it."""
    only: str = ""
    """Name of one article: only its offprint is made."""
    jobs: int = 0
    """How many typesetting processes; 0: one for each core."""
    profile: str = "draft"
    """Which findings are allowed: the name of a file of preflight/profiles/."""
    frozen: bool = False
    """No page may move: a folio that differs from pages.yaml fails the build."""
    cache: Path = Path(".tirage")
    """Folder for gatherings that need not be typeset again."""
    editions: tuple[Edition, ...] = ("screen",)
    """What the galleys are for."""
    booklet: bool = False
    """The printed block is also imposed, two pages on a face, for an office printer."""


def issue_folder(folder: Path) -> Path:
    """The issue in `folder`, or the newest one below it when it is a journal's folder."""
    if (folder / "issue.yaml").is_file() or not (folder / "journal.yaml").is_file():
        return folder
    issues = sorted(path.parent for path in folder.glob("*/issue.yaml"))
    return issues[-1] if issues else folder


def check_settings(settings: Settings) -> None:
    """Raise UsageError where `settings` ask for two things that do not go together."""
    if settings.booklet and "print" not in settings.editions:
        raise UsageError("A booklet is printed: write --edition print, or all, beside --impose.")
    if settings.only and settings.editions == ("print",):
        raise UsageError(
            "The print edition is the whole issue: leave --only out, or choose another edition."
        )
