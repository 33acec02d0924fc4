"""DOIs that carry pages: known only when the pages are."""

from __future__ import annotations

from tirage.model.issue import Article, Issue
from tirage.model.press import Folios


def article_doi(issue: Issue, article: Article, folios: Folios) -> str:
    """The DOI of `article` printed on the pages `folios`, without resolver; "" when it has none."""
    if not article.auto_doi:
        return article.doi
    return issue.journal.doi_pattern.format(
        issn=issue.journal.issn,
        eissn=issue.journal.eissn,
        year=issue.year,
        volume=issue.volume,
        number=issue.number,
        whole_number=issue.whole_number or "",
        first_page=folios.first,
        last_page=folios.last,
    )
