"""The folder of one issue to an Issue."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.read.helpers import (
    FRONT,
    ISSUE,
    JOURNAL,
    SVG,
    article_of,
    issue_of,
    only,
    read,
    tell,
    write,
    write_journal,
)
from tirage.errors import ExitCode, UsageError
from tirage.findings import Severity, worst
from tirage.model.issue import PrintRun
from tirage.model.language import Breaks, Localized
from tirage.read.issue import read_issue
from tirage.read.remarks import MOST

SAMPLE = Path(__file__).parents[2] / "content" / "2026-1"


def test_the_least_issue(tmp_path: Path) -> None:
    issue = issue_of(read(tmp_path))
    assert (issue.name, issue.year, issue.number, issue.first_page) == ("2026-1", 2026, "1", 5)
    assert issue.date == date(2026, 3, 31)
    assert issue.print == PrintRun()
    assert issue.journal.title == Localized((("", "Вестник"),))
    assert issue.journal.main_language == "ru"
    assert [article.name for article in issue.articles] == ["one"]
    assert issue.folder == tmp_path.resolve() / "2026-1"


def test_everything_that_issue_yaml_may_say(tmp_path: Path) -> None:
    more = """\
volume: 31
whole_number: 121
print: {run: 300, sheets: 7.50, format: "60×84 1/8", signed: 2026-03-27, printer: {ru: ТОО}, price: даром}
"""
    issue = issue_of(read(tmp_path, files={"2026-1/issue.yaml": ISSUE + more}))
    assert (issue.volume, issue.whole_number) == ("31", 121)
    assert issue.print == PrintRun(
        300,
        "7.50",
        "60×84 1/8",
        date(2026, 3, 27),
        Localized((("ru", "ТОО"),)),
        Localized((("", "даром"),)),
    )


def test_what_findings_weigh_here(tmp_path: Path) -> None:
    own = """\
preflight:
  - id: images.resolution/low
    severity: warn
    reason: The scans are all there is.
"""
    files = {"2026-1/issue.yaml": ISSUE + own, "journal.yaml": JOURNAL + own}
    issue = issue_of(read(tmp_path, files=files))
    (override,) = issue.overrides
    assert (override.id, override.severity) == ("images.resolution/low", Severity.WARN)
    assert override.reason == "The scans are all there is."
    assert str(override.place) == "2026-1/issue.yaml:7:9"
    assert [str(one.place) for one in issue.journal.overrides] == ["journal.yaml:8:9"]


def test_the_running_order(tmp_path: Path) -> None:
    contents = """\
contents:
  - editorial.md
  - one/
  - section: Раздел
    articles: [two, three/article.md]
  - letters/last.md
"""
    article = f"---\n{FRONT}---\nТекст.\n"
    files = {
        "2026-1/issue.yaml": ISSUE.replace("contents: [one]\n", contents),
        "2026-1/editorial.md": article,
        "2026-1/two/article.md": article,
        "2026-1/three/article.md": article,
        "2026-1/letters/last.md": article,
    }
    issue = issue_of(read(tmp_path, files=files))
    order = [(s.title.get("ru"), [a.name for a in s.articles]) for s in issue.sections]
    assert order == [("", ["editorial", "one"]), ("Раздел", ["two", "three"]), ("", ["last"])]
    assert issue.articles[0].folder == issue.folder
    assert issue.articles[3].folder == issue.folder / "three"


def test_names_differ_in_more_than_case(tmp_path: Path) -> None:
    article = f"---\n{FRONT}---\nТекст.\n"
    files = {
        "2026-1/issue.yaml": ISSUE.replace("[one]", "[one, ONE.md]"),
        "2026-1/ONE.md": article,
    }
    assert tell(read(tmp_path, files=files).findings) == [
        "FAIL content.contents/twice issue.yaml:5:17"
    ]


def test_all_mistakes_are_told_in_one_run(tmp_path: Path) -> None:
    files = {
        "journal.yaml": JOURNAL.replace("title:", "titel:"),
        "2026-1/issue.yaml": ISSUE.replace("date:", "data:"),
        "2026-1/one/refs.yaml": "- {type: bok, title: А}\n",
    }
    reading = read(tmp_path, "[@x] $\\foo$\n", FRONT + "references: refs.yaml\n", files)
    assert reading.issue is None
    assert tell(reading.findings) == [
        "FAIL content.keys/missing journal.yaml:1:1",
        "FAIL content.keys/unknown journal.yaml:1:1",
        "FAIL content.keys/missing issue.yaml:1:1",
        "FAIL content.keys/unknown issue.yaml:3:1",
    ]
    files["2026-1/issue.yaml"] = ISSUE
    assert tell(
        read(tmp_path, "[@x] $\\foo$\n", FRONT + "references: refs.yaml\n", files).findings
    ) == [
        "FAIL content.keys/missing journal.yaml:1:1",
        "FAIL content.keys/unknown journal.yaml:1:1",
        "FAIL content.type/wrong-value one/refs.yaml:1:10",
        "FAIL content.maths/unknown-command 7:6",
    ]


def test_the_text_is_read_though_its_front_matter_is_wrong(tmp_path: Path) -> None:
    reading = read(tmp_path, "[^x] $\\foo$\n", "lang: ru\ntype: [a\n")
    assert tell(reading.findings) == [
        "FAIL content.yaml/broken 3:7",
        "FAIL content.footnote/undefined 5:1",
        "FAIL content.maths/unknown-command 5:6",
    ]


def test_a_list_is_read_though_the_front_matter_is_wrong(tmp_path: Path) -> None:
    front = "lang: ru\ntyp: editorial\nreferences: refs.yaml\n"
    reading = read(tmp_path, "[@b]\n", front, {"2026-1/one/refs.yaml": "- {id: a, text: А}\n"})
    assert tell(reading.findings) == [
        "FAIL content.keys/missing 2:1",
        "FAIL content.keys/unknown 3:1",
        "FAIL content.reference/unknown-key 6:2",
    ]


@pytest.mark.parametrize("front", ["", "слово\n", "--- \n", "---x\n---\n"])
def test_no_front_matter(tmp_path: Path, front: str) -> None:
    files = {"2026-1/one/article.md": front + "Текст.\n"}
    found = read(tmp_path, files=files).findings
    assert found[0].id in ("content.frontmatter/missing", "content.frontmatter/unclosed")
    assert str(found[0].place) == "2026-1/one/article.md:1:1"


def test_front_matter_may_end_with_dots(tmp_path: Path) -> None:
    files = {"2026-1/one/article.md": f"---\n{FRONT}...\nТекст.\n"}
    assert article_of(read(tmp_path, files=files)).title.get("ru") == "Заглавие"


def test_a_journal_that_is_missing_is_a_finding(tmp_path: Path) -> None:
    folder = write_journal(tmp_path)
    (tmp_path / "journal.yaml").unlink()
    reading = read_issue(folder)
    assert reading.issue is None
    assert tell(reading.findings) == ["FAIL content.file/missing journal.yaml"]


def test_a_folder_that_is_missing_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no folder") as caught:
        read_issue(tmp_path / "2026-9")
    assert caught.value.exit_code == ExitCode.USAGE


def test_a_folder_without_issue_yaml_names_the_issues_in_it(tmp_path: Path) -> None:
    write_journal(tmp_path)
    with pytest.raises(UsageError, match=r"There is no issue\.yaml in .*issues in it: 2026-1\."):
        read_issue(tmp_path)
    with pytest.raises(UsageError, match=r"There is no issue\.yaml"):
        read_issue(tmp_path / "2026-1" / "one")


def test_a_folder_may_be_named_from_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_journal(tmp_path)
    monkeypatch.chdir(folder)
    assert issue_of(read_issue(Path())).name == "2026-1"
    monkeypatch.chdir(folder / "one")
    assert issue_of(read_issue(Path(".."))).name == "2026-1"


def test_the_same_files_read_the_same(tmp_path: Path) -> None:
    folder = write_journal(
        tmp_path, "![А](map.svg)\n\nТак [1].[^n]\n", files={"2026-1/one/map.svg": SVG}
    )
    assert read_issue(folder) == read_issue(folder)


def test_findings_of_one_kind_are_not_told_without_end(tmp_path: Path) -> None:
    reading = read(tmp_path, "[@x]\n\n" * (MOST + 7))
    assert len(reading.findings) == MOST
    assert reading.findings[-1].message.endswith("There are 7 more like this.")


def test_the_board(tmp_path: Path) -> None:
    board = "board:\n  - {name: Второй, role: deputy, degree: доктор}\n  - {name: Третий}\n"
    journal = issue_of(read(tmp_path, files={"journal.yaml": JOURNAL + board})).journal
    people = [(p.name.get("ru"), p.role, p.degree.get("ru")) for p in journal.board]
    assert people == [
        ("Образцов", "chief", ""),
        ("Второй", "deputy", "доктор"),
        ("Третий", "member", ""),
    ]


def test_words_that_the_journal_breaks_otherwise(tmp_path: Path) -> None:
    journal = f"{JOURNAL}hyphenation: {{kk: [Қазақ-стан, Абай], en: [Kazakh-stan]}}\n"
    issue = issue_of(read(tmp_path, files={"journal.yaml": journal}))
    assert issue.journal.hyphenation == (
        Breaks("kk", ("Қазақ-стан", "Абай")),
        Breaks("en", ("Kazakh-stan",)),
    )


def test_the_sample_issue(tmp_path: Path) -> None:
    reading = read_issue(SAMPLE)
    assert worst(reading.findings) < Severity.FAIL, tell(reading.findings)
    issue = issue_of(reading)
    assert len(issue.articles) == 7
    assert {article.language for article in issue.articles} == {"kk", "ru", "en"}


def test_a_folder_in_the_place_of_issue_yaml(tmp_path: Path) -> None:
    folder = write_journal(tmp_path)
    (folder / "issue.yaml").unlink()
    (folder / "issue.yaml").mkdir()
    assert tell(read_issue(folder).findings) == ["FAIL content.file/not-a-file issue.yaml"]


def test_an_article_that_is_not_text(tmp_path: Path) -> None:
    write(tmp_path, {})
    reading = read(tmp_path, files={"2026-1/one/article.md": "слово".encode("cp1251")})
    assert only(reading.findings, "content.encoding/not-utf8").place.line == 1


def test_the_system_of_romanisation(tmp_path: Path) -> None:
    assert not issue_of(read(tmp_path / "none")).journal.romanisation
    files = {"journal.yaml": JOURNAL + "romanisation: ala-lc\n"}
    issue = issue_of(read(tmp_path / "one", files=files))
    assert issue.journal.romanisation == "ala-lc"
