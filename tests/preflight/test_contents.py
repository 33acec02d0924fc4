"""Contents that agree with the pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.preflight.press import Press
from tests.preflight.sketch import sheet
from tirage.model.issue import Article, Issue, Section
from tirage.model.language import Localized
from tirage.model.matter import Matter
from tirage.model.press import Folios, Paging, Style
from tirage.preflight.checks.contents import folios, links
from tirage.preflight.subjects import Contents


@pytest.fixture
def issue(press: Press) -> Issue:
    return press.desk().issue


def contents(
    issue: Issue,
    *texts: str,
    links: tuple[tuple[int, str], ...] = (),
    style: Style = "arabic",
    **articles: tuple[str, int],
) -> Contents:
    """Contents of `articles`, each with its titles, separated by strokes, and its first folio."""
    made = tuple(
        Article(name, Path(), "ru", "research", _titles(titles), Matter())
        for name, (titles, _) in articles.items()
    )
    paging = Paging(
        tuple((name, Folios(first, first, style)) for name, (_, first) in articles.items())
    )
    return Contents(
        (sheet(*texts, links=links),),
        replace(issue, sections=(Section(Localized(), made),)),
        paging,
    )


def _titles(titles: str) -> Localized:
    return Localized(tuple(zip(("ru", "kk", "en"), titles.split("|"), strict=False)))


def found(subject: Contents) -> list[str]:
    return [one.code for check in (folios,) for one in check.findings(subject, "contents")]


ONE, TWO = ("Первая статья|First article", 57), ("Вторая о 2020 годе|Second of 2020", 62)


@pytest.mark.parametrize(
    "texts",
    [
        ("Первая статья", "57", "Вторая о 2020 годе", "62"),
        (
            "Первая статья",
            "First article",
            "Автор",
            "57",
            "Вторая о",
            "2020 годе",
            "Second of 2020",
            "62",
        ),
        ("ПЕРВАЯ", "СТАТЬЯ", "57", "Вторая о 2020 годе", "……… 62"),
        ("57", "Первая статья", "57", "62", "Вторая о 2020 годе", "62"),
        (
            "First article",
            "57",
            "Second of 2020",
            "62",
            "Первая статья",
            "57",
            "Вторая о 2020 годе",
            "62",
        ),
    ],
)
def test_contents_may_look_in_many_ways(issue: Issue, texts: tuple[str, ...]) -> None:
    assert found(contents(issue, *texts, one=ONE, two=TWO)) == []


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (("Первая статья", "58", "Вторая о 2020 годе", "62"), "other-folio"),
        (("Первая статья", "Вторая о 2020 годе", "57", "62"), "other-folio"),
        (("Вторая о 2020 годе", "62"), "no-entry"),
        (("Первая", "57", "статья", "Вторая о 2020 годе", "62"), "no-entry"),
    ],
)
def test_contents_may_be_wrong_in_many_ways(
    issue: Issue, texts: tuple[str, ...], code: str
) -> None:
    assert found(contents(issue, *texts, one=ONE, two=TWO)) == [code]


def test_the_finding_says_both_folios(issue: Issue) -> None:
    (one,) = folios.findings(contents(issue, "Первая статья", "58", one=ONE), "contents")
    assert one.message == "The contents give 58 for «Первая статья», which begins on 57."


def test_a_title_that_begins_another_one(issue: Issue) -> None:
    texts = ("История Казахстана", "57", "История", "62")
    assert found(contents(issue, *texts, one=("История Казахстана", 57), two=("История", 62))) == []


def test_roman_folios(issue: Issue) -> None:
    assert found(contents(issue, "Вступление", "iv", style="roman", one=("Вступление", 4))) == []


def test_an_article_without_a_title_needs_no_entry(issue: Issue) -> None:
    empty = Article("one", Path(), "ru", "editorial", Localized(), Matter())
    subject = replace(
        contents(issue, "57"), issue=replace(issue, sections=(Section(Localized(), (empty,)),))
    )
    assert found(subject) == []


@pytest.mark.parametrize(
    ("targets", "codes"),
    [
        (("one", "one", "two", "two"), []),
        (("two", "one", "two", "two"), ["other-article"]),
        (("two", "two", "one", "one"), ["other-article", "other-article"]),
        (("one", "one", "", ""), ["unlinked"]),
    ],
)
def test_links_lead_to_what_they_name(
    issue: Issue, targets: tuple[str, ...], codes: list[str]
) -> None:
    texts = ("Первая статья", "57", "Вторая о 2020 годе", "62")
    aims = tuple((line, f"tirage:{name}") for line, name in enumerate(targets) if name)
    subject = contents(issue, *texts, links=aims, one=ONE, two=TWO)
    assert [one.code for one in links.findings(subject, "contents")] == codes


def test_a_title_of_two_lines_is_read_as_one(issue: Issue) -> None:
    texts = ("Первая", "статья", "Вторая о 2020 годе")
    aims = ((0, "tirage:two"), (1, "tirage:two"), (2, "tirage:one"))
    subject = contents(issue, *texts, links=aims, one=ONE, two=TWO)
    first, _ = links.findings(subject, "contents")
    assert (
        first.message
        == "The link on «Вторая о 2020 годе» in the contents leads to «Первая статья»."
    )


def test_a_title_inside_another_one_is_no_mistake(issue: Issue) -> None:
    aims = ((0, "tirage:one"), (1, "tirage:two"))
    texts, one, two = ("История", "История Казахстана"), ("История", 57), ("История Казахстана", 62)
    subject = contents(issue, *texts, links=aims, one=one, two=two)
    assert not links.findings(subject, "contents")


def test_links_out_of_the_issue_and_on_other_words_are_left_alone(issue: Issue) -> None:
    texts = ("Первая статья", "Редакция")
    aims = ((0, "tirage:one"), (1, "https://example.org/"), (1, "tirage:board"))
    assert not links.findings(contents(issue, *texts, links=aims, one=ONE), "contents")
