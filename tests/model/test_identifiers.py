"""DOIs from the journal's pattern."""

from __future__ import annotations

from tests.compose import samples
from tirage.model.identifiers import article_doi


def test_a_doi_carries_the_pages_that_the_article_has() -> None:
    doi = article_doi(samples.issue(), samples.article(), 12, 20)
    assert doi == "10.5555/1234-5679/2026-121-1-12-20"


def test_a_given_doi_is_kept() -> None:
    article = samples.article(auto_doi=False, doi="10.1000/1")
    assert article_doi(samples.issue(), article, 12, 20) == "10.1000/1"


def test_an_article_may_have_none() -> None:
    article = samples.article(auto_doi=False)
    assert article_doi(samples.issue(), article, 12, 20) == ""
