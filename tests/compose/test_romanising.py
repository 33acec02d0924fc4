"""The list "References"."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.compose import samples
from tests.compose.test_pieces import pieces
from tirage.compose.romanising import in_latin, latin_list
from tirage.languages.recognising import recognise
from tirage.languages.romanisation import holds_cyrillic
from tirage.model.references import Name, Reference

SHEET = Path(__file__).parents[1] / "cases/compose/romanised-references.yaml"
CASES = yaml.safe_load(SHEET.read_text("utf-8"))

KAZAKH = Reference(
    *("auezov", "ref-1", "kk", "article-journal"),
    authors=(Name("Әуезов", "М. О."), Name(literal="Тіл білімі институты")),
    editors=(Name("Жанпейісов", "Е."),),
    title="Қазақ әдебиеті.",
    container="ҚазҰУ хабаршысы",
    publisher="Ғылым",
    place="Алматы",
    year="1999",
    volume="5",
    issue="2",
    pages="12–20",
    note="қайта басылым",
    doi="10.5555/12",
)
LINE = Reference("line", "ref-2", "ru", text="Юрьев А. Шрифт // Наука. – М., 2001. – 35 с.")
ENGLISH = Reference("knuth", "ref-3", "en", title="The TeXbook", publisher="AW", year="1984")
GIVEN = Reference("gost", "ref-4", "ru", text="ГОСТ 7.5-98.", romanised="GOST 7.5-98 – x.")


def printed(system: str, *references: Reference, **changes: Any) -> list[str]:
    """The texts of the entries of the list "References" on an article's page, without tags."""
    article = samples.article(references=references, **changes)
    sections = (replace(samples.issue().sections[1], articles=(article,)),)
    issue = samples.issue(sections=sections, journal=samples.journal(romanisation=system))
    lists = re.findall(r'<ol class="references">(.*?)</ol>', pieces(issue)["one"].html, re.DOTALL)
    if len(lists) < 2:
        return []
    entries = re.findall(r'<li lang="en">(.*?)</li>', lists[1], re.DOTALL)
    plain = (unescape(re.sub(r"<[^>]*>", "", entry)) for entry in entries)
    return [" ".join(entry.split()) for entry in plain]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_lines(case: dict[str, str]) -> None:
    language = case.get("language", recognise(case["written"]))
    line = Reference("x", "ref-1", language, text=case["written"])
    assert in_latin(line, "bgn-pcgn").text == case["printed"]


def test_without_a_system_only_authors_write_latin() -> None:
    assert printed("", KAZAKH, LINE) == []
    assert printed("", LINE, GIVEN) == [LINE.text, GIVEN.romanised]


def test_with_a_system_every_entry_is_written_in_its_own_language() -> None:
    first, second, third = printed("bgn-pcgn", KAZAKH, LINE, ENGLISH)
    assert first == (
        "Äūezov, M. O., & Til bilimi īnstītūty. (1999). Qazaq ädebīeti. QazUŪ khabarshysy, 5(2), 12–20. qayta basylym. "
        "https://doi.org/10.5555/12 [in Kazakh]"
    )
    assert second == "Yur’yev A. Shrift. Nauka. M., 2001. 35 s."
    assert third == "The TeXbook. (1984). AW."


def test_what_the_author_wrote_is_printed_as_it_is() -> None:
    assert printed("iso-9", GIVEN, LINE) == [
        GIVEN.romanised,
        "Ûrʹev A. Šrift. Nauka. M., 2001. 35 s.",
    ]


def test_a_list_without_cyrillic_is_not_repeated() -> None:
    assert printed("ala-lc", ENGLISH) == []
    assert latin_list((), "ala-lc") == ()
    assert printed("ala-lc", ENGLISH, replace(ENGLISH, authors=(Name("Кнут", "Д."),))) != []


def test_the_list_in_the_articles_own_letters_stays() -> None:
    with_system = samples.issue(journal=samples.journal(romanisation="bgn-pcgn"))
    before, after = pieces()["one"].html, pieces(with_system)["one"].html
    start, end = '<section class="after reference-list">', "</section>"
    assert before.split(start)[1].split(end)[0] == after.split(start)[1].split(end)[0]


@pytest.mark.parametrize("system", ["bgn-pcgn", "ala-lc", "iso-9"])
def test_no_cyrillic_is_printed(system: str) -> None:
    assert not any(holds_cyrillic(entry) for entry in printed(system, KAZAKH, LINE, ENGLISH))


def test_pages_must_hold_what_was_written_for_them() -> None:
    article = samples.article(references=(KAZAKH, LINE, GIVEN))
    sections = (replace(samples.issue().sections[1], articles=(article,)),)
    issue = samples.issue(sections=sections, journal=samples.journal(romanisation="bgn-pcgn"))
    flows = {flow.name: " ".join(flow.words) for flow in pieces(issue)["one"].flows}
    assert flows["romanised reference 1"] == "Qazaq ädebīeti"
    assert flows["romanised reference 2"] == "Yur’yev A. Shrift. Nauka. M., 2001. 35 s."
    assert flows["romanised reference 3"] == GIVEN.romanised
