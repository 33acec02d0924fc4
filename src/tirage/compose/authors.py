"""The index of authors: an issue in, its authors in the order of the alphabet out, with the articles that each has written.

There is a list in the journal's main language and, where that is not written in Latin letters, one in Latin letters for
readers abroad.
"""

from __future__ import annotations

from dataclasses import dataclass

from tirage.languages.collation import is_cyrillic, sort_key
from tirage.languages.latin import System
from tirage.languages.romanisation import holds_cyrillic, romanise
from tirage.languages.traits import traits
from tirage.model.issue import Contributor, Issue, Journal, PersonName

_PREFERRED: System = "bgn-pcgn"
"""Where the journal names no system."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """One line of the index."""

    given: str
    family: str
    articles: tuple[str, ...]
    """Names of the articles, in running order."""


@dataclass(frozen=True, slots=True)
class AuthorList:
    """The authors as readers of one language look for them."""

    language: str
    authors: tuple[Indexed, ...]


def author_index(issue: Issue) -> tuple[AuthorList, ...]:
    """The lists of the authors of `issue`; who is written in the same way in two articles is taken for one person."""
    if not any(article.authors for article in issue.articles):
        return ()
    main, latin = issue.journal.main_language, _latin_language(issue.journal)
    return tuple(_in_language(issue, language) for language in dict.fromkeys((main, latin)))


def _in_language(issue: Issue, language: str) -> AuthorList:
    found: dict[tuple[str, str], list[str]] = {}
    system = issue.journal.romanisation or _PREFERRED
    for article in issue.articles:
        for author in article.authors:
            articles = found.setdefault(_name(author, language, system), [])
            if article.name not in articles:
                articles.append(article.name)
    lines = (Indexed(given, family, tuple(names)) for (family, given), names in found.items())
    by_name = sorted(lines, key=lambda line: sort_key(f"{line.family} {line.given}", language))
    return AuthorList(language, tuple(by_name))


def _name(author: Contributor, language: str, system: System) -> tuple[str, str]:
    """Family name and given name in `language`; in Latin letters where that is written in them."""
    name = author.name(language)
    if _is_latin(language) and holds_cyrillic(name.family + name.given):
        name = next((other for other in author.names if _reads_latin(other)), name)
    if not _is_latin(language):
        return name.family, name.given
    family, given = (romanise(part, name.language, system) for part in (name.family, name.given))
    return family, given


def _reads_latin(name: PersonName) -> bool:
    return _is_latin(name.language) and not holds_cyrillic(name.family + name.given)


def _latin_language(journal: Journal) -> str:
    """The main language if it is written in Latin letters, else the first of the journal's that is, else English."""
    languages = (journal.main_language, *journal.languages)
    return next(filter(_is_latin, languages), "en")


def _is_latin(language: str) -> bool:
    return not is_cyrillic(language) and traits(language).direction == "ltr"
