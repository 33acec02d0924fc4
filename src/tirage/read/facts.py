"""Facts that an issue should have and that nobody wrote: findings with the check "facts.missing".

The issue is typeset all the same; a profile decides whether it may be published so.
"""

from __future__ import annotations

from dataclasses import dataclass

from tirage.model.issue import Article, ArticleKind, Contributor, Journal
from tirage.model.language import Localized
from tirage.read.remarks import Position, Remarks
from tirage.read.tree import Map, Node, locate

_SCHOLARLY = frozenset({"authors", "abstract", "keywords", "irsti", "udc", "dates", "doi"})

NEEDED: dict[ArticleKind, frozenset[str]] = {
    "research": _SCHOLARLY,
    "review": _SCHOLARLY,
    "short": _SCHOLARLY,
    "book-review": frozenset({"authors", "doi"}),
    "retraction": frozenset({"doi"}),
    "other": frozenset({"authors"}),
    "editorial": frozenset(),
}
"""What each kind of contribution needs besides a title."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Looks for facts that are missing in one file."""

    journal: Journal | None
    """None: it could not be read, so its languages are not known."""
    remarks: Remarks
    tree: Node | None
    language: str = ""
    """The contribution's own, which it needs even where it is not one of the journal's."""

    def at(self, *path: str | int) -> Position:
        """Where the fact stands, or should."""
        line, column = locate(self.tree, path, key=True)
        return (line or 1, column or 1)

    def says(self, key: str) -> bool:
        """Whether the file has anything under `key`."""
        return isinstance(self.tree, Map) and self.tree.get(key) is not None

    def miss(self, code: str, message: str, advice: str, *path: str | int) -> None:
        """Take down that a fact is missing."""
        self.remarks.warn(f"facts.missing/{code}", message, advice, self.at(*path))

    def expect(self, code: str, what: str, text: Localized, *path: str | int) -> None:
        """Take down the languages of the journal in which `text` is missing; `what` names it: "The title"."""
        if not self.journal or "" in text.languages:
            return
        wanted = dict.fromkeys(
            (*self.journal.languages, self.language or self.journal.main_language)
        )
        missing = [language for language in wanted if language not in text.languages]
        if missing:
            key = next((step for step in reversed(path) if isinstance(step, str)), code)
            forms = ", ".join(f"{language}: …" for language in missing)
            where = _list_languages(missing) if text else "at all"
            advice = f"Write `{key}: {{{forms}}}`."
            self.miss(code, f"{what} is not given {where}.", advice, *path)
        self._refuse_strangers(text, *path)

    def _refuse_strangers(self, text: Localized, *path: str | int) -> None:
        known = (*self.journal.languages, self.language) if self.journal else text.languages
        for language in text.languages:
            if language not in known:
                self.remarks.inform(
                    "content.language/stranger",
                    f"`{language}` is not a language of the journal.",
                    "It is kept, but not every layout prints it.",
                    self.at(*path, language),
                )


def _list_languages(languages: list[str]) -> str:
    return "in " + ", ".join(f"`{language}`" for language in languages)


def check_journal(journal: Journal, facts: Facts) -> None:
    """Take down what is missing in `journal.yaml`."""
    if not (journal.issn or journal.eissn):
        facts.miss("issn", "The journal has no ISSN.", 'Write `issn: "1234-5679"`.')
    facts.expect("title", "The journal's title", journal.title, "title")
    facts.expect("abbreviated", "The short title", journal.abbreviated, "abbreviated")
    facts.expect("publisher", "The publisher's name", journal.publisher, "publisher", "name")
    if not journal.board or journal.board[0].role != "chief":
        advice = "Write `editor_in_chief: {name: {kk: …}}`."
        facts.miss("editor", "The journal has no editor-in-chief.", advice)
    optional = {
        "series": journal.series,
        "copyright": journal.copyright,
        "registration": journal.registration,
        "frequency": journal.frequency,
        "scope": journal.scope,
        "address": journal.address,
    }
    for key, text in optional.items():
        if text:
            facts.expect(key, f"`{key}`", text, key)
    for i, person in enumerate(p for p in journal.board if p.role != "chief"):
        facts.expect(
            "name", f"The name of no {i + 1} of the board", person.name, "board", i, "name"
        )


def check_article(article: Article, facts: Facts) -> None:
    """Take down what is missing in an article's front matter."""
    needed = NEEDED[article.kind]
    if facts.journal and article.language not in facts.journal.languages:
        facts.remarks.inform(
            "content.language/stranger",
            f"`{article.language}` is not a language of the journal.",
            "Not every layout has words for it.",
            facts.at("lang"),
        )
    facts.expect("title", "The title", article.title, "title")
    if "abstract" in needed or article.abstract:
        facts.expect("abstract", "The abstract", article.abstract, "abstract")
    if "keywords" in needed or article.keywords:
        _check_keywords(article, facts)
    if "authors" in needed and not article.authors:
        advice = "Write `authors:` and under it `- name: {kk: {given: …, family: …}}`."
        facts.miss("authors", "The contribution has no authors.", advice)
    for i, author in enumerate(article.authors):
        _check_author(i, author, bool(article.affiliations), facts)
    for affiliation in article.affiliations:
        what = f"The name of the affiliation `{affiliation.key}`"
        facts.expect("affiliation", what, affiliation.name, "affiliations", affiliation.key, "name")
    _check_identifiers(article, needed, facts)


def _check_keywords(article: Article, facts: Facts) -> None:
    given = Localized(tuple((k.language, " ".join(k.words)) for k in article.keywords))
    facts.expect("keywords", "The list of keywords", given, "keywords")


def _check_author(i: int, author: Contributor, any_affiliation: bool, facts: Facts) -> None:
    names = Localized(tuple((name.language, name.family) for name in author.names))
    facts.expect("name", f"The name of author no {i + 1}", names, "authors", i, "name")
    for name in author.names:
        if name.romanised:
            facts.miss(
                "name",
                f"The name of author no {i + 1} is not given in `{name.language}`; it is printed as "
                f"“{f'{name.given} {name.family}'.strip()}”, romanised.",
                f"Write it as the author signs: `{name.language}: {{given: {name.given}, family: {name.family}}}`.",
                *("authors", i, "name"),
            )
    if not author.affiliations:
        advice = (
            "Write `affiliation: [key]`, with a key of the map `affiliations`."
            if any_affiliation
            else "Write `affiliations: {key: {name: {kk: …}}}`."
        )
        message = f"Author no {i + 1} has no affiliation."
        facts.miss("affiliation", message, advice, "authors", i)


def _check_identifiers(article: Article, needed: frozenset[str], facts: Facts) -> None:
    has_dois = facts.journal is None or bool(facts.journal.doi_pattern)
    if "doi" in needed and has_dois and not facts.says("doi"):
        facts.miss("doi", "The contribution has no DOI.", "Write `doi: auto`.", "doi")
    if article.auto_doi and not has_dois:
        advice = "Write `doi_pattern` in journal.yaml, or `doi: none`."
        facts.miss("doi-pattern", "The journal has no pattern to make DOIs from.", advice, "doi")
    if "irsti" in needed and not article.irsti:
        facts.miss("irsti", "There is no IRSTI code (ҒТАМР, МРНТИ).", "Write `irsti: 11.25.91`.")
    if "udc" in needed and not article.udc:
        facts.miss("udc", "There is no UDC number (ӘОЖ, УДК).", 'Write `udc: "327.7"`.')
    if "dates" in needed:
        for key, day in (("received", article.received), ("accepted", article.accepted)):
            if day is None:
                message = f"It is not said when the manuscript was {key}."
                facts.miss("dates", message, f"Write `{key}: 2026-01-12`.")
