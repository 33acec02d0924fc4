"""The index of authors."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.compose import samples
from tests.compose.test_pieces import pieces
from tirage.compose.authors import author_index
from tirage.model.issue import Contributor, Issue, PersonName, Section
from tirage.model.language import Localized

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "compose" / "author-index.yaml").read_text("utf-8")
)


def issue(case: dict[str, Any]) -> Issue:
    articles = tuple(
        samples.article(
            name,
            authors=tuple(
                Contributor(
                    tuple(
                        PersonName(lang, given, family) for lang, (given, family) in forms.items()
                    )
                )
                for forms in authors
            ),
        )
        for name, authors in case["articles"].items()
    )
    journal = samples.journal(main_language=case["main"], author_index=True)
    return samples.issue(journal=journal, sections=(Section(Localized(), articles),))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_lists(case: dict[str, Any]) -> None:
    made = {
        part.language: [
            (", " if part.language == "en" else " ").join((line.family, line.given))
            + " "
            + " ".join(line.articles)
            for line in part.authors
        ]
        for part in author_index(issue(case))
    }
    assert made == case["lists"]


def test_the_page_names_authors_and_leads_to_their_articles() -> None:
    piece = pieces(issue(CASES[1]))["author-index"]
    text = " ".join(re.sub(r"<[^>]+>", " ", piece.html).replace("\u00a0", " ").split())
    assert "Ёлкин Эталон 6 Образцов Проба 5 , 6" in text
    assert "Obraztsov, Proba 5 , 6" in text
    assert re.findall(r'href="([^"]+)"', piece.html)[:3] == [
        "tirage:two",
        "tirage:one",
        "tirage:two",
    ]
    assert piece.html.count('data-tag="Index"') == 2
    assert {flow.words for flow in piece.flows} >= {("Ёлкин", "Эталон"), ("Yolkin", "Etalon")}


def test_there_is_none_unless_the_journal_asks() -> None:
    assert "author-index" not in pieces()
