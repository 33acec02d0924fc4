"""Marks in the tree of a text: what is set, what stays, and that a mark may straddle nodes."""

from __future__ import annotations

from tests.compose.samples import paragraph, table
from tirage.compose.spacing import rules_for, set_blocks, set_inlines
from tirage.languages.marks.signs import FIRM, THIN
from tirage.model.language import Marks
from tirage.model.matter import (
    Citation,
    Cited,
    Code,
    CrossReference,
    Emphasis,
    Foreign,
    Inline,
    Link,
    Math,
    Note,
    Preformatted,
    Strong,
    Superscript,
    Text,
    plain,
)


def words(inlines: tuple[Inline, ...]) -> str:
    return plain(inlines).replace(FIRM, "~").replace(THIN, "^")


def test_a_quotation_may_begin_in_plain_words_and_end_in_italics() -> None:
    typed = (Text('Он сказал: "не '), Emphasis((Text('сейчас"'),)), Text(" и ушёл."))
    assert words(set_inlines(typed, "ru")) == "Он сказал: «не сейчас» и~ушёл."


def test_a_number_and_its_unit_may_stand_in_two_nodes() -> None:
    typed = (Strong((Text("12000"),)), Text(" км"), Text(" "), Emphasis((Text("пути"),)))
    assert words(set_inlines(typed, "ru")) == "12^000~км пути"


def test_a_dash_may_stand_between_two_nodes() -> None:
    typed = (Emphasis((Text("Қаріп"),)), Text(" - "), Emphasis((Text("киім"),)))
    assert words(set_inlines(typed, "kk")) == "Қаріп~— киім"


def test_words_of_another_language_have_its_marks() -> None:
    typed = (Text('Книга "'), Foreign("en", (Text('The "Art" of 10000 pages'),)), Text('" вышла.'))
    assert words(set_inlines(typed, "ru")) == "Книга «The “Art” of 10^000~pages» вышла."


def test_code_formulas_and_addresses_stay() -> None:
    typed = (
        Code('"a - b" 12345'),
        Text(" и "),
        Math("a-b", ""),
        Text(" "),
        Link("https://a.kz/1-2", (Text("https://a.kz/1-2"),)),
    )
    assert words(set_inlines(typed, "ru")) == '"a - b" 12345 и~ https://a.kz/1-2'
    assert set_blocks((Preformatted('"x" - 12345'),), "ru") == (Preformatted('"x" - 12345'),)


def test_figures_and_their_exponent_are_two() -> None:
    typed = (Text("10"), Superscript((Text("5"),)), Text(" 000"))
    assert set_inlines(typed, "ru") == typed


def test_a_citation_stays_with_the_word_before_it() -> None:
    cited = Citation((Cited(1, "", "с. 12"),))
    typed = (Text("сказано "), cited, Text("."))
    text, citation, _ = set_inlines(typed, "ru")
    assert text == Text(f"сказано{FIRM}")
    assert isinstance(citation, Citation)
    assert citation.works[0].locator == f"с.{FIRM}12"


def test_notes_cells_and_captions_are_set_by_themselves() -> None:
    note = Note(1, (paragraph('"Слово" внутри'),))
    (block,) = set_blocks((paragraph('Текст "начат', note, ' и окончен".'),), "ru")
    assert words(block.children) == "Текст «начат«Слово» внутри и~окончен»."  # type: ignore[union-attr]
    (spread,) = set_blocks((table(),), "en")
    assert words(spread.body[0][1].children) == "264^663"  # type: ignore[union-attr]


def test_a_heading_that_is_mentioned_is_set_too() -> None:
    typed = (CrossReference("sec", "a", 0, 'О слове "да"'),)
    (mention,) = set_inlines(typed, "ru")
    assert isinstance(mention, CrossReference)
    assert mention.title == f"О{FIRM}слове «да»"


def test_a_journal_has_its_own_marks() -> None:
    own = (Marks("en", quotes="‘’“”", dash="—"),)
    typed = (Text('It is "so" - really'),)
    assert words(set_inlines(typed, "en", lambda lang: rules_for(lang, own))) == "It is ‘so’—really"
    assert (
        words(set_inlines(typed, "ru", lambda lang: rules_for(lang, own))) == "It is «so»~— really"
    )


def test_an_ending_stays_with_the_formula_before_it() -> None:
    typed = (
        Text("Олардың "),
        Math("13 = 4394", ""),
        Text("-і дауысты, "),
        Math("C", ""),
        Text("-грамма."),
    )
    assert words(set_inlines(typed, "kk")).count("-\u2060") == 1
    assert "-\u2060і дауысты" in words(set_inlines(typed, "kk"))
