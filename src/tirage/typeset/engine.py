"""The engine: one piece in, its finished PDF and what is known of its pages out. Runs in workers only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

from weasyprint import HTML, Document, Page
from weasyprint.text.fonts import FontConfiguration

from tirage.languages.marks.signs import plain_spaces
from tirage.model.press import Anchor, Folios, OutlineEntry, Piece
from tirage.typeset import (
    apart,
    continued,
    copying,
    faces,
    filling,
    floats,
    geometry,
    grid,
    hyphens,
    instancing,
    linefit,
    makeup,
    markers,
    notefit,
    opticals,
    tags,
)
from tirage.typeset.fetcher import AssetFetcher
from tirage.typeset.pages import Pages
from tirage.typeset.paragraphs import composer
from tirage.typeset.paragraphs.pagefit import settle
from tirage.typeset.paragraphs.work import Work
from tirage.typeset.remarks import Remarks

POINTS = 0.75
"""Points in a CSS pixel."""

tags.install()
apart.install()
continued.install()
copying.install()
faces.install()
filling.install()
grid.install()
floats.install()  # around the grid: it puts boxes before a paragraph whose place on the grid is then looked for
hyphens.install()
instancing.install()
linefit.install()
notefit.install()
opticals.install()
composer.install()


SPECIMEN = Piece(
    name="specimen",
    kind="blank",
    language="ru",
    title="",
    html=Path(__file__).with_name("specimen.html").read_text("utf-8"),
    css="",
    assets=(),
    folios=Folios(1, 1),
    starts="right",
    flows=(),
)
"""Asks of the engine what every piece does."""


def warm_up() -> None:
    """Set a page that nobody reads.

    What the engine, its libraries and the patterns of hyphenation do once in the life of a process is done then, while
    the parent still composes: it takes a fifth of a second.
    """
    set_piece(SPECIMEN)


def set_piece(piece: Piece, shelf: Path | None = None) -> tuple[bytes, Pages]:
    """The tagged PDF of `piece` and its pages, with what the engine had to say; fonts are kept in the file `shelf`.

    The same piece gives the same bytes: no dates, no identifier; the environment of the worker fixes the rest.
    Raises AssetError when an asset is not what it should be, and whatever the engine raises.
    """
    fetcher = AssetFetcher(piece.assets)
    with Remarks() as remarks:
        html = HTML(string=piece.html, url_fetcher=fetcher)
        tags.number(html.etree_element)
        with hyphens.excepted(piece.hyphenation):
            document, work = settle(lambda shorter: _lay_out(html, piece, shorter), _count)
        markers.align(document.pages)
        faults = (
            *geometry.findings(document.pages, piece),
            *makeup.findings(document.pages, piece, work),
        )
        with faces.kept(shelf):
            pdf: bytes = document.write_pdf(pdf_tags=True)
    said = tuple(work.findings(piece.name)) if work else ()
    return pdf, Pages(
        count=len(document.pages),
        anchors=tuple(_anchors(document.pages)),
        outline=tuple(_outline(document.pages)),
        findings=remarks.findings(piece, fetcher.refused) + faults + said,
    )


def _lay_out(html: HTML, piece: Piece, shorter: frozenset[str]) -> tuple[Document, Work | None]:
    """The pages of `piece`; paragraphs with the texts `shorter` take a line less."""
    with composer.composing(piece.composer, shorter) as work:
        # A style sheet given as a file is read with the document's own fonts, counter styles and fetcher.
        return html.render(FontConfiguration(), stylesheets=[StringIO(piece.css)]), work


def _count(document: Document) -> tuple[int, int]:
    """Pages, and lines in the flow of the last of them."""
    return len(document.pages), geometry.count_lines(document.pages[-1])


def _anchors(pages: Sequence[Page]) -> Iterator[Anchor]:
    """Each anchor where it stands first, in reading order."""
    seen = set()
    for number, page in enumerate(pages):
        for name, (x, y, *_) in page.anchors.items():
            if name not in seen:
                seen.add(name)
                yield Anchor(name, number, x * POINTS, (page.height - y) * POINTS)


def _outline(pages: Sequence[Page]) -> Iterator[OutlineEntry]:
    """Each heading that the style sheet gives a `bookmark-level`."""
    for number, page in enumerate(pages):
        for level, title, (_, y), _ in page.bookmarks:
            yield OutlineEntry(level, _plain(title), number, (page.height - y) * POINTS)


def _plain(title: str) -> str:
    """A heading without the characters that only hold a line together."""
    return " ".join(plain_spaces(title).split())
