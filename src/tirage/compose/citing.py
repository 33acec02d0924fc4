"""The article itself as a reference: how readers are asked to cite it."""

from __future__ import annotations

from tirage.model.identifiers import article_doi
from tirage.model.issue import Article, Issue
from tirage.model.press import Folios
from tirage.model.references import Name, Reference


def own_reference(issue: Issue, article: Article, folios: Folios) -> Reference:
    """`article`, printed on the pages `folios`, as a reference in its own language."""
    language, main = article.language, issue.journal.main_language
    names = [author.name(language) for author in article.authors]
    whole = f" ({issue.whole_number})" if issue.whole_number else ""
    last = f"–{folios.last}" if folios.last != folios.first else ""
    return Reference(
        key=article.name,
        anchor="",
        language=language,
        kind="article-journal",
        authors=tuple(Name(name.family, name.given) for name in names),
        title=article.title.first(language, main),
        container=issue.journal.title.first(language, main),
        year=str(issue.year),
        volume=issue.volume,
        issue=f"{issue.number}{whole}",
        pages=f"{folios.first}{last}",
        doi=article_doi(issue, article, folios.first, folios.last),
    )
