"""The journal, the issue and its articles, as read from the editor's files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

from tirage.model.language import Breaks, Localized, Marks
from tirage.model.matter import Matter
from tirage.model.override import Override
from tirage.model.references import BY_DEFAULT, Reference, ReferenceRules

NONE = Localized()


@dataclass(frozen=True, slots=True)
class Person:
    """A member of the editorial board."""

    name: Localized
    degree: Localized = NONE
    affiliation: Localized = NONE
    role: Literal["chief", "deputy", "executive", "member"] = "member"


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What the printer asks for, and what is printed on."""

    profile: Path | None = None
    """The printer's ICC profile; None: one that tirage brings."""
    digest: str = ""
    """SHA-256 of the profile, hexadecimal."""
    condition: str = ""
    """Registered name of the printing condition, as "FOGRA51"."""
    colours: Literal[1, 4] = 1
    """Inks of the block; the cover has four."""
    signature: int = 4
    """Pages of one folded sheet: the block's pages are a multiple of it."""
    marks: bool = True
    """Crop marks, registration marks and a slug line."""
    paper_thickness: float = 0.1
    """Of one leaf, mm."""
    cover_weight: float = 250
    """Of the cover's board, g/m²."""


@dataclass(frozen=True, slots=True)
class Journal:
    """What stays the same from issue to issue."""

    title: Localized
    abbreviated: Localized
    languages: tuple[str, ...]
    main_language: str
    issn: str = ""
    eissn: str = ""
    series: Localized = NONE
    publisher: Localized = NONE
    place: Localized = NONE
    doi_pattern: str = ""
    """"" where the journal has no DOIs."""
    license: str = ""
    """SPDX identifier, as "CC-BY-4.0"."""
    copyright: Localized = NONE
    founded: int | None = None
    registration: Localized = NONE
    frequency: Localized = NONE
    scope: Localized = NONE
    address: Localized = NONE
    email: str = ""
    website: str = ""
    board: tuple[Person, ...] = ()
    """Editor-in-chief first, then as the editor wrote them."""
    author_index: bool = False
    """Whether an index of authors stands before the imprint."""
    fonts: tuple[str, ...] = ()
    """Families of its own, where those of the layout lack a letter."""
    sort_keywords: bool = False
    """Whether keywords stand in the order of the alphabet, not in the author's."""
    layout: str = "bulletin"
    romanisation: Literal["", "bgn-pcgn", "ala-lc", "iso-9"] = ""
    """The system in which references are written in Latin letters; "" where only authors write them so."""
    references: ReferenceRules = BY_DEFAULT
    hyphenation: tuple[Breaks, ...] = ()
    """Words that are broken otherwise than by rule."""
    order: PrintOrder = PrintOrder()
    marks: tuple[Marks, ...] = ()
    """Quotes and dashes that are set otherwise than the language has them."""
    overrides: tuple[Override, ...] = ()
    """What its findings weigh, whatever the profile says."""


@dataclass(frozen=True, slots=True)
class PrintRun:
    """What the imprint says of the printing."""

    run: int | None = None
    sheets: str = ""
    format: str = ""
    signed: date | None = None
    printer: Localized = NONE
    price: Localized = NONE
    paper_thickness: float | None = None
    """Of this issue, where it has another paper than the journal's other issues."""
    cover_weight: float | None = None


@dataclass(frozen=True, slots=True)
class PersonName:
    """A contributor's name in one language."""

    language: str
    given: str
    family: str
    romanised: str = ""
    """The language from whose form tirage made it, as the author gave none; else ""."""


@dataclass(frozen=True, slots=True)
class Affiliation:
    key: str
    name: Localized
    city: Localized = NONE
    country: Localized = NONE
    ror: str = ""


@dataclass(frozen=True, slots=True)
class Contributor:
    names: tuple[PersonName, ...]
    affiliations: tuple[int, ...] = ()
    """Marks: places in the article's affiliations, from 1."""
    orcid: str = ""
    """Sixteen characters in groups, without the resolver."""
    email: str = ""
    corresponding: bool = False
    about: Localized = NONE

    def name(self, language: str) -> PersonName:
        """The name in `language`, or the first there is."""
        return next((name for name in self.names if name.language == language), self.names[0])


@dataclass(frozen=True, slots=True)
class Keywords:
    """The keywords of an article in one language."""

    language: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """How an editor's column ends."""

    closing: str = ""
    name: str = ""
    position: str = ""
    degree: str = ""


ArticleKind: TypeAlias = Literal[
    "research", "review", "short", "editorial", "book-review", "retraction", "other"
]


@dataclass(frozen=True, slots=True)
class Article:
    """One contribution."""

    name: str
    """Name of its folder or file, unique in the issue: the name of its piece and its offprint."""
    folder: Path
    language: str
    kind: ArticleKind
    title: Localized
    body: Matter
    short_title: Localized = NONE
    rubric: Localized = NONE
    topic: Localized = NONE
    doi: str = ""
    """Given by the editor, without resolver; "" with `auto_doi` false: the article has none."""
    auto_doi: bool = False
    """Made from the journal's pattern once the pages are known."""
    irsti: str = ""
    udc: str = ""
    authors: tuple[Contributor, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    abstract: Localized = NONE
    keywords: tuple[Keywords, ...] = ()
    received: date | None = None
    accepted: date | None = None
    funding: Localized = NONE
    acknowledgements: Localized = NONE
    conflict: Localized = NONE
    references: tuple[Reference, ...] = ()
    signature: Signature | None = None
    composer: bool = True
    """Whether its paragraphs are composed, where the layout composes paragraphs."""

    def words(self, language: str) -> tuple[str, ...]:
        """The keywords in `language`."""
        return next((k.words for k in self.keywords if k.language == language), ())


@dataclass(frozen=True, slots=True)
class Section:
    """Articles under one heading of the contents; without a title: contributions outside any section."""

    title: Localized
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """One number of the journal."""

    journal: Journal
    name: str
    """Name of its folder, as "2026-1"."""
    folder: Path
    year: int
    number: str
    date: date
    """The clock of the build."""
    first_page: int
    """Folio of the first contribution."""
    sections: tuple[Section, ...]
    """In running order."""
    volume: str = ""
    whole_number: int | None = None
    print: PrintRun = PrintRun()
    overrides: tuple[Override, ...] = ()
    """What its findings weigh, after the journal's overrides."""

    @property
    def every_override(self) -> tuple[Override, ...]:
        """The journal's overrides, then its own: in the order in which they count."""
        return (*self.journal.overrides, *self.overrides)

    @property
    def articles(self) -> tuple[Article, ...]:
        """All contributions in running order."""
        return tuple(article for section in self.sections for article in section.articles)
