"""The list "References": an article's references in Latin letters, for indexes that read no others.

The journal's system of romanisation and the references come in; the same references, in Latin letters where the author gave
no form of their own, go out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Literal
from urllib.parse import quote

from tirage.languages.latin import System
from tirage.languages.naming import initials
from tirage.languages.romanisation import holds_cyrillic, romanise
from tirage.model.references import Name, Reference

_TOUCHED = (
    *("text", "title", "container", "publisher", "place", "year", "volume", "issue", "number"),
    *("pages", "extent", "edition", "genre", "note", "collection", "collection_number", "event"),
    *("archive", "archive_location", "mark"),
)
"""The texts of an entry that are printed in letters."""
_ADDRESS = re.compile(r"\w+://[^\s<>«»\"]+")
_SLASHES = re.compile(r"\.?\s+//\s*|\.?(?<!:)//\s+")
_DASH = re.compile(r"(?<=[.!?…\]])\s+[–—-]\s+")
"""The dash between areas of a description; a dash within a title follows a word and stays."""


def latin_list(
    references: tuple[Reference, ...], system: System | Literal[""]
) -> tuple[Reference, ...]:
    """What the list "References" prints, an entry for each of `references`; empty where there is no such list.

    It is printed when an author gave a form in Latin letters; with a `system`, also when any entry holds Cyrillic.
    """
    given = any(reference.romanised for reference in references)
    if not system:
        return references if given else ()
    if not given and not any(map(_is_cyrillic, references)):
        return ()
    return tuple(ref if ref.romanised else in_latin(ref, system) for ref in references)


def in_latin(reference: Reference, system: System) -> Reference:
    """`reference` with all that is printed of it in Latin letters, read in its own language.

    A plain line loses the signs of GOST between its areas, " // " and ". – ", for ". ", as Scopus and Web of Science ask.
    Addresses of the web stay addresses: their Cyrillic is written in percent signs.
    """
    texts = {key: _latin(getattr(reference, key), reference.language, system) for key in _TOUCHED}
    texts["text"] = _DASH.sub(" ", _SLASHES.sub(". ", texts["text"]))
    for key in ("title", "container"):
        texts[key] = texts[key].removesuffix(".")
    return replace(
        reference,
        **texts,
        url=_plain_address(reference.url),
        authors=_names(reference.authors, reference.language, system),
        editors=_names(reference.editors, reference.language, system),
        translators=_names(reference.translators, reference.language, system),
    )


def _is_cyrillic(reference: Reference) -> bool:
    names = [
        getattr(name, field.name)
        for name in (*reference.authors, *reference.editors, *reference.translators)
        for field in fields(Name)
    ]
    return any(map(holds_cyrillic, (*(getattr(reference, key) for key in _TOUCHED), *names)))


def _names(names: Iterable[Name], language: str, system: System) -> tuple[Name, ...]:
    # Shortened first: Жамбыл is Zh., not Z.
    short = (replace(name, given=initials(name.given)) for name in names)
    return tuple(
        Name(*(romanise(getattr(name, field.name), language, system) for field in fields(Name)))
        for name in short
    )


def _latin(text: str, language: str, system: System) -> str:
    plain = _ADDRESS.sub(lambda found: _plain_address(found[0]), text)
    return romanise(plain, language, system)


def _plain_address(address: str) -> str:
    return quote(address, safe="%/:=&?~#+!$,;'@()*[]") if holds_cyrillic(address) else address
