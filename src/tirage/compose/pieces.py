"""Issue, layout and folios to the pieces that the engine sets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment

from tirage.compose.authors import author_index
from tirage.compose.barcode import issn_barcode
from tirage.compose.bibliography.entries import LATIN, entry_by, latin_entry
from tirage.compose.citing import own_reference
from tirage.compose.formulas import Drawing, draw
from tirage.compose.romanising import latin_list
from tirage.compose.running_order import Place, running_order
from tirage.compose.spacing import rules_for, set_reference
from tirage.compose.templates import css_string, environment, render
from tirage.compose.words import article_flows, localized_flows
from tirage.languages.folders import COMMON, languages
from tirage.languages.marks.rules import Rules
from tirage.languages.traits import traits
from tirage.model.identifiers import article_doi
from tirage.model.issue import Article, Issue, Section
from tirage.model.language import Localized
from tirage.model.layout import Layout
from tirage.model.matter import Image, Inline, Math
from tirage.model.press import Asset, Flow, Folios, Paging, Piece
from tirage.model.references import Reference

STYLES = ("page.css", "type.css", "parts.css", "matter.css")
"""The layout's style sheets, in the order in which they are read."""

DRAWN_AT = 10.2
"""Size of the text type, pt, at which the style sheets give their sizes; `pt()` scales them to the trim's."""

ARABIC = 1.14
"""How much larger Arabic is set: its letters are small for their size."""

_MEDIA_TYPES = {"svg": "image/svg+xml", "png": "image/png", "jpeg": "image/jpeg"}


def compose(
    issue: Issue, layout: Layout, paging: Paging, cache: Path | None = None
) -> tuple[Piece, ...]:
    """The pieces of `issue` with the folios of `paging`, in its order, blank pages included.

    With `cache`, a folder, formulas and translated templates are kept there for the next time.

    Raises LayoutError when a template or label of the layout is missing or wrong.
    """
    env = environment(layout.folders, cache / "templates" if cache else None)
    drawings = cache / "formulas" if cache else None
    places = {place.name: place for place in running_order(issue, layout)}
    return tuple(
        _piece(
            places.get(name, Place(name, "blank")),
            folios,
            _Desk(issue, layout, paging, env, drawings),
        )
        for name, folios in paging.pieces
    )


@dataclass
class _Desk:
    """What one piece is composed with; gathers the pictures that its templates ask for."""

    issue: Issue
    layout: Layout
    paging: Paging
    env: Environment
    drawings: Path | None
    """Folder of formulas drawn before."""
    assets: dict[str, Asset] = field(default_factory=dict)

    def label(self, key: str, language: str) -> str:
        return self.layout.labels.get(key).first(language, self.issue.journal.main_language)

    def doi(self, article: Article) -> str:
        folios = self.paging.of(article.name)
        return article_doi(self.issue, article, folios.first, folios.last)

    def picture(self, image: Image) -> str:
        """The address of a figure's picture."""
        suffix = "jpg" if image.kind == "jpeg" else image.kind
        name = f"figure-{image.digest[:16]}.{suffix}"
        self.assets[name] = Asset(name, _MEDIA_TYPES[image.kind], image.digest, path=image.path)
        return f"asset:{name}"

    def formula(self, math: Math, size: float, display: bool = False) -> Drawing | None:
        """The drawing of a formula, kept among the assets; None when it cannot be drawn."""
        try:
            drawing = draw(math.latex, size, display, self.drawings)
        except ValueError:
            return None
        self.assets[drawing.asset.name] = drawing.asset
        return drawing

    def rules(self, language: str) -> Rules:
        """The marks of a language, as the journal has them."""
        return rules_for(language, self.issue.journal.marks)

    def entry(self, reference: Reference) -> tuple[Inline, ...]:
        """An entry of a list of references, as it is set."""
        written = entry_by(self.issue.journal.references, reference)
        return set_reference(written, reference, reference.language, self.rules)

    def latin_entry(self, reference: Reference) -> tuple[Inline, ...]:
        """The same in the list "References"."""
        typed = replace(reference, text=reference.text or reference.romanised)
        return set_reference(latin_entry(reference), typed, LATIN, self.rules)

    def _families(self, first: str) -> str:
        """Families of fonts as CSS lists them, those that help out behind the first."""
        families = (first, *self.layout.other_families, *self.issue.journal.fonts)
        return ", ".join(map(css_string, families))

    def context(self, place: Place, folios: Folios, language: str) -> dict[str, Any]:
        """What templates see."""
        journal = self.issue.journal
        trim = self.layout.trim
        rtl = traits(language).direction == "rtl"
        larger = ARABIC if rtl else 1
        return {
            "issue": self.issue,
            "journal": journal,
            "layout": self.layout,
            "labels": self.layout.labels,
            "trim": trim,
            "text_fonts": self._families(self.layout.text_family),
            "label_fonts": self._families(self.layout.label_family),
            "tongues": [(name, traits(name)) for name in languages()],
            "common": traits(COMMON),
            "colour": self.layout.colour,
            "pt": lambda size: f"{round(size * larger * trim.size / DRAWN_AT, 3)}pt",
            "line": lambda times: f"{round(trim.line * times, 3)}pt",
            "paging": self.paging,
            "place": place,
            "article": place.article,
            "section": place.section,
            "folios": folios,
            "language": language,
            "start": "right" if rtl else "left",
            "end": "left" if rtl else "right",
            "languages": (
                journal.main_language,
                *_others(journal.languages, journal.main_language),
            ),
            "others": _others(journal.languages, language),
            "label": self.label,
            "doi": self.doi,
            "picture": self.picture,
            "formula": self.formula,
            "latin_list": lambda references: latin_list(references, journal.romanisation),
            "entry": self.entry,
            "latin_entry": self.latin_entry,
            "own_reference": own_reference,
            "numbered": journal.references.citations == "numeric",
            "barcode": issn_barcode,
            "author_index": partial(author_index, self.issue),
            "rules": self.rules,
        }


def _piece(place: Place, folios: Folios, desk: _Desk) -> Piece:
    language = place.article.language if place.article else desk.issue.journal.main_language
    context = desk.context(place, folios, language)
    html = render(desk.env, f"{place.kind}.html", context)
    css = "\n".join(render(desk.env, style, context) for style in STYLES)
    return Piece(
        name=place.name,
        kind=place.kind,
        language=language,
        title=_title(place, desk),
        html=html,
        css=css,
        assets=tuple(desk.assets[name] for name in sorted(desk.assets)),
        folios=folios,
        starts="right" if folios.first % 2 else "left",
        flows=_flows(place, desk.issue),
        hyphenation=desk.issue.journal.hyphenation,
        composer=None if place.article and not place.article.composer else desk.layout.composer,
    )


def _others(languages: tuple[str, ...], language: str) -> tuple[str, ...]:
    return tuple(other for other in languages if other != language)


def _title(place: Place, desk: _Desk) -> str:
    """The piece's name in the outline."""
    main = desk.issue.journal.main_language
    if place.article:
        return place.article.title.first(place.article.language, main)
    if place.kind == "section" and place.section:
        return place.section.title.first(main)
    return desk.label(place.kind, main)


def _flows(place: Place, issue: Issue) -> tuple[Flow, ...]:
    match place.kind:
        case "article" | "editorial" if place.article:
            return article_flows(place.article, issue.journal.romanisation)
        case "section" if place.section:
            return tuple(_section_flows(place.section))
        case "contents":
            return tuple(_contents_flows(issue))
        case "author-index":
            return tuple(_index_flows(issue))
        case "cover" | "board":
            return localized_flows("journal", issue.journal.title)
        case _:
            return ()


def _section_flows(section: Section) -> Iterator[Flow]:
    yield from localized_flows("section", section.title)
    for article in section.articles:
        yield from localized_flows(
            article.name, Localized(((article.language, article.title.first(article.language)),))
        )


def _contents_flows(issue: Issue) -> Iterator[Flow]:
    for section in issue.sections:
        yield from localized_flows("section", section.title)
        for article in section.articles:
            yield from localized_flows(article.name, article.title)
            names = [author.name(article.language) for author in article.authors]
            yield from (Flow("author", tuple(f"{n.given} {n.family}".split())) for n in names)


def _index_flows(issue: Issue) -> Iterator[Flow]:
    for part in author_index(issue):
        for author in part.authors:
            yield Flow(
                f"author ({part.language})", tuple(f"{author.family} {author.given}".split())
            )
