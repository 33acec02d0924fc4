"""The words that pages must hold, taken from the content."""

from __future__ import annotations

from typing import Any

from tests.compose import samples
from tirage.compose.words import article_flows, inline_text
from tirage.model.matter import Math, Subscript, Text


def flows(**changes: Any) -> dict[str, str]:
    return {flow.name: " ".join(flow.words) for flow in article_flows(samples.article(**changes))}


def test_the_text_is_one_flow_in_reading_order() -> None:
    text = flows()["text"]
    parts = ["The first paragraph cites 1 с. 12 2 a work.", "A heading", "slanted bold caps H2O", "one two",
             "term explanation", "quoted", "Cases in two countries", "Spain 264663", "Total 483733", "Worldometer"]  # fmt: skip
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_a_note_is_a_flow_of_its_own() -> None:
    assert flows()["note 1"] == "The note stands at the foot."
    assert "note stands" not in flows()["text"]


def test_every_language_of_the_front_matter_must_be_printed() -> None:
    names = flows()
    for name in ("title", "abstract", "keywords", "about author 1"):
        assert {f"{name} (kk)", f"{name} (ru)", f"{name} (en)"} <= set(names)


def test_references_are_looked_for_one_by_one() -> None:
    assert flows()["reference 1"] == "Breaking paragraphs into lines"
    assert flows()["reference 2"] == "ГОСТ 7.5-98. Журналы."
    assert flows()["romanised reference 2"] == "GOST 7.5-98. Zhurnaly."


def test_formulas_are_pictures_and_leave_a_space() -> None:
    assert inline_text((Text("a"), Math("x", ""), Text("b"))) == "a b"
    assert inline_text((Text("H"), Subscript((Text("2"),)), Text("O"))) == "H2O"


def test_an_editors_column_prints_one_language_and_a_signature() -> None:
    column = {f.name: " ".join(f.words) for f in article_flows(samples.editorial())}
    assert column["title"] == "Читателю"
    assert column["rubric"] == "Колонка редактора"
    assert "title (en)" not in column
    assert column["signature"]
