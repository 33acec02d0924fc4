"""The cases of tests/cases/copy: what an author writes, what is found in it, and what fixing makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.read.helpers import read
from tirage.findings import Finding
from tirage.mending import mend
from tirage.preflight.lint import lint, mends

FOLDER = Path(__file__).parents[2] / "cases" / "copy"
FRONT = "lang: {language}\ntype: editorial\ntitle: Заглавие\n"
ARTICLE = "2026-1/one/article.md"


@dataclass(frozen=True, slots=True)
class Case:
    """One way to be wrong."""

    title: str
    check: str
    language: str
    wrong: str
    right: str
    times: int
    fine: tuple[str, ...]
    front: bool
    """Whether the texts are lines of the front matter."""


def load() -> list[Case]:
    """All cases."""
    return [case for path in sorted(FOLDER.glob("*.yaml")) for case in _load(path)]


def _load(path: Path) -> list[Case]:
    raws: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf-8")) or []
    return [
        Case(
            f"{path.stem} {number}: {raw['check']}",
            raw["check"],
            raw["language"],
            raw["wrong"],
            raw.get("right", ""),
            raw.get("times", 1),
            tuple(raw.get("fine", ())),
            raw.get("in") == "front",
        )
        for number, raw in enumerate(raws, 1)
    ]


def found(folder: Path, text: str, case: Case) -> tuple[Finding, ...]:
    """What lint finds in a contribution that says `text`."""
    reading = read(folder, *_file(text, case))
    return lint(reading.copy, reading.issue)


def fixed(folder: Path, text: str, case: Case) -> str:
    """What fixing makes of it."""
    body, front = _file(text, case)
    reading = read(folder, body, front)
    edits = [one.edit for one in mends(reading.copy, reading.issue)]
    whole = mend(f"---\n{front}---\n{body}", edits)
    before = f"---\n{FRONT.format(language=case.language)}"
    return (
        whole.removeprefix(before).removesuffix("\n---\n")
        if case.front
        else whole.removeprefix(f"{before}---\n")
    )


def _file(text: str, case: Case) -> tuple[str, str]:
    """Text and front matter."""
    front = FRONT.format(language=case.language)
    return ("", f"{front}{text}\n") if case.front else (text, front)
