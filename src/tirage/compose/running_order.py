"""The pieces of an issue in binding order, and the folios that page counts give them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tirage.model.issue import Article, Issue, Section
from tirage.model.layout import Layout
from tirage.model.press import Folios, Paging, PieceKind, Style


@dataclass(frozen=True, slots=True)
class Place:
    """A piece's place in the issue."""

    name: str
    kind: PieceKind
    article: Article | None = None
    section: Section | None = None
    """The section that a section opening opens, or the article belongs to."""


def running_order(issue: Issue, layout: Layout) -> tuple[Place, ...]:
    """The pieces that `issue` has in `layout`, in binding order, without the blank pages between them."""
    places = [Place("cover", "cover"), Place("board", "board"), Place("contents", "contents")]
    for number, section in enumerate(issue.sections, 1):
        if section.title and layout.section_openings == "page":
            places.append(Place(f"section-{number}", "section", section=section))
        for article in section.articles:
            kind: PieceKind = "editorial" if article.kind == "editorial" else "article"
            places.append(Place(article.name, kind, article, section))
    if issue.journal.author_index and any(article.authors for article in issue.articles):
        places.append(Place("author-index", "author-index"))
    return (*places, Place("imprint", "imprint"), Place("back", "back"))


def number(
    places: tuple[Place, ...], count: Callable[[str], int], first_page: int, layout: Layout
) -> Paging:
    """The folios of all pieces, blank pages included, when piece `name` has `count(name)` pages.

    The first contribution gets `first_page`, odd folios on right pages. The prelims before it carry arabic folios when
    these fit exactly before `first_page`, else roman ones. The last leaf of the block carries the imprint on its
    back, after the index of authors if there is one. The cover's four pages have no folios.
    """
    numbering = _Numbering()
    numbering.add("cover", count("cover"), "none")
    _number_prelims(numbering, count, first_page)
    numbering.folio = first_page
    for place in places:
        if place.kind in ("section", "article", "editorial"):
            if layout.article_start == "right" and numbering.folio % 2 == 0:
                numbering.blank("arabic")
            numbering.add(place.name, count(place.name), "arabic")
    if any(place.kind == "author-index" for place in places):
        numbering.add("author-index", count("author-index"), "arabic")
    if (numbering.folio + count("imprint")) % 2 == 0:
        numbering.blank("arabic")
    numbering.add("imprint", count("imprint"), "arabic")
    numbering.folio = 1
    numbering.add("back", count("back"), "none")
    return Paging(tuple(numbering.pieces))


def _number_prelims(numbering: _Numbering, count: Callable[[str], int], first_page: int) -> None:
    """Title page and contents, each beginning on a right page, filled up until `first_page` falls on its side."""
    board, contents = count("board"), count("contents")
    between = board % 2
    after = (board + between + contents + first_page + 1) % 2
    fits = board + between + contents + after + 1 == first_page
    style: Style = "arabic" if fits else "roman"
    numbering.folio = 1
    numbering.add("board", board, style)
    if between:
        numbering.blank(style)
    numbering.add("contents", contents, style)
    if after:
        numbering.blank(style)


class _Numbering:
    """The pieces numbered so far, and the next folio."""

    def __init__(self) -> None:
        self.pieces: list[tuple[str, Folios]] = []
        self.folio = 1
        self.blanks = 0

    def add(self, name: str, pages: int, style: Style) -> None:
        self.pieces.append((name, Folios(self.folio, self.folio + pages - 1, style)))
        self.folio += pages

    def blank(self, style: Style) -> None:
        self.blanks += 1
        self.add(f"blank-{self.blanks}", 1, style)
