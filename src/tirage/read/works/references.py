"""An article's list of references: CSL items in YAML or JSON, BibTeX, or plain lines → References."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tirage.languages.recognising import recognise
from tirage.model.references import Reference
from tirage.read.copy.pile import Source
from tirage.read.forms.references import ReferenceForm, ReferencesForm, year_of
from tirage.read.identifiers import clean
from tirage.read.links import check_address
from tirage.read.mistakes import fill_plain
from tirage.read.remarks import Position, Remarks
from tirage.read.source import Shelf, read_text
from tirage.read.tree import Node, Sequence, locate, plain
from tirage.read.works.bibcsl import convert
from tirage.read.works.bibtex import read_bibtex
from tirage.read.yaml import read_yaml

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the list, and where it stands."""

    form: ReferenceForm | str
    tree: Node | None
    path: tuple[str | int, ...]
    remarks: Remarks
    position: Position = (0, 0)
    """For an entry that has no tree."""

    def at(self, *key: str) -> Position:
        """Where the entry, or its value of `key`, stands."""
        return locate(self.tree, (*self.path, *key)) if self.tree else self.position


def read_references(
    written: str | list[str | ReferenceForm],
    tree: Node | None,
    shelf: Shelf,
    folder: str,
    article: str,
    remarks: Remarks,
    language: str = "",
) -> tuple[Reference, ...] | None:
    """The list that the front matter holds or names; None, and findings, when it cannot be read.

    `folder` is the folder of `article`, relative to the journal's; `tree` the front matter; `language` the article's.
    """
    if isinstance(written, str):
        entries = _read_file(written, tree, shelf, folder, article, remarks)
        if entries is None:
            return None
    else:
        entries = [Entry(form, tree, ("references", i), remarks) for i, form in enumerate(written)]
    _refuse_twins(entries)
    return tuple(
        _make_reference(number, entry, language) for number, entry in enumerate(entries, 1)
    )


def _read_file(
    name: str, tree: Node | None, shelf: Shelf, folder: str, article: str, remarks: Remarks
) -> list[Entry] | None:
    at = locate(tree, ["references"])
    path = shelf.find(name, remarks, folder, at)
    if path is None:
        return None
    there = remarks.about(shelf.name(path))
    if path.suffix.lower() not in (".bib", ".yaml", ".yml", ".json"):
        remarks.fail(
            "content.reference/format",
            f"`{name}` is not a list of references that can be read.",
            "Name a file with the ending .yaml, .json (CSL) or .bib (BibTeX).",
            at,
        )
        return None
    text = read_text(path, there)
    if text is None:
        return None
    if path.suffix.lower() == ".bib":
        return _read_bib(text, there)
    listed = read_yaml(text, there)
    shelf.pile.add(Source(there.file, text, listed, article=article))
    return _read_csl(listed, there)


def _read_csl(tree: Node | None, remarks: Remarks) -> list[Entry] | None:
    if tree is None:
        return None
    if not isinstance(tree, Sequence):
        advice = "Begin every entry with `- `."
        remarks.fail("content.type/wrong-type", "The file is not a list.", advice, tree.position)
        return None
    form = fill_plain(ReferencesForm, plain(tree), tree, remarks)
    if form is None:
        return None
    return [Entry(item, tree, (i,), remarks) for i, item in enumerate(form.root)]


def _read_bib(text: str, remarks: Remarks) -> list[Entry] | None:
    before = len(remarks.findings)
    entries = []
    for item in read_bibtex(text, remarks):
        form = fill_plain(ReferenceForm, convert(item, remarks), None, remarks)
        if form:
            entries.append(Entry(form, None, (), remarks, item.at))
    broken = any(f.code == "broken" for f in remarks.findings[before:])
    return None if broken else entries


def _refuse_twins(entries: list[Entry]) -> None:
    seen: dict[str, int] = {}
    for number, entry in enumerate(entries, 1):
        key = "" if isinstance(entry.form, str) else entry.form.id
        if key and key in seen:
            entry.remarks.fail(
                "content.reference/twice",
                f"Two entries have the key `{key}`: no {seen[key]} and no {number}.",
                "Take one out, or give it another key.",
                entry.at("id"),
            )
        seen.setdefault(key, number)


def _make_reference(number: int, entry: Entry, around: str) -> Reference:
    anchor = f"ref-{number}"
    form = entry.form
    if isinstance(form, str):
        return Reference(key=anchor, anchor=anchor, language=recognise(form, around), text=form)
    if not (form.text or form.title):
        entry.remarks.warn(
            "facts.missing/reference",
            f"The entry no {number} has no title.",
            "Write `title: …`, or the whole entry as `text: …`.",
            entry.at(),
        )
    return Reference(
        key=form.id or anchor,
        anchor=anchor,
        language=form.lang or form.language or recognise(form.text or form.title, around),
        kind=form.type or ("" if form.text else "document"),
        text=form.text,
        romanised=form.romanised,
        translated=form.translated,
        authors=form.author,
        editors=form.editor,
        translators=form.translator,
        title=form.title,
        container=form.container_title,
        collection=form.collection_title,
        collection_number=form.collection_number,
        event=form.event_title or form.event,
        archive=form.archive,
        archive_location=form.archive_location,
        publisher=form.publisher,
        place=form.publisher_place,
        year=year_of(form.issued),
        issued=form.issued if _DAY.fullmatch(form.issued) else "",
        volume=form.volume,
        issue=form.issue,
        number=form.number,
        pages=form.page,
        extent=form.number_of_pages,
        edition=form.edition,
        genre=form.genre,
        note=form.note,
        doi=clean("doi", form.doi, entry.remarks, entry.at("DOI")),
        isbn=clean("isbn", form.isbn, entry.remarks, entry.at("ISBN")),
        url=check_address(form.url, entry.remarks, entry.at("URL")),
        accessed=form.accessed,
    )
