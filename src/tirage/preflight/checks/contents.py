"""The contents of the issue. In come its pages, out go contributions that are not where the contents say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from tirage.model.issue import Article
from tirage.preflight.check import Fault, check
from tirage.preflight.dois import parts
from tirage.preflight.letters import Letters, plain
from tirage.preflight.numerals import nth
from tirage.preflight.sheets import Link, Run
from tirage.preflight.subjects import Contents

_NUMBER = re.compile(r"\d+|[ivxlcdm]+")
_ADVICE = "Build again; if it stays, look at contents.html of the layout."


@dataclass(frozen=True, slots=True, order=True)
class _Entry:
    """A title as the contents print it, in one language."""

    start: int
    """The number of its first run of text."""
    end: int
    """The number of its last one."""
    article: str


@check(
    "contents.folios",
    codes=("no-entry", "other-folio"),
    rationale="Readers find articles by the numbers in the contents, and indexers copy them.",
    source="ISO 18 (contents lists of periodicals)",
    advice="Let the layout print the first page of each contribution from the folios.",
)
def folios(contents: Contents) -> Iterator[Fault]:
    """The contents name every contribution with the folio on which it begins."""
    runs = tuple(run for sheet in contents.sheets for run in sheet.body)
    entries = sorted(_entries(contents, runs))
    for article in contents.issue.articles:
        if not article.title:
            continue
        own = [entry for entry in entries if entry.article == article.name]
        printed = [number for entry in own for number in _numbers(entry, entries, runs)]
        folio = _folio(contents, article.name)
        if not own:
            message = f"The contents do not name «{_title(article)}»."
            yield Fault("no-entry", message, advice=_ADVICE)
        elif folio not in printed:
            there = printed[0] if printed else "no page"
            message = f"The contents give {there} for «{_title(article)}», which begins on {folio}."
            yield Fault("other-folio", message, advice=_ADVICE)


@check(
    "contents.links",
    codes=("unlinked", "other-article"),
    rationale="On a screen the contents are used by clicking. A title that opens another article misleads.",
    source="ISO 32000-1, 12.5.6.5; users' wish: contents that agree with the pages",
    advice="Let the layout link each line of the contents to the piece that it names.",
)
def links(contents: Contents) -> Iterator[Fault]:
    """Every contribution can be opened from the contents, and every link opens what its text names."""
    linked = {_target(link) for sheet in contents.sheets for link in sheet.links}
    for article in contents.issue.articles:
        if article.name not in linked:
            message = (
                f"«{_title(article)}» cannot be opened from the contents: no link leads to it."
            )
            yield Fault("unlinked", message, advice=_ADVICE)
        for title in _foreign_titles(contents, article):
            message = f"The link on «{title}» in the contents leads to «{_title(article)}»."
            yield Fault("other-article", message, advice=_ADVICE)


def _foreign_titles(contents: Contents, article: Article) -> Iterator[str]:
    """Titles of other articles that are linked to `article` and are no part of its own titles."""
    linked = plain(" ".join(_linked(contents, article.name)))
    own = [plain(title) for _, title in article.title]
    for other in contents.issue.articles:
        for _, title in other.title:
            letters = plain(title)
            if letters and letters in linked and not any(letters in title for title in own):
                yield title
                break


def _linked(contents: Contents, name: str) -> Iterator[str]:
    """The text that is linked to the article `name`, by lines."""
    for sheet in contents.sheets:
        boxes = [link.box for link in sheet.links if _target(link) == name]
        yield from (run.text for run in sheet.body if any(box.holds(run.box) for box in boxes))


def _entries(contents: Contents, runs: tuple[Run, ...]) -> Iterator[_Entry]:
    text = Letters.of((number, [run.text]) for number, run in enumerate(runs))
    for article in contents.issue.articles:
        for _, title in article.title:
            if needle := plain(title):
                yield from (
                    _Entry(text.pages[at], text.pages[at + len(needle) - 1], article.name)
                    for at in text.places(needle)
                )


def _numbers(entry: _Entry, entries: list[_Entry], runs: tuple[Run, ...]) -> Iterator[str]:
    """The runs between `entry` and the next one of another article that are a number and nothing else."""
    others = (other for other in entries if other.article != entry.article)
    following = next((other.start for other in others if other.start > entry.end), len(runs))
    for run in runs[entry.end + 1 : following]:
        words = re.findall(r"\w+", run.text.lower())
        if len(words) == 1 and _NUMBER.fullmatch(words[0]):
            yield words[0]


def _target(link: Link) -> str:
    """The piece that a link of a gathering aims at; "" when it leads out of the issue."""
    return unquote(link.uri).removeprefix("tirage:").partition("#")[0]


def _folio(contents: Contents, name: str) -> str:
    return nth(contents.paging.of(name), 0)


def _title(article: Article) -> str:
    return article.title.first(article.language)


@check(
    "contents.doi",
    codes=("other-pages",),
    rationale="A DOI that carries the pages is kept by registries for ever; an article that has moved since is cited "
    "by pages on which another one stands.",
    source="The journal's own `doi_pattern`; Crossref: a registered DOI cannot be changed",
    advice="Give the article its old pages, or register another DOI before anything is printed.",
)
def doi(contents: Contents) -> Iterator[Fault]:
    """A DOI that an editor has given names the pages on which the article stands."""
    for article in contents.issue.articles:
        pattern = contents.issue.journal.doi_pattern
        found = parts(pattern, article.doi) if pattern and article.doi else None
        folios = contents.paging.of(article.name)
        for name, folio in (("first_page", folios.first), ("last_page", folios.last)):
            if found and found.get(name, str(folio)) != str(folio):
                message = f"The DOI of «{_title(article)}» names page {found[name]}; the article stands on pages {folios.first}–{folios.last}."
                yield Fault(
                    "other-pages",
                    message,
                    advice="Compare the DOI with the registration and the pages.",
                )
                break
