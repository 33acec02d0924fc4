"""An entry of a list of references, after the CSL data model (CSL 1.0.2, appendix III and IV)."""

from __future__ import annotations

from dataclasses import dataclass


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
    """Unique in the article."""
    language: str
    kind: str = ""
    """CSL type, as "article-journal"; "" for a plain line of text."""
    text: str = ""
    """The whole entry, where the author gave it as a plain line."""
    romanised: str = ""
    """The entry in Latin letters, for the list "References"."""
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    title: str = ""
    container: str = ""
    """The journal, book or site that holds the work."""
    publisher: str = ""
    place: str = ""
    year: str = ""
    volume: str = ""
    number: str = ""
    """The journal's issue, or a report's, standard's or law's own number."""
    pages: str = ""
    """Range or total as given, as "1119–1184"."""
    edition: str = ""
    genre: str = ""
    note: str = ""
    doi: str = ""
    """Without the resolver, as "10.1002/spe.4380111102"."""
    isbn: str = ""
    url: str = ""
    accessed: str = ""
    """ISO date."""
