"""An entry of a list of references, after the CSL data model (CSL 1.0.2, appendix III and IV), and a journal's rules for lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

STYLES = ("gost-7.1", "gost-r-7.0.5", "apa", "vancouver")
"""The styles of references that come with tirage."""


@dataclass(frozen=True, slots=True)
class ReferenceRules:
    """How a journal sets lists of references and citations."""

    style: str = "gost-7.1"
    """The name of a style that comes with tirage; else the name of the journal's own file, whose text is `source`."""
    source: str = ""
    """The journal's own style, whole: TOML, or CSL where `style` ends in ".csl"."""
    order: Literal["given", "mention", "alphabetical"] = "given"
    scripts: Literal["", "cyrillic-first", "latin-first", "mixed"] = ""
    """Of an alphabetical list; "": the letters of the article's language first."""
    citations: Literal["numeric", "author-year"] = "numeric"


BY_DEFAULT = ReferenceRules()
"""The rules of a journal that says nothing."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person or body that made a work."""

    family: str = ""
    given: str = ""
    """As the author gave it: "D. E." stays "D. E."."""
    literal: str = ""
    """A body's whole name, or a person's that is not to be taken apart."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry. Everything is text, as given; "" where there is none."""

    key: str
    anchor: str
    """Unique in the article: "ref-" and its place in the author's list, from 1."""
    language: str
    kind: str = ""
    """CSL type, as "article-journal"; "" for a plain line of text."""
    text: str = ""
    """The whole entry, where the author gave it as a plain line."""
    romanised: str = ""
    """The entry in Latin letters, for the list "References"."""
    translated: str = ""
    """The title in English, for lists in Latin letters."""
    mark: str = ""
    """The letter that tells works of one author and year apart: "a" in 2020a."""
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    translators: tuple[Name, ...] = ()
    title: str = ""
    container: str = ""
    """The journal, book or site that holds the work."""
    collection: str = ""
    """The series of a book."""
    collection_number: str = ""
    event: str = ""
    """The conference, with its place and days."""
    archive: str = ""
    archive_location: str = ""
    """Where the archive keeps it, as "Ф. 41. Оп. 1. Д. 45. Л. 1–10"."""
    publisher: str = ""
    place: str = ""
    year: str = ""
    issued: str = ""
    """ISO date where the day is known; else ""."""
    volume: str = ""
    issue: str = ""
    """The number of the journal."""
    number: str = ""
    """A report's, standard's or law's own number."""
    pages: str = ""
    """As given, as "1119–1184"."""
    extent: str = ""
    """How many pages it has."""
    edition: str = ""
    genre: str = ""
    note: str = ""
    doi: str = ""
    """Without the resolver, as "10.1002/spe.4380111102"."""
    isbn: str = ""
    url: str = ""
    accessed: str = ""
    """ISO date."""
