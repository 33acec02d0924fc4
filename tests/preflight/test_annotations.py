"""Findings as annotations of GitHub Actions."""

from __future__ import annotations

from pathlib import Path

from tirage.findings import Finding, Place, Severity
from tirage.preflight.annotations import to_github

FINDINGS = (
    Finding(Severity.INFO, "folios.moved", "moved", "The pages moved.", Place("2026-1/pages.yaml")),
    Finding(Severity.SKIP, "a.b", "c", "It was not looked at."),
    Finding(Severity.WARN, "facts.missing", "title", "There is no title.", Place("2026-1/one, two/article.md", 3, 7), "Write one."),
    Finding(Severity.FAIL, "text.complete", "lost", "100 % of\r\nthe words: lost.", Place("one", page="57"), "Look at it."),
    Finding(Severity.WARN, "engine.log", "warning", "It complains, with ::error ::this.", Place("issue.pdf")),
    Finding(Severity.ERROR, "a.b", "broken", "The check broke."),
)  # fmt: skip

GOLDEN = """\
::error title=a.b/broken::The check broke.
::error title=text.complete/lost::one, p. 57: 100 %25 of%0D%0Athe words: lost.%0ALook at it.
::warning file=content/2026-1/one%2C two/article.md,line=3,col=7,title=facts.missing/title::There is no title.%0AWrite one.
::warning title=engine.log/warning::issue.pdf: It complains, with ::error ::this.
::notice file=content/2026-1/pages.yaml,title=folios.moved/moved::The pages moved.
::notice title=a.b/c::It was not looked at.
"""


def test_annotations_are_commands_a_line_each(tmp_path: Path) -> None:
    for name in ("one, two/article.md", "pages.yaml"):
        path = tmp_path / "content" / "2026-1" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    told = to_github(FINDINGS, tmp_path / "content")
    assert told.replace(f"{tmp_path}/", "") == GOLDEN


def test_nothing_found_is_nothing_said() -> None:
    assert to_github((), Path()) == ""


def test_the_reason_for_another_severity_stands_last() -> None:
    found = Finding(Severity.WARN, "a.b", "c", "It is so.", advice="Mend it.")
    assert to_github((found,), Path(), {"a.b/c": "We know."}).endswith(
        "::It is so.%0AMend it.%0AWe know.\n"
    )
