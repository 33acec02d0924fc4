"""Styles of a journal's own: files of patterns, and CSL."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.compose.bibliography_cases import load, make, shown
from tests.compose.test_pieces import pieces
from tests.read.helpers import FRONT, JOURNAL, issue_of, read
from tirage.compose.bibliography.csl import csl_entry
from tirage.compose.bibliography.entries import entry
from tirage.compose.bibliography.fields import facts
from tirage.compose.bibliography.line import linked
from tirage.compose.bibliography.pattern import PatternError, parse
from tirage.compose.bibliography.style import FAMILIES, FIELDS, bundled_style, read_style
from tirage.errors import LayoutError
from tirage.languages.lexicon import lexicon
from tirage.languages.romanisation import holds_cyrillic
from tirage.model.matter import Emphasis, Link, Text
from tirage.model.references import STYLES, Reference

OWN = """\
[names]
authors = {pattern = "{family}"}
[dates]
accessed = "yyyy"
date = "yyyy"
day = "d"
dated-full = "yyyy"
[entry]
""" + "".join(f"{family} = '[{{authors}}: ]*{{title}}*[, {{year}}]'\n" for family in FAMILIES)

CSL = """\
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Sample</title><id>sample</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="citation-number"/></layout></citation>
  <bibliography><layout suffix=".">
    <text variable="citation-number" suffix=". "/>
    <names variable="author" suffix=" "><name initialize-with=". " name-as-sort-order="all" sort-separator=" " delimiter=", "/></names>
    <text variable="title" font-style="italic" suffix=". "/>
    <number variable="edition"/><text term="edition" form="short" prefix="-"/>
    <group prefix=" "><label variable="page" form="short"/><text variable="page" prefix=" "/></group>
  </layout></bibliography>
</style>
"""
BOOK = {
    "type": "book",
    "lang": "en",
    "author": [{"family": "Knuth", "given": "D. E."}],
    "title": "The TeXbook",
    "issued": "1984",
}


@pytest.mark.parametrize("name", STYLES)
def test_every_style_that_may_be_named_is_there(name: str) -> None:
    assert bundled_style(name).name == name


def test_every_field_that_a_pattern_may_name_is_made() -> None:
    assert set(facts(make(BOOK), bundled_style("apa"), "en").values) == FIELDS


@pytest.mark.parametrize("language", ["kk", "ru", "en", "de", "tr", "zh"])
def test_every_language_has_all_words(language: str) -> None:
    assert set(lexicon("ru").reference) <= set(lexicon(language).reference)


@pytest.mark.parametrize("style", [*STYLES, "romanised"])
@pytest.mark.parametrize("kind", ["article-journal", "article-newspaper", "book", "chapter", "paper-conference", "thesis",
                                  "legislation", "webpage", "report", "standard", "manuscript", "map"])  # fmt: skip
def test_a_title_alone_is_an_entry_without_stray_signs(style: str, kind: str) -> None:
    text = shown(entry(Reference("a", "ref-1", "ru", kind, title="Слово"), bundled_style(style)))
    assert "Слово" in text
    assert not re.search(r"[,:;(\[] *[.)\]]|\.\.|  |\( ?\)|^[ .,:;–]|//$", text.replace("*", ""))


def test_a_style_of_the_journals_own() -> None:
    assert shown(entry(make(BOOK), read_style(OWN, "own.toml"))) == "Knuth: *The TeXbook*, 1984"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [("book = '", "book = '{colour}", "colour"), ("book = '", "book = '[", "never closed"), ("book = '", "book = ']", "never opened"),
     ("book = '", "book = '<x>", "no part"), ("book = ", "tome = ", "book"), ("[names]", "[names", "own.toml")],
)  # fmt: skip
def test_a_style_that_cannot_be_used_says_why(before: str, after: str, said: str) -> None:
    with pytest.raises(LayoutError, match=said) as raised:
        entry(make(BOOK), read_style(OWN.replace(before, after), "own.toml"))
    assert "own.toml" in str(raised.value)


def test_a_pattern_with_braces_that_are_no_field() -> None:
    with pytest.raises(PatternError):
        parse("{Title}", {}, FIELDS)


def test_a_csl_style_prints_each_entry_in_its_own_language() -> None:
    def made(lang: str, given: str) -> str:
        raw = BOOK | {"lang": lang, "author": [{"family": "F", "given": given}], "edition": "4", "page": "1–9"}  # fmt: skip
        return shown(csl_entry(make(raw), CSL, "own.csl"))

    assert made("kk", "Ж. О.") == "F Ж. О. *The TeXbook*. 4-бас. б. 1–9."
    assert made("ru", "Yu. S.") == "F Yu. S. *The TeXbook*. 4-изд. сс. 1–9."
    assert made("en", "Donald Ervin") == "F D. E. *The TeXbook*. 4-ed. pp. 1–9."


def test_a_csl_style_that_leaves_the_doi_out_gets_it() -> None:
    made = csl_entry(make(BOOK | {"DOI": "10.5555/12"}), CSL, "own.csl")
    assert made[-1] == Link("https://doi.org/10.5555/12", (Text("https://doi.org/10.5555/12"),))


@pytest.mark.parametrize("source", ["<style", "<!DOCTYPE x><style/>", "<style/>"])
def test_a_csl_file_that_is_none_says_so(source: str) -> None:
    with pytest.raises(LayoutError, match=r"own\.csl"):
        csl_entry(make(BOOK), source, "own.csl")


@pytest.mark.parametrize(("name", "source"), [("own.csl", CSL), ("own.toml", OWN)])
def test_the_journal_names_a_file_beside_it(tmp_path: Path, name: str, source: str) -> None:
    front = f"{FRONT}references:\n  - {{type: book, title: The TeXbook, lang: en}}\n"
    files = {"journal.yaml": f"{JOURNAL}references: {{style: {name}}}\n", name: source}
    reading = read(tmp_path, "Слово.\n", front, files)
    assert reading.findings == ()
    assert "<em>The TeXbook</em>" in pieces(issue_of(reading))["one"].html


def test_addresses_in_a_line_are_links_without_the_stop_behind_them() -> None:
    url = "https://example.org/a_(b)?c=1"
    first, link, last = linked(f"См. {url}.")
    assert (first, link, last) == (Text("См. "), Link(url, (Text(url),)), Text("."))


def test_slanted_words_that_neighbour_are_one() -> None:
    reference = make(BOOK | {"type": "article-journal", "container-title": "J", "volume": "1"})
    slanted = [n for n in entry(reference, bundled_style("apa")) if isinstance(n, Emphasis)]
    assert [node.children for node in slanted] == [(Text("J"),), (Text("1"),)]


def test_the_romanised_list_holds_no_cyrillic() -> None:
    cases = [case for case in load() if case.style == "romanised"]
    assert cases
    assert not any(holds_cyrillic(case.expected) for case in cases)
