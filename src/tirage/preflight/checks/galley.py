"""The bound files. In comes an opened galley, out goes what binding has done wrong.

Structure only: that a page's text is right was proved on its gathering, and that the page is the gathering's is proved
here by digest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tirage.findings import counted
from tirage.model.identifiers import article_doi
from tirage.model.issue import Article
from tirage.model.press import Leaf
from tirage.preflight.anatomy import PagePrint, named_pages, outline_pages, page_numbers
from tirage.preflight.check import Fault, check
from tirage.preflight.objects import at, string
from tirage.preflight.subjects import Bound

_AGAIN = "Delete the cache folder .tirage and build again; if it stays, please report it."


@check(
    "galley.pages",
    codes=("count", "left-out", "content", "size"),
    rationale="An offprint's pages are the issue's pages: who cites one cites the other. All were proved before they "
    "were bound and must not change after that.",
    source="house decisions: one piece, one gathering, bound many times; a page is read once in its life",
    advice="Build again; if it stays, delete the cache folder .tirage first.",
)
def pages(bound: Bound) -> Iterator[Fault]:
    """The pages are those that were typeset, all of them, drawn alike and of the same size."""
    leaves = bound.galley.leaves
    if len(bound.prints) != len(leaves):
        message = (
            f"The file has {counted(len(bound.prints), 'page')} and should have {len(leaves)}."
        )
        yield Fault("count", message, advice=_AGAIN)
        return
    for piece in dict.fromkeys(leaf.piece for leaf in leaves if leaf.piece):
        there = sum(leaf.piece == piece for leaf in leaves)
        typeset = len(bound.sources.prints(piece))
        if there != typeset:
            message = (
                f"«{piece}» has {counted(there, 'page')} in the file and should have {typeset}."
            )
            yield Fault("left-out", message, advice=_AGAIN)
            return
    for leaf, found in zip(leaves, bound.prints, strict=True):
        if leaf.piece:
            yield from _page(bound, leaf, found)


def _page(bound: Bound, leaf: Leaf, found: PagePrint) -> Iterator[Fault]:
    typeset = bound.sources.prints(leaf.piece)[leaf.page]
    # The print edition has its colours changed to inks: editions.agree looks at the rest.
    if found.digest != typeset.digest and bound.galley.edition != "print":
        message = f"The page {leaf.label} does not show what was typeset."
        yield Fault("content", message, leaf.label, _AGAIN)
    if (found.width, found.height) != (typeset.width, typeset.height):
        size = f"{found.width} × {found.height} pt instead of {typeset.width} × {typeset.height} pt"
        yield Fault("size", f"The page {leaf.label} measures {size}.", leaf.label, _AGAIN)


@check(
    "galley.labels",
    codes=("none", "differ"),
    rationale="Who types a page number into a reader's program, or follows a citation, must get to the page that "
    "carries this number.",
    source="ISO 32000-1, 12.4.2 (page labels); WCAG technique PDF17",
    advice="Build again; if it stays, delete the cache folder .tirage first.",
)
def labels(bound: Bound) -> Iterator[Fault]:
    """A reader's program calls each page by its printed folio."""
    if bound.galley.presswork:
        return  # a press does not look pages up
    if "/PageLabels" not in bound.reader.root_object:
        yield Fault("none", "The file does not tell the printed numbers of its pages.", "", _AGAIN)
        return
    for leaf, label in zip(bound.galley.leaves, bound.reader.page_labels, strict=False):
        if leaf.label != label:
            message = f"The page {leaf.label} is called {label} by a reader's program."
            yield Fault("differ", message, leaf.label, _AGAIN)


@check(
    "galley.links",
    codes=("unbound", "other-page"),
    rationale="A link that leads nowhere, or to another place than its text says, costs a reader's trust.",
    source="ISO 32000-1, 12.3.2 (destinations) and 12.6.4.2 (go-to actions)",
    advice="Give the place that the link means a name, or take the link out.",
)
def links(bound: Bound) -> Iterator[Fault]:
    """Every link leads where its text says."""
    named = named_pages(bound.reader, page_numbers(bound.reader))
    for leaf, found in zip(bound.galley.leaves, bound.prints, strict=False):
        wanted = _wanted(bound, leaf)
        for aim in found.aims:
            page = named.get(aim.name) if aim.name else aim.page
            if aim.uri.startswith("tirage:"):
                message = (
                    f"A link to «{aim.uri.removeprefix('tirage:')}» was not bound to its page."
                )
                yield Fault("unbound", message, leaf.label, _AGAIN)
            elif page is not None and page not in wanted.get(aim.box, {page}):
                there = bound.galley.leaves[page].label
                message = f"A link on the page {leaf.label} leads to the page {there}, where it should not."
                yield Fault("other-page", message, leaf.label, _AGAIN)


def _wanted(bound: Bound, leaf: Leaf) -> dict[tuple[int, ...], set[int]]:
    """The pages of the galley to which the links on `leaf` should lead, by the boxes of the links."""
    numbers = {(leaf.piece, leaf.page): number for number, leaf in enumerate(bound.galley.leaves)}
    wanted: dict[tuple[int, ...], set[int]] = {}
    typeset = bound.sources.prints(leaf.piece)
    for aim in typeset[leaf.page].aims if leaf.page < len(typeset) else ():
        place = bound.sources.place(leaf.piece, aim)
        if place in numbers:
            wanted.setdefault(aim.box, set()).add(numbers[place])
    return wanted


@check(
    "galley.outline",
    codes=("none", "left-out", "order"),
    rationale="The outline is the contents beside the page: readers of an issue move by it.",
    source="ISO 32000-1, 12.3.3; WCAG technique PDF2",
    advice="Give the contribution a title, and its sections headings.",
)
def outline(bound: Bound) -> Iterator[Fault]:
    """The outline names every contribution, in the order of the pages."""
    entries = tuple(outline_pages(bound.reader, page_numbers(bound.reader)))
    firsts = _firsts(bound)
    if len(firsts) < 2:
        return  # an offprint's pages all belong to its one article
    if not entries:
        yield Fault("none", "The issue has no outline.", "", _AGAIN)
        return
    reached = {page for _, page in entries}
    for piece, number in firsts.items():
        if number not in reached:
            title = bound.sources.gathering(piece).title
            label = bound.galley.leaves[number].label
            yield Fault("left-out", f"The outline does not lead to «{title}».", label, _AGAIN)
    pages = [page for _, page in entries if page is not None]
    for (title, page), before in zip(entries[1:], pages, strict=False):
        if page is not None and page < before and len(pages) == len(entries):
            message = f"The entry «{title}» of the outline leads back, to a page before that of the entry above."
            yield Fault("order", message, bound.labels[page], _AGAIN)


def _firsts(bound: Bound) -> dict[str, int]:
    """The number of the first page of each contribution."""
    return {
        leaf.piece: number
        for number, leaf in enumerate(bound.galley.leaves)
        if leaf.page == 0 and bound.sources.gathering(leaf.piece).kind in ("article", "editorial")
    }


@check(
    "galley.metadata",
    codes=("other-title", "other-authors", "other-identifier", "other-date"),
    rationale="Catalogues, search engines and reference managers read title, authors and DOI from the file before they "
    "read a page.",
    source="ISO 32000-1, 14.3; PRISM and Dublin Core; Google Scholar's inclusion guidelines",
    advice="Mend the fact in journal.yaml, issue.yaml or the article's front matter, and build again.",
)
def metadata(bound: Bound) -> Iterator[Fault]:
    """What the file says of itself is what the issue's files say."""
    told = bound.described
    title = bound.galley.title
    if (other := told.title or told.short_title) and other != title:
        message = f"The file gives its title as «{other}» instead of «{title}»."
        yield Fault("other-title", message, "", _AGAIN)
    article = bound.article
    wanted = tuple(_names(article)) if article else ()
    if told.authors != wanted:
        named, meant = (", ".join(names) or "nobody" for names in (told.authors, wanted))
        message = f"The file names {named} as its authors instead of {meant}."
        yield Fault("other-authors", message, "", _AGAIN)
    if article and (doi := _doi(bound, article)) != told.identifier:
        message = f"The file calls itself «{told.identifier}» instead of «{doi}»."
        yield Fault("other-identifier", message, "", _AGAIN)
    if told.created[:10] not in ("", made := bound.galley.made.isoformat()):
        message = f"The file says it was made on {told.created[:10]} instead of {made}."
        yield Fault("other-date", message, "", _AGAIN)


def _names(article: Article) -> Iterator[str]:
    for author in article.authors:
        name = author.name(article.language)
        yield f"{name.given} {name.family}".strip()


def _doi(bound: Bound, article: Article) -> str:
    """The DOI of the article as a URI, its pages those of the file; "" when it has none."""
    numbers = [label for label in bound.labels if label.isdecimal()] or [""]
    doi = article_doi(bound.issue, article, numbers[0], numbers[-1])
    return f"doi:{doi}" if doi else ""


@check(
    "galley.fonts",
    codes=("outside", "mute"),
    rationale="Fonts are put together anew when galleys are bound. One that is not in the file is replaced by another; one "
    "that does not know its letters cannot be searched, copied or read aloud.",
    source="ISO 15930-7, 6.2.5; ISO 19005-3, 6.2.11.4 and 6.2.11.7; ISO 14289-1, 7.21",
    advice="Build again; if it stays, delete the cache folder .tirage first.",
)
def fonts(bound: Bound) -> Iterator[Fault]:
    """Every font of the galley is in the file and knows its letters."""
    seen: set[int] = set()
    for number, page in enumerate(bound.reader.pages):
        for font in _fonts(at(page, "/Resources") or {}, seen):
            below = at(font, "/DescendantFonts")
            descriptor = at(below[0].get_object() if below else font, "/FontDescriptor") or {}
            name = string(at(font, "/BaseFont") or "").lstrip("/")
            if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                message = f"The font {name} is not in the file."
                yield Fault("outside", message, bound.label(number), _AGAIN)
            elif "/ToUnicode" not in font:
                message = f"The font {name} does not say which letters its glyphs are."
                yield Fault("mute", message, bound.label(number), _AGAIN)


def _fonts(resources: Any, seen: set[int]) -> Iterator[Any]:
    """The fonts of a page or form and of the forms in it, each once."""
    if id(resources) in seen:
        return
    seen.add(id(resources))
    held, drawn = at(resources, "/Font") or {}, at(resources, "/XObject") or {}
    for font in (held[name] for name in held):
        if id(font) not in seen:
            seen.add(id(font))
            yield font
    for name in drawn:
        yield from _fonts(at(drawn[name], "/Resources") or {}, seen)
