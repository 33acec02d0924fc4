"""The facts of a reference as an entry prints them, in the reference's own language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from tirage.compose.bibliography.pattern import Facts
from tirage.compose.bibliography.style import NameStyle, Style
from tirage.languages.lexicon import is_english, lexicon
from tirage.languages.marks.signs import FIRM
from tirage.languages.naming import initials, is_chinese
from tirage.languages.traits import cldr_name
from tirage.model.references import Name, Reference

_RANGE = re.compile(r"(?<=\d)\s*[-–—]\s*(?=\d)")
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def facts(ref: Reference, style: Style, language: str) -> Facts:
    """Every field that a pattern may name; "" where the reference does not say it.

    `language` is that of the words, numbers and dates; mostly the reference's own.
    """
    words = lexicon(language).reference
    people = _people(ref, style, words)
    headed = bool(people["authors"] or people["lead-editors"])
    year = f"{ref.year}{ref.mark}"
    pages, extent = _pages(ref, style)
    doi = f"https://doi.org/{ref.doi}" if ref.doi else ""
    url = "" if doi else ref.url
    title = ref.title.removesuffix(".") if not ref.title.endswith("..") else ref.title
    values = people | {
        "title": title,
        "lead-title": "" if headed else title,
        "after-title": title if headed else "",
        "translated": ref.translated if ref.translated != ref.title else "",
        "container": ref.container.removesuffix("."),
        "in": words["in"] if ref.container else "",
        "publisher": ref.publisher,
        "other-publisher": ""
        if ref.publisher in {name.literal for name in ref.authors}
        else ref.publisher,
        "place": ref.place,
        "year": year,
        "dated": year or words["no-date"],
        "date": _day(ref.issued, "date", language, style) or year,
        "signed": _day(ref.issued, "date", language, style),
        "bare-year": "" if ref.issued or ref.container or ref.place else year,
        "dated-full": _day(ref.issued, "dated-full", language, style) or year or words["no-date"],
        "day": _day(ref.issued, "day", language, style),
        "volume": ref.volume,
        "issue": ref.issue
        or (ref.number if ref.container and not ref.kind.startswith("legis") else ""),
        "number": ref.number,
        "pages": pages,
        "extent": extent,
        "edition": _edition(ref.edition, language),
        "collection": ref.collection,
        "collection-number": ref.collection_number,
        "event": ref.event,
        "archive": ref.archive,
        "shelf": ref.archive_location,
        "genre": ref.genre,
        "note": ref.note.removesuffix("."),
        "isbn": ref.isbn,
        "doi": doi,
        "url": url,
        "online": words["online"] if url else "",
        "accessed": _day(ref.accessed, "accessed", language, style) or ref.accessed if url else "",
        "in-language": _english_name(ref.language),
    }
    values["bare-issue"] = "" if ref.volume else values["issue"]
    return Facts(values, _several(ref, pages))


def _several(ref: Reference, pages: str) -> frozenset[str]:
    """The fields that hold several."""
    many = {"pages"} if re.search(r"\d\s*[–,]\s*\d", pages) else set()
    if len(ref.editors) > 1:
        many |= {"editors", "lead-editors", "trailing-editors"}
    return frozenset(many | ({"translators"} if len(ref.translators) > 1 else set()))


def _people(ref: Reference, style: Style, words: Mapping[str, str]) -> dict[str, str]:
    names = style.names
    return {
        "authors": people(ref.authors, names["authors"], words),
        "by": people(ref.authors, names["by"], words),
        "lead-editors": people(() if ref.authors else ref.editors, names["authors"], words),
        "editors": people(ref.editors, names["editors"], words),
        "trailing-editors": people(ref.editors if ref.authors else (), names["editors"], words),
        "translators": people(ref.translators, names["translators"], words),
    }


def people(names: tuple[Name, ...], style: NameStyle, words: Mapping[str, str]) -> str:
    """`names` as `style` writes them; "" where it prints none of them."""
    if len(names) < style.least:
        return ""
    told = [name for name in names if name.literal != "et al."]
    cut = len(told) < len(names) or (style.most and len(names) > style.most)
    if cut and style.most:
        told = told[: style.shown]
    written = [_person(name, style) for name in told]
    if not written:
        return ""
    if cut:
        others = words["others"].replace(" ", FIRM)
        return style.between.join(written) + style.others.format(others=others)
    last = style.pair if style.pair and len(written) == 2 else style.last
    last = last.format(**{"and": words["and"]})
    return last.join(filter(None, (style.between.join(written[:-1]), written[-1])))


def _person(name: Name, style: NameStyle) -> str:
    if name.literal or not name.given:
        return name.literal or name.family
    if is_chinese(name.family):
        return f"{name.family}{name.given}"
    given, comma, suffix = name.given.partition(", ")
    short = initials(given)
    if style.initials == "bare":
        short = re.sub(r"[.\s-]", "", short)
    return style.pattern.format(family=name.family, initials=short) + comma + suffix


def _pages(ref: Reference, style: Style) -> tuple[str, str]:
    """The pages where the work stands, and how many it has."""
    pages = _RANGE.sub("–", ref.pages)
    if pages.isdigit() and not ref.container and not ref.extent:
        return "", pages
    if style.short_ranges:
        pages = re.sub(r"(\d+)–(\d+)", _shorten, pages)
    return pages, ref.extent


def _shorten(found: re.Match[str]) -> str:
    first, last = found[1], found[2]
    if len(first) != len(last):
        return found[0]
    same = next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), 0)
    return f"{first}–{last[same:]}"


def _edition(written: str, language: str) -> str:
    """The edition; an English number becomes "3rd"."""
    number = written.removesuffix(".")
    if number.isdigit() and is_english(language):
        tail = "th" if 10 < int(number) % 100 < 14 else _ORDINALS.get(int(number) % 10, "th")
        return f"{number}{tail}"
    return number


def _day(written: str, name: str, language: str, style: Style) -> str:
    """The ISO date `written` as the style's pattern `name` has it; "" when it is no whole date."""
    try:
        day = date.fromisoformat(written)
        locale = Locale.parse(cldr_name(language))
    except (ValueError, UnknownLocaleError):
        return ""
    code = language.partition("-")[0]
    pattern = style.dates.get(f"{name}.{code}", style.dates[name])
    written = str(format_date(day, pattern, locale=locale))
    return " ".join(written.split())  # Babel's no-break spaces; composing puts in its own


def _english_name(language: str) -> str:
    """What a language is called in English; "" for English itself and for one that is not known."""
    code = language.partition("-")[0]
    return "" if code == "en" else str(Locale("en").languages.get(code, ""))
