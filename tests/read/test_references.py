"""Lists of references: CSL in YAML and JSON, BibTeX, plain lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read.helpers import FRONT, article_of, read
from tirage.languages.recognising import recognise
from tirage.model.references import Name, Reference


def references_of(folder: Path, name: str, text: str) -> tuple[Reference, ...]:
    """The list in a file `name` beside the article, in which nothing is wrong."""
    reading = read(folder, front=f"{FRONT}references: {name}\n", files={f"2026-1/one/{name}": text})
    assert reading.findings == ()
    return article_of(reading).references


def test_a_csl_item(tmp_path: Path) -> None:
    text = """\
- id: knuth1981
  type: article-journal
  language: en
  author: [{family: Knuth, given: D. E.}, {family: Beethoven, non-dropping-particle: van, given: L.}]
  editor: {literal: World Health Organization}
  title: Breaking paragraphs into lines
  container-title: "Software: Practice and Experience"
  publisher: Wiley
  publisher-place: London
  issued: 1981-11
  volume: 11
  issue: 010
  page: 1119–1184
  edition: 2
  genre: Essay
  note: Reprinted.
  DOI: https://doi.org/10.1002/spe.4380111102
  ISBN: 0-306-40615-2
  URL: https://example.org/a
  accessed: 2026-01-02
  keyword: not printed
"""
    assert references_of(tmp_path, "r.yaml", text) == (
        Reference(
            key="knuth1981",
            anchor="ref-1",
            language="en",
            kind="article-journal",
            authors=(Name("Knuth", "D. E."), Name("van Beethoven", "L.")),
            editors=(Name(literal="World Health Organization"),),
            title="Breaking paragraphs into lines",
            container="Software: Practice and Experience",
            publisher="Wiley",
            place="London",
            year="1981",
            volume="11",
            issue="010",
            pages="1119–1184",
            edition="2",
            genre="Essay",
            note="Reprinted.",
            doi="10.1002/spe.4380111102",
            isbn="0-306-40615-2",
            url="https://example.org/a",
            accessed="2026-01-02",
        ),
    )


def test_lines_of_text(tmp_path: Path) -> None:
    text = """\
- "Абай Құнанбайұлы. Өлеңдер. – Алматы, 1977."
- {id: gost, text: ГОСТ 7.5-98., romanised: GOST 7.5-98.}
- {text: Ein Buch., lang: de}
"""
    first, second, third = references_of(tmp_path, "r.yaml", text)
    assert first == Reference(
        "ref-1", "ref-1", "kk", text="Абай Құнанбайұлы. Өлеңдер. – Алматы, 1977."
    )
    assert second == Reference("gost", "ref-2", "ru", text="ГОСТ 7.5-98.", romanised="GOST 7.5-98.")
    assert (third.key, third.language) == ("ref-3", "de")


def test_json(tmp_path: Path) -> None:
    text = '[{"id": "a", "type": "book", "title": "А", "issued": {"date-parts": [[1999, 5, 3]]}}]'
    (reference,) = references_of(tmp_path, "r.json", text)
    assert (reference.title, reference.year) == ("А", "1999")


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("1981", "1981"),
        ("1981-05-30", "1981"),
        ("1999/2001", "1999–2001"),
        ("{date-parts: [[1999], [2001]]}", "1999–2001"),
        ("{raw: 1999-05}", "1999"),
        ("{literal: в печати}", "в печати"),
        ('"[1981?]"', "[1981?]"),
    ],
)
def test_years(tmp_path: Path, written: str, year: str) -> None:
    text = f"- {{type: book, title: А, issued: {written}}}\n"
    assert references_of(tmp_path, "r.yaml", text)[0].year == year


def test_what_stands_for_what(tmp_path: Path) -> None:
    text = "- {type: report, title: А, number: 7, number-of-pages: 235}\n- {type: book, title: Б}\n"
    first, second = references_of(tmp_path, "r.yml", text)
    assert (first.number, first.extent) == ("7", "235")
    assert (second.key, second.kind) == ("ref-2", "book")


def test_a_list_in_the_front_matter(tmp_path: Path) -> None:
    front = FRONT + "references:\n  - Строка.\n  - {id: a, type: book, title: А}\n"
    article = article_of(read(tmp_path, "[@a] [1]\n", front))
    assert [reference.anchor for reference in article.references] == ["ref-1", "ref-2"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Өлеңдер", "kk"), ("Стихи", "ru"), ("Poems", "en"), ("", "en"), ("Poems (Стихи)", "ru"),
        ("Şiirler", "tr"), ("İstanbul", "tr"), ("Türkçe (Стихи)", "ru"), ("قصائد", "ar"), ("Gedichte über Bücher", "en"),
    ],
)  # fmt: skip
def test_the_letters_tell_the_language(text: str, language: str) -> None:
    assert recognise(text) == language


def test_in_a_turkish_article_fewer_letters_will_do() -> None:
    assert recognise("Türkçenin grameri", "tr") == "tr"
    assert recognise("Turkish grammar", "tr") == "en"
    assert recognise("Türkçenin grameri", "ru") == "en"
