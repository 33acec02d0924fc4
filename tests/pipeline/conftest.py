"""Issues that the whole pipeline builds: a small one for each test, the sample issue once for all."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

CONTENT = Path(__file__).parents[2] / "content"

SMALL = """\
year: 2026
number: 1
whole_number: 121
date: 2026-03-31
first_page: 5
contents:
  - editorial.md
  - section: {kk: Қаріп, ru: Шрифт, en: Type}
    articles: [first, second]
"""

ARTICLE = """\
---
lang: %s
type: research
doi: auto
irsti: 19.51.51
udc: "655"
title: {kk: Бірінші мақала %s, ru: Первая статья %s, en: The first article %s}
authors:
  - name: {kk: {given: Сынақ, family: Үлгібаев}, ru: {given: Проба, family: Образцов}, en: {given: Sam, family: Sample}}
    affiliation: [home]
    email: sam@example.org
    corresponding: true
affiliations:
  home: {name: {kk: Үлгі университеті, ru: Университет-образец, en: Sample University}}
abstract: {kk: Қысқаша мазмұны осында., ru: Здесь краткое содержание., en: Here is what it is about.}
keywords: {kk: [қаріп, бет], ru: [шрифт, полоса], en: [type, page]}
received: 2026-01-12
accepted: 2026-02-20
references: [{id: knuth1981, lang: en, text: "Knuth D. E., Plass M. F. Breaking paragraphs into lines. 1981."}]
---

**Кіріспе.** The text cites [@knuth1981, p. 12] a work.[^1] It mentions @tbl:first.

| Year | Pages |
|:-----|------:|
| 2025 | 96 |

: A table {#tbl:first}

%s

[^1]: A note at the foot of the page.
"""


@dataclass
class Desk:
    """A journal's folder in which builds are run as an editor runs them."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    built: str = "build"
    """Name of the folder for the output."""

    @property
    def issue(self) -> Path:
        return self.folder / "content" / "2026-1"

    @property
    def out(self) -> Path:
        return self.folder / self.built / "2026-1"

    def article(self, name: str) -> Path:
        return self.issue / name / "article.md"

    def write(self, name: str, text: str = "A second paragraph.", lang: str = "en") -> None:
        path = self.article(name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(ARTICLE % (lang, name, name, name, text), "utf-8")

    def command(self, *options: str) -> list[str]:
        return [
            sys.executable,
            "-m",
            "tirage",
            "build",
            "content/2026-1",
            "--out",
            self.built,
            *options,
        ]

    def build(self, *options: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, **self.environment}
        return subprocess.run(
            self.command(*options),
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def report(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads((self.out / "report.json").read_text("utf-8"))
        return loaded

    def codes(self) -> set[str]:
        return {f"{finding['check']}/{finding['code']}" for finding in self.report()["findings"]}

    def files(self) -> dict[str, bytes]:
        return {
            str(path.relative_to(self.out)): path.read_bytes()
            for path in sorted(self.out.rglob("*"))
            if path.is_file()
        }


def typeset(result: subprocess.CompletedProcess[str]) -> list[str]:
    """The pieces that a build set, from what it said of its progress."""
    lines = [line for line in result.stderr.splitlines() if line.startswith("3/5 typeset: ")]
    return [line.split(": ")[1] for line in lines if not line.endswith(": unchanged")]


def make_desk(folder: Path) -> Desk:
    desk = Desk(folder)
    desk.issue.mkdir(parents=True)
    shutil.copy(CONTENT / "journal.yaml", folder / "content")
    (desk.issue / "issue.yaml").write_text(SMALL, "utf-8")
    (desk.issue / "editorial.md").write_text(
        "---\ntype: editorial\nlang: ru\nrubric: Колонка\ntitle: {kk: Оқырманға, ru: Читателю, en: To the reader}\n"
        "signature: {name: Образцов Ү. Т.}\n---\n\nЗдесь начинается колонка редактора.\n",
        "utf-8",
    )
    desk.write("first", lang="kk")
    desk.write("second")
    return desk


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of all test processes."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def pattern(shared: Path) -> Desk:
    """The small issue, built once for all test processes; nothing is to be changed in it."""
    folder = shared / "small-issue"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        desk = Desk(folder / "desk")
        if not (desk.out / "report.json").is_file():
            result = make_desk(desk.folder).build()
            assert result.returncode == 0, result.stderr + result.stdout
    return desk


@pytest.fixture
def fresh(tmp_path: Path) -> Desk:
    """The small issue, never built."""
    return make_desk(tmp_path / "desk")


@pytest.fixture
def desk(pattern: Desk, fresh: Desk) -> Desk:
    """The small issue, not built as yet, beside the cache of an earlier build: what has not changed need not be set."""
    shutil.copytree(pattern.folder / ".tirage", fresh.folder / ".tirage")
    return fresh


@pytest.fixture
def built(pattern: Desk, tmp_path: Path) -> Desk:
    """The small issue and all that a build of it has left."""
    shutil.copytree(pattern.folder, tmp_path / "desk")
    return Desk(tmp_path / "desk")


@pytest.fixture(scope="session")
def sample(shared: Path) -> Desk:
    """The sample issue, built once for all test processes."""
    folder = shared / "sample-issue"
    folder.mkdir(exist_ok=True)
    desk = Desk(folder)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (desk.out / "report.json").is_file():
            shutil.copytree(CONTENT, folder / "content")
            result = desk.build("--frozen")
            assert result.returncode == 0, result.stderr + result.stdout
    return desk


@pytest.fixture(scope="session")
def editions(sample: Desk) -> Desk:
    """The sample issue in all editions, from the pages that are there already, in a folder of their own."""
    desk = Desk(sample.folder, built="editions")
    with (sample.folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (desk.out / "report.json").is_file():
            result = desk.build("--edition", "all", "--impose", "booklet", "--frozen")
            assert result.returncode == 0, result.stdout + result.stderr
            assert "typeset: board: unchanged" in result.stderr
    return desk
