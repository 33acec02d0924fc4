from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.bind.helpers import make_article, make_issue, paging_of
from tirage.bind.job import Job
from tirage.bind.plans import plan_galleys
from tirage.errors import TypesetError
from tirage.model.issue import Section
from tirage.model.language import Localized
from tirage.model.press import Folios, Gathering, PieceKind


def gathering(piece: str, kind: PieceKind = "article", first: int = 1) -> Gathering:
    folios = Folios(first, first + 1)
    return Gathering(piece, kind, "kk", piece, folios, Path(), "", (), (), (), False)


CONTENTS = gathering("contents", "contents")
EDITORIAL = gathering("editorial", "editorial", 3)
ARTICLE = gathering("a", first=5)
ALL = (CONTENTS, EDITORIAL, ARTICLE)
ISSUE = make_issue(Section(Localized(), (make_article("editorial"), make_article("a"))))
DOIS = (("a", "10.5555/a<1>"),)


def test_the_issue_and_an_offprint_of_each_contribution() -> None:
    plans = plan_galleys(Job(ALL, ISSUE, paging_of(*ALL), DOIS))
    assert [(plan.name, str(plan.file), plan.whole) for plan in plans] == [
        ("issue", "issue.pdf", True),
        ("editorial", "offprints/editorial.pdf", False),
        ("a", "offprints/a.pdf", False),
    ]


def test_one_offprint_alone_needs_its_own_pages_only() -> None:
    (plan,) = plan_galleys(Job((ARTICLE,), ISSUE, paging_of(*ALL), DOIS, only="a"))
    assert plan.name == "a"
    galley = plan.galley(Path("out"))
    assert galley.path == Path("out/offprints/a.pdf")
    assert galley.title == "a тақырыбы"
    assert [(leaf.piece, leaf.page, leaf.label) for leaf in galley.leaves] == [
        ("a", 0, "5"),
        ("a", 1, "6"),
    ]


def test_addresses_of_dois_are_safe() -> None:
    (plan,) = plan_galleys(Job((ARTICLE,), ISSUE, paging_of(*ALL), DOIS, only="a"))
    assert plan.addresses == (("a", "https://doi.org/10.5555/a%3C1%3E", "a тақырыбы"),)
    assert plan.record.identifier == "doi:10.5555/a<1>"


def test_a_missing_article_is_named() -> None:
    with pytest.raises(TypesetError, match="no typeset pages of an article “b”"):
        plan_galleys(Job(ALL, ISSUE, paging_of(*ALL), only="b"))
    with pytest.raises(TypesetError, match="“contents”"):
        plan_galleys(Job(ALL, ISSUE, paging_of(*ALL), only="contents"))


def test_an_issue_without_pages_is_none() -> None:
    with pytest.raises(TypesetError, match="no typeset pages"):
        plan_galleys(Job((), ISSUE, paging_of()))


def test_pages_with_other_numbers_are_refused() -> None:
    moved = replace(ARTICLE, folios=Folios(7, 8))
    with pytest.raises(TypesetError, match="“a” were typeset with other page numbers"):
        plan_galleys(Job((moved,), ISSUE, paging_of(*ALL), only="a"))
    with pytest.raises(TypesetError, match="other page numbers"):
        plan_galleys(Job((ARTICLE,), ISSUE, paging_of(CONTENTS), only="a"))


@pytest.mark.parametrize("name", ["../a", "a/b", "a#b", ".."])
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    piece = replace(ARTICLE, piece=name)
    with pytest.raises(TypesetError, match="cannot be the name of a piece"):
        plan_galleys(Job((piece,), ISSUE, paging_of(piece)))


def test_a_piece_comes_once() -> None:
    with pytest.raises(TypesetError, match="“a” comes twice"):
        plan_galleys(Job((ARTICLE, ARTICLE), ISSUE, paging_of(ARTICLE)))
