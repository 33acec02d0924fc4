"""Entries by a CSL style that a journal brings, made by citeproc-py: the only importer of it.

One processor for each language, so that every entry has the words of its own; Kazakh words of ours, which CSL lacks; initials of
two letters kept ("Yu. S."), which citeproc-py shortens; the DOI added where the style leaves it out.
"""

from __future__ import annotations

import io
import json
import re
import warnings
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from tirage.compose.bibliography.line import Line, linked
from tirage.errors import LayoutError
from tirage.languages.folders import own_file
from tirage.model.matter import Emphasis, Inline, Link, Strong, Text
from tirage.model.references import Name, Reference

_SPACE = "{http://purl.org/net/xbiblio/csl}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_WORDS = "csl.xml"
"""The file of a language's folder with words that CSL lacks."""
_TAG = re.compile(r"<(/?)(\w+)[^>]*>")
_LONG_INITIAL = re.compile(r"\b[^\W\d_]{2,3}(?=\.)")
_STAND_INS = range(0x10400, 0x10428)
"""Capitals of the Deseret alphabet, one for each initial of several letters while citeproc-py shortens names."""


def csl_entry(reference: Reference, source: str, name: str) -> tuple[Inline, ...]:
    """The entry of `reference` by the CSL style whose file is called `name` and holds `source`.

    Raises LayoutError when the style cannot be used.
    """
    long = _long_initials(reference)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # it warns of every variable of CSL that it does not know
            html = _render(
                _item(reference, long), _style(source, reference.language.partition("-")[0])
            )
    except Exception as error:  # the library raises whatever its parser happens to
        raise LayoutError(
            f"The style of references {name} cannot be used for «{reference.title}»: {error}. Try it in another program."
        ) from error
    for initial, stand_in in long.items():
        html = html.replace(stand_in, initial)
    return _with_doi(_inlines(html), reference.doi)


@cache
def _style(source: str, language: str) -> Any:
    """The style as citeproc-py has it, in one language, without the numbers that the list prints itself."""
    import citeproc  # noqa: PLC0415  few journals bring a style

    if "<!DOCTYPE" in source or "<!ENTITY" in source:
        raise ValueError("it holds a document type, which no CSL style needs")
    root = ElementTree.fromstring(source)
    for parent in root.iter():
        for child in list(parent):
            if child.tag == f"{_SPACE}text" and child.get("variable") == "citation-number":
                parent.remove(child)
    locale = _locales().get(language, "en-US")
    if words := own_file(language, _WORDS):
        # After the style's information, where the locales of a style belong.
        root.insert(1, ElementTree.fromstring(words.read_text("utf-8")))
        locale = root[1].get(_LANGUAGE, locale)
    file = io.BytesIO(ElementTree.tostring(root, encoding="utf-8"))
    return citeproc.CitationStylesStyle(file, locale=locale, validate=False)


@cache
def _locales() -> dict[str, str]:
    """The locale that CSL has for a language: "ru-RU" for "ru"."""
    import citeproc  # noqa: PLC0415

    known = Path(citeproc.__file__).with_name("data") / "locales" / "locales.json"
    found: dict[str, str] = json.loads(known.read_text("utf-8"))["primary-dialects"]
    return found


def _render(item: dict[str, Any], style: Any) -> str:
    from citeproc import (  # noqa: PLC0415
        Citation,
        CitationItem,
        CitationStylesBibliography,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415

    bibliography = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.html)
    bibliography.register(Citation([CitationItem(item["id"])]))
    return str(bibliography.bibliography()[0])


def _item(ref: Reference, long: dict[str, str]) -> dict[str, Any]:
    """`ref` as a CSL item."""
    texts = {
        "title": ref.title, "container-title": ref.container, "publisher": ref.publisher, "publisher-place": ref.place,
        "volume": ref.volume, "issue": ref.issue, "number": ref.number, "page": ref.pages, "number-of-pages": ref.extent,
        "edition": ref.edition, "genre": ref.genre, "note": ref.note, "DOI": ref.doi, "URL": ref.url, "ISBN": ref.isbn,
        "collection-title": ref.collection, "collection-number": ref.collection_number, "event": ref.event,
        "archive": ref.archive, "archive_location": ref.archive_location,
    }  # fmt: skip
    people = {"author": ref.authors, "editor": ref.editors, "translator": ref.translators}
    item: dict[str, Any] = {"id": "x", "type": ref.kind or "document"}
    item |= {key: text for key, text in texts.items() if text}
    item |= {key: [_name(name, long) for name in names] for key, names in people.items() if names}
    for key, written in (("issued", ref.issued or ref.year), ("accessed", ref.accessed)):
        if re.fullmatch(r"\d{4}(-\d\d){0,2}", written):
            item[key] = {"date-parts": [[int(part) for part in written.split("-")]]}
        elif written:
            item[key] = {"literal": written}
    if ref.mark and "date-parts" in item.get("issued", {}):
        item["year-suffix"] = ref.mark
    return item


def _name(name: Name, long: dict[str, str]) -> dict[str, str]:
    if name.literal or not name.given:
        return {"literal": name.literal or name.family}
    given = _LONG_INITIAL.sub(lambda found: long[found[0]], name.given)
    return {"family": name.family, "given": given}


def _long_initials(ref: Reference) -> dict[str, str]:
    """The initials of several letters in the names of `ref`, each with the capital that stands in for it."""
    people = (*ref.authors, *ref.editors, *ref.translators)
    found = dict.fromkeys(
        initial for name in people for initial in _LONG_INITIAL.findall(name.given)
    )
    return {initial: chr(code) for initial, code in zip(found, _STAND_INS, strict=False)}


def _inlines(html: str) -> tuple[Inline, ...]:
    """Text with its marks: slanted and strong ones stay, addresses become links."""
    found: list[Inline] = []
    mark, at = "", 0
    for tag in _TAG.finditer(f"{html}<end>"):
        text = unescape(html[at : tag.start()])
        if text and mark == "i":
            found.append(Emphasis((Text(text),)))
        elif text and mark == "b":
            found.append(Strong((Text(text),)))
        elif text:
            found += linked(text)
        mark, at = ("" if tag[1] else tag[2]), tag.end()
    return tuple(found)


def _with_doi(entry: tuple[Inline, ...], doi: str) -> tuple[Inline, ...]:
    address = f"https://doi.org/{doi}"
    printed = any(isinstance(node, Link) and node.url.lower() == address.lower() for node in entry)
    if not doi or printed:
        return entry
    line = Line([(" ", False, False)])
    line.link(address)
    return (*entry, *line.inlines())
