"""Citations and the order of the list, from what an author writes to what is printed."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.compose.test_pieces import pieces
from tests.read.helpers import JOURNAL, article_of, issue_of, read
from tirage.model.issue import Issue

FOLDER = Path(__file__).parents[1] / "cases/citations"
CASES = [case for path in sorted(FOLDER.glob("*.yaml")) for case in yaml.safe_load(path.read_text("utf-8"))]  # fmt: skip

GIVEN = next(case for case in CASES if case["title"] == "As the author lists them")


def issue(folder: Path, case: dict[str, Any]) -> Issue:
    """The issue with the article of `case`."""
    works = yaml.safe_dump(case["works"], allow_unicode=True)
    rules = yaml.safe_dump({"references": case["references"]}, allow_unicode=True)
    front = f"lang: {case.get('lang', 'ru')}\ntype: editorial\ntitle: Т\nreferences: r.yaml\n"
    journal = JOURNAL.replace("[ru]", "[ru, kk, en]") + rules
    files = {"2026-1/one/r.yaml": works, "journal.yaml": journal}
    reading = read(folder, case["text"] + "\n", front, files)
    assert not [f for f in reading.findings if f.check not in ("facts", "facts.missing")]
    return issue_of(reading)


def texts(html: str, tag: str) -> list[str]:
    """The texts of the elements `tag`, without marks and with plain spaces."""
    found = re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", html, re.DOTALL)
    return [" ".join(unescape(re.sub("<[^>]*>", "", text)).split()) for text in found]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_citations(case: dict[str, Any], tmp_path: Path) -> None:
    read_issue = issue(tmp_path, case)
    (article,) = read_issue.articles
    assert [reference.key for reference in article.references] == case["list"]
    html = pieces(read_issue)["one"].html
    text = html.replace("\u2060", "").split('<div class="text grid">')[1].split("</div>")[0]
    assert texts(text, "p") == [case["printed"]]


def test_both_ends_of_a_range_are_links_to_their_entries(tmp_path: Path) -> None:
    html = pieces(issue(tmp_path, CASES[-1] | {"text": "[1-3]", "references": {}}))["one"].html
    assert re.findall(r'class="cite"[^>]*href="#([^"]*)">(\d)', html) == [("ref-1", "1"), ("ref-3", "3")]  # fmt: skip
    assert all(f'id="ref-{number}"' in html for number in (1, 2, 3, 4))


def test_entries_with_author_and_year_have_no_numbers_and_print_the_letter(tmp_path: Path) -> None:
    case = next(case for case in CASES if "letters" in case["title"])
    html = pieces(issue(tmp_path, case))["one"].html
    assert '<ul class="references unnumbered">' in html
    assert any("First. – 2020a." in entry for entry in texts(html, "li"))


def test_pages_must_hold_the_printed_citations(tmp_path: Path) -> None:
    case = GIVEN | {"text": "Ранее [1-3] и [@akhanov, б. 7]."}
    flow = next(f for f in pieces(issue(tmp_path, case))["one"].flows if f.name == "text")
    assert flow.words == ("Ранее", "1", "3", "и", "4", "б.", "7", ".")


def test_footnotes_are_arranged_with_the_text(tmp_path: Path) -> None:
    case = {"references": {"order": "mention"}, "works": GIVEN["works"]}
    found = issue(tmp_path, case | {"text": "Раз[^a] [@knuth].\n\n[^a]: Два [@lotman]."})
    assert [r.key for r in found.articles[0].references][:2] == ["lotman", "knuth"]


def test_an_article_without_a_list_keeps_its_numbers(tmp_path: Path) -> None:
    journal = JOURNAL + "references: {order: mention}\n"
    front = "lang: ru\ntype: editorial\ntitle: Т\n"
    reading = read(tmp_path, "Раз [3, 1].\n", front, {"journal.yaml": journal})
    html = pieces(replace(issue_of(reading)))["one"].html
    assert "[3, 1]" in html.replace("\u00a0", " ")
    assert article_of(reading).references == ()
