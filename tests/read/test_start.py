"""Starting and reading take little time; heavy libraries are loaded only when an issue needs them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.read.helpers import FRONT, ISSUE, read, tell, write_journal
from tirage.read.issue import read_issue

HEAVY = (
    "weasyprint",
    "pikepdf",
    "pypdf",
    "pypdfium2",
    "PIL",
    "latex2mathml",
    "bibtexparser",
    "jinja2",
)


def test_heavy_libraries_wait() -> None:
    script = f"import sys, tirage.read.issue, tirage.read.schema; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_an_issue_of_seven_articles(tmp_path: Path) -> None:
    names = [f"article-{i}" for i in range(7)]
    body = ("## Глава\n\n" + "Сөз *және* сөз [1], [2, с. 3].\n\n" * 10) * 50
    article = f"---\n{FRONT}references: [А, Б]\n---\n{body}"
    files: dict[str, str | bytes] = {f"2026-1/{name}/article.md": article for name in names}
    files["2026-1/issue.yaml"] = ISSUE.replace("[one]", str(["one", *names]).replace("'", ""))
    folder = write_journal(tmp_path, files=files)
    assert sum(len(str(text)) for text in files.values()) > 100_000
    reading = read_issue(folder)
    assert reading.findings == ()


def test_long_marks_and_formulas(tmp_path: Path) -> None:
    text = "<b>" * 45 + "x" + "</b>" * 45 + "\n\n$" + "x+" * 3000 + "x$\n"
    assert tell(read(tmp_path, text).findings) == [
        "FAIL content.markdown/too-deep 10:118",
        "FAIL content.maths/too-large 12:1",
    ]
