"""DOIs that carry pages: known only when the pages are."""

from __future__ import annotations

from tirage.model.issue import Article, Issue


def article_doi(issue: Issue, article: Article, first: int | str, last: int | str) -> str:
    """The DOI of `article` printed on the pages `first` to `last`, without resolver; "" when it has none."""
    if not article.auto_doi:
        return article.doi
    return issue.journal.doi_pattern.format(
        issn=issue.journal.issn,
        eissn=issue.journal.eissn,
        year=issue.year,
        volume=issue.volume,
        number=issue.number,
        whole_number=issue.whole_number or "",
        first_page=first,
        last_page=last,
    )
