"""BibTeX's and BibLaTeX's names for things → CSL's."""

from __future__ import annotations

import re

from tirage.read.remarks import Remarks
from tirage.read.tree import Plain
from tirage.read.works.bibtex import Entry
from tirage.read.works.tex import decode

_KINDS = {
    "article": "article-journal", "book": "book", "booklet": "pamphlet", "inbook": "chapter",
    "incollection": "chapter", "inproceedings": "paper-conference", "conference": "paper-conference",
    "proceedings": "book", "collection": "book", "mvbook": "book", "manual": "book",
    "reference": "book", "inreference": "entry", "phdthesis": "thesis", "mastersthesis": "thesis",
    "thesis": "thesis", "techreport": "report", "report": "report", "misc": "document",
    "online": "webpage", "electronic": "webpage", "www": "webpage", "patent": "patent",
    "unpublished": "manuscript", "dataset": "dataset", "software": "software",
    "standard": "standard", "legislation": "legislation", "periodical": "periodical",
}  # fmt: skip
_FIELDS = {
    "title": "title", "journal": "container-title", "journaltitle": "container-title",
    "booktitle": "container-title", "maintitle": "container-title", "publisher": "publisher",
    "institution": "publisher", "school": "publisher", "organization": "publisher",
    "address": "publisher-place", "location": "publisher-place", "year": "issued", "date": "issued",
    "volume": "volume", "pages": "page", "pagetotal": "number-of-pages", "edition": "edition",
    "type": "genre", "note": "note", "series": "collection-title", "eventtitle": "event-title",
    "howpublished": "note", "doi": "DOI", "isbn": "ISBN", "url": "URL",
    "urldate": "accessed",
}  # fmt: skip
_LANGUAGES = {
    "english": "en", "american": "en", "british": "en", "usenglish": "en", "ukenglish": "en",
    "russian": "ru", "kazakh": "kk", "turkish": "tr", "german": "de", "ngerman": "de",
    "french": "fr", "kyrgyz": "ky", "uzbek": "uz", "ukrainian": "uk", "spanish": "es",
    "italian": "it", "arabic": "ar", "chinese": "zh", "polish": "pl",
}  # fmt: skip
_ADDRESSES = frozenset({"doi", "url", "isbn", "urldate", "date"})
_THESES = {"phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis"}


def convert(entry: Entry, remarks: Remarks) -> Plain:
    """`entry` as a CSL item; TeX in it is decoded, and commands that are not known are found."""
    item: dict[str, Plain] = {"id": entry.key, "type": _KINDS.get(entry.kind, "document")}
    if entry.kind not in _KINDS:
        remarks.warn(
            "content.bibtex/unknown-kind",
            f"`@{entry.kind}` is not a known kind of work; it is set like `@misc`.",
            "Write `@article`, `@book`, `@incollection`, `@inproceedings`, `@online` or another.",
            entry.at,
        )
    for name, raw in entry.fields.items():
        if name in ("author", "editor", "translator"):
            item[name] = [_name(person, entry, remarks) for person in split_names(raw)]
        elif name in _FIELDS:
            item.setdefault(_FIELDS[name], _text(name, raw, entry, remarks))
    number = entry.fields.get("number") or entry.fields.get("issue")
    if number:
        item["issue" if "article" in entry.kind else "number"] = _text(
            "number", number, entry, remarks
        )
    if entry.kind in _THESES:
        item.setdefault("genre", _THESES[entry.kind])
    language = (entry.fields.get("langid") or entry.fields.get("language") or "").lower()
    code = _LANGUAGES.get(language, language if re.fullmatch("[a-z]{2}", language) else "")
    return item | ({"lang": code} if code else {})


def _text(name: str, raw: str, entry: Entry, remarks: Remarks) -> str:
    if name in _ADDRESSES:
        return re.sub(r"\\([_%&#~])", r"\1", raw).strip()
    plain, unknown = decode(raw)
    if unknown:
        remarks.warn(
            "content.bibtex/unknown-command",
            f"`{name}` holds TeX that is not known: {', '.join(unknown)}. It stays as it stands.",
            "Write the letter itself.",
            entry.at,
        )
    return re.sub(r"\s*\n\s*", " ", plain).strip()


def split_names(raw: str) -> list[str]:
    """The names between the words `and`, braces kept together."""
    names, depth, start = [], 0, 0
    for match in re.finditer(r"[{}]|\s+and\s+", raw):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
        elif depth == 0:
            names.append(raw[start : match.start()])
            start = match.end()
    names.append(raw[start:])
    return [name.strip() for name in names if name.strip()]


def _name(raw: str, entry: Entry, remarks: Remarks) -> Plain:
    if raw == "others":
        return {"literal": "et al."}
    if re.fullmatch(r"\{[^{}]*\}", raw):
        return {"literal": _text("author", raw, entry, remarks)}
    parts = [_text("author", part, entry, remarks) for part in raw.split(",")]
    if len(parts) == 2:
        return {"family": parts[0], "given": parts[1]}
    if len(parts) > 2:
        return {"family": parts[0], "given": parts[-1], "suffix": parts[1]}
    words = parts[0].split(" ")
    particle = next((i for i, word in enumerate(words[:-1]) if word[:1].islower()), len(words) - 1)
    given, family = " ".join(words[:particle]), " ".join(words[particle:])
    return {"family": family, "given": given} if given else {"literal": family}
