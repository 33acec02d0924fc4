"""The outline of a galley: its contents beside the pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tirage.model.issue import Issue
from tirage.model.press import Gathering, OutlineEntry


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline."""

    title: str
    page: int
    """In the galley, from 0."""
    y: float | None
    """pt from the bottom of the page; None: its upper edge."""
    kids: tuple[Entry, ...] = ()
    is_open: bool = False
    """Its kids are shown from the start: those of a section."""


def issue_outline(gatherings: Sequence[Gathering], issue: Issue) -> tuple[Entry, ...]:
    """The outline of `issue`: prelims and sections, under these the articles, under these their headings.

    A section is named in the journal's main language and opens at its own page, or at its first article.
    """
    sections = {article.name: section for section in issue.sections for article in section.articles}
    whole: list[Entry] = []
    current, title_page, first = None, None, 0
    for gathering in gatherings:
        page, first = first, first + len(gathering.folios)
        section = sections.get(gathering.piece)
        if gathering.kind == "section":
            title_page = page
        elif section is None or not section.title:
            if piece := tuple(_piece(gathering, page)):
                whole.extend(piece)
                current = None
        else:
            if section is not current:
                start = page if title_page is None else title_page
                title = section.title.first(issue.journal.main_language)
                whole.append(Entry(title, start, None, is_open=True))
            whole[-1] = replace(whole[-1], kids=(*whole[-1].kids, *_piece(gathering, page)))
            current, title_page = section, None
    return tuple(whole)


def offprint_outline(gathering: Gathering) -> tuple[Entry, ...]:
    """The headings of one article, its title left out: every page of the offprint is under it."""
    return _nested(_headings(gathering), 0)


def _piece(gathering: Gathering, page: int) -> Iterator[Entry]:
    """The entry of a piece that begins on `page`; none for a blank page or one without a title."""
    if gathering.kind == "blank" or not gathering.title:
        return
    is_article = gathering.kind in ("article", "editorial")
    kids = _nested(_headings(gathering), page) if is_article else ()
    yield Entry(gathering.title, page, None, kids)


def _headings(gathering: Gathering) -> tuple[OutlineEntry, ...]:
    """The headings of an article without its title, the single one of the first level."""
    return tuple(entry for entry in gathering.outline if entry.level > 1)


def _nested(headings: Sequence[OutlineEntry], page: int) -> tuple[Entry, ...]:
    """`headings` of a piece that begins on `page`, each under the one of a higher level before it."""
    entries: list[Entry] = []
    place = 0
    while place < len(headings):
        head = headings[place]
        end = place + 1
        while end < len(headings) and headings[end].level > head.level:
            end += 1
        kids = _nested(headings[place + 1 : end], page)
        entries.append(Entry(head.title, page + head.page, head.y, kids))
        place = end
    return tuple(entries)
