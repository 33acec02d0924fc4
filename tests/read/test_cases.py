"""The cases of tests/cases/read: what an editor writes, and what is said about it or made of it.

Each case names the part that it gives (`text`, `front`, `issue`, `journal`, `references`, `bibtex`, `csv` or `svg`) and
lists all findings: severity, name, line and column in that part. Everything else is the sound journal of `helpers`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

from tests.read.helpers import FRONT, REFERENCES, SVG, article_of, make_png, read, show, tell
from tests.wording import counts_well

CASES = Path(__file__).parents[1] / "cases" / "read"


@dataclass(frozen=True, slots=True)
class Case:
    title: str
    part: str
    source: str
    findings: tuple[str, ...]
    tree: str
    listed: bool
    files: dict[str, str | bytes] = field(default_factory=dict)


def load() -> list[Case]:
    cases = []
    for path in sorted(CASES.glob("*.yaml")):
        sheet = yaml.safe_load(path.read_text("utf-8"))
        for raw in sheet:
            part = next(key for key in raw if key in PARTS)
            cases.append(
                Case(
                    title=f"{path.stem}: {raw['title']}",
                    part=part,
                    source=raw[part],
                    findings=tuple(raw.get("findings", ())),
                    tree=raw.get("tree", ""),
                    listed=raw.get("list", True),
                    files=raw.get("files", {}),
                )
            )
    return cases


PARTS = {
    "text": "2026-1/one/article.md",
    "front": "2026-1/one/article.md",
    "issue": "2026-1/issue.yaml",
    "journal": "journal.yaml",
    "references": "2026-1/one/references.yaml",
    "bibtex": "2026-1/one/references.bib",
    "csv": "2026-1/one/data.csv",
    "svg": "2026-1/one/map.svg",
}


@pytest.mark.parametrize("case", load(), ids=lambda case: case.title)
def test_case(case: Case, tmp_path: Path) -> None:
    front = FRONT + (REFERENCES if case.listed else "")
    text, before = "Текст.\n", 0
    files: dict[str, str | bytes] = {"2026-1/one/map.svg": SVG, "2026-1/one/p.png": make_png()}
    files |= {f"2026-1/one/{name}": content for name, content in case.files.items()}
    match case.part:
        case "text":
            text, before = case.source, front.count("\n") + 2
        case "front":
            front, before = case.source, 1
        case "references" | "bibtex":
            front = FRONT + f"references: {Path(PARTS[case.part]).name}\n"
        case "csv":
            text = ': Подпись {#tbl:a csv="data.csv"}\n'
        case "svg":
            text = '![Подпись](map.svg){#fig:a alt="Карта"}\n'
    if case.part not in ("text", "front"):
        files[PARTS[case.part]] = case.source
    reading = read(tmp_path, text, front, files)
    assert tell(reading.findings, PARTS[case.part], before) == list(case.findings)
    if case.tree:
        assert show(article_of(reading).body.blocks) == case.tree.rstrip("\n")
    for finding in reading.findings:
        assert finding.message.endswith((".", "?")), finding.message
        assert counts_well(finding.message), finding.message
        assert not finding.advice or finding.advice.endswith((".", "?", ".)")), finding.advice
