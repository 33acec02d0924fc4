"""The archive's files of the small issue, read with pypdf; its source in them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.bind.conftest import Bound
from tirage.bind.archive.sources import article_sources, issue_sources
from tirage.bind.galleys import bind
from tirage.model.issue import Issue
from tirage.model.press import Galley

FILES = {
    "journal.yaml": "title: J",
    "2026-1/issue.yaml": "year: 2026",
    "2026-1/pages.yaml": "one: {first: 1, last: 2}",
    "2026-1/editorial.md": "Column",
    "2026-1/one/article.md": "Текст",
    "2026-1/one/figures/map.svg": "<svg/>",
    "2026-1/one/.swap": "hidden",
    "2026-1/two/article.md": "Text",
}


@pytest.fixture
def issue(bound: Bound, tmp_path: Path) -> Issue:
    """The small issue with its content."""
    for name, text in FILES.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    home = tmp_path / "content" / "2026-1"
    (home / "one" / "link.md").symlink_to("/etc/hostname")
    sections = tuple(
        replace(
            section,
            articles=tuple(
                replace(one, folder=home if one.name == "editorial" else home / one.name)
                for one in section.articles
            ),
        )
        for section in bound.job.issue.sections
    )
    return replace(bound.job.issue, folder=home, sections=sections)


def archived(bound: Bound, issue: Issue, out: Path) -> dict[str, Galley]:
    galleys = bind(replace(bound.job, issue=issue, editions=("archive",)), out)
    return {galley.name: galley for galley in galleys}


def test_an_issue_has_all_its_content_and_nothing_else(issue: Issue) -> None:
    assert [one.name for one in issue_sources(issue)] == [
        "editorial.md",
        "issue.yaml",
        "journal.yaml",
        "one/article.md",
        "one/figures/map.svg",
        "two/article.md",
    ]


def test_an_offprint_has_its_own(issue: Issue) -> None:
    articles = {article.name: article for article in issue.articles}
    names = [one.name for one in article_sources(articles["one"], issue)]
    assert names == ["issue.yaml", "journal.yaml", "one/article.md", "one/figures/map.svg"]
    names = [one.name for one in article_sources(articles["editorial"], issue)]
    assert names == ["editorial.md", "issue.yaml", "journal.yaml"]


def test_files_are_named_after_their_edition(bound: Bound, issue: Issue, tmp_path: Path) -> None:
    paths = [galley.path for galley in archived(bound, issue, tmp_path).values()]
    assert [path.name for path in paths][:2] == ["issue-archive.pdf", "editorial-archive.pdf"]


def test_the_source_is_in_the_file_as_it_was_written(
    bound: Bound, issue: Issue, tmp_path: Path
) -> None:
    galley = archived(bound, issue, tmp_path)["one"]
    reader = PdfReader(galley.path)
    assert reader.attachments["one/article.md"] == ["Текст".encode()]
    assert tuple(reader.attachments) == galley.attached
    root: Any = reader.trailer["/Root"]
    for reference in root["/AF"]:
        file = reference.get_object()
        assert file["/AFRelationship"] == "/Source"
        assert file["/EF"]["/F"]["/Params"]["/ModDate"].startswith("D:20260331")


@pytest.mark.parametrize(
    "text",
    [
        '<article article-type="research-article"/>',
        '\ufeff<?xml version="1.0"?>\n<!DOCTYPE article PUBLIC "-//NLM//DTD JATS" "JATS.dtd" [<!ENTITY x "y">]>\n<!-- <x> -->\n<article >',
    ],
)
def test_jats_is_the_same_text_in_another_form(
    bound: Bound, issue: Issue, tmp_path: Path, text: str
) -> None:
    (issue.folder / "one" / "one.xml").write_text(text, "utf-8")
    (issue.folder / "one" / "data.xml").write_text("<table><article>x</article></table>", "utf-8")
    (issue.folder / "editorial.jats.xml").write_text(text, "utf-8")
    galleys = archived(bound, issue, tmp_path)
    for name, jats in (
        ("one", {"one/one.xml"}),
        ("editorial", {"editorial.jats.xml"}),
        ("issue", {"one/one.xml", "editorial.jats.xml"}),
    ):
        root: Any = PdfReader(galleys[name].path).trailer["/Root"]
        files = {file.get_object()["/UF"]: file.get_object() for file in root["/AF"]}
        told = {name for name, file in files.items() if file["/AFRelationship"] == "/Alternative"}
        assert told == jats
        for one in jats:
            assert files[one]["/EF"]["/F"]["/Subtype"] == "/application/xml"
        if name == "one":
            assert files["one/data.xml"]["/AFRelationship"] == "/Source"


def test_it_says_that_it_is_an_archives_file(bound: Bound, issue: Issue, tmp_path: Path) -> None:
    reader = PdfReader(archived(bound, issue, tmp_path)["issue"].path)
    root: Any = reader.trailer["/Root"]
    packet = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>3<" in packet
    assert "<pdfaid:conformance>A<" in packet
    intent = root["/OutputIntents"][0].get_object()
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/DestOutputProfile"]["/N"] == 3
    assert "/OpenAction" not in root


def test_bytes_follow_from_the_content(bound: Bound, issue: Issue, tmp_path: Path) -> None:
    one = archived(bound, issue, tmp_path / "1")["one"].path.read_bytes()
    assert archived(bound, issue, tmp_path / "2")["one"].path.read_bytes() == one
    (issue.folder / "one" / "article.md").write_text("Other", "utf-8")
    assert archived(bound, issue, tmp_path / "3")["one"].path.read_bytes() != one


def test_a_galley_is_bound_again_when_its_source_changes(
    bound: Bound, issue: Issue, tmp_path: Path
) -> None:
    def build() -> dict[str, int]:
        job = replace(bound.job, issue=issue, editions=("archive",))
        galleys = bind(job, tmp_path / "out", tmp_path / "cache")
        return {galley.name: galley.path.stat().st_ino for galley in galleys}

    first = build()
    assert build() == first
    (issue.folder / "two" / "article.md").write_text("Other", "utf-8")
    again = build()
    assert {name for name in first if again[name] != first[name]} == {"issue", "two"}
