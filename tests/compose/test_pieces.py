"""Issue to HTML: what stands in the pieces."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.compose import samples
from tirage.compose.pieces import compose
from tirage.compose.running_order import number, running_order
from tirage.errors import LayoutError
from tirage.model.issue import Issue
from tirage.model.language import Breaks, Localized
from tirage.model.layout import Layout
from tirage.model.matter import Math, Paragraph, Text
from tirage.model.press import Paging, Piece


def paging(issue: Issue, layout: Layout) -> Paging:
    two = ("cover", "board", "contents", "back")
    places = running_order(issue, layout)
    return number(places, lambda name: 2 if name in two else 1, issue.first_page, layout)


def pieces(issue: Issue | None = None, layout: Layout | None = None) -> dict[str, Piece]:
    issue, layout = issue or samples.issue(), layout or samples.layout()
    return {piece.name: piece for piece in compose(issue, layout, paging(issue, layout))}


def article(**changes: Any) -> str:
    sections = (replace(samples.issue().sections[1], articles=(samples.article(**changes),)),)
    return pieces(samples.issue(sections=sections))["one"].html


PIECES = pieces()


def test_every_piece_is_a_whole_document_in_its_language() -> None:
    for piece in PIECES.values():
        assert piece.html.startswith(f'<!DOCTYPE html>\n<html lang="{piece.language}">')
        assert piece.html.rstrip().endswith("</html>")


def test_pieces_come_in_binding_order_with_blank_pages() -> None:
    assert list(PIECES)[:4] == ["cover", "board", "contents", "editorial"]
    assert list(PIECES)[-1] == "back"


def test_every_piece_knows_the_words_that_the_journal_breaks_otherwise() -> None:
    words = (Breaks("kk", ("Қазақ-стан",)),)
    issue = samples.issue()
    composed = pieces(replace(issue, journal=replace(issue.journal, hyphenation=words)))
    assert all(piece.hyphenation == words for piece in composed.values())


def test_an_article_prints_its_identifiers() -> None:
    html = PIECES["one"].html
    assert "IRSTI 19.51.51" in html
    assert "UDC 655" in html
    assert '<a class="doi" href="https://doi.org/10.5555/1234-5679/2026-121-1-7-7">' in html


def test_the_imprint_has_numbers_as_each_language_writes_them() -> None:
    run = replace(samples.issue().print, run=12000, sheets="7.5")
    html = pieces(samples.issue(print=run))["imprint"].html
    assert "Шартты баспа табағы 7,5." in html
    assert "Усл.\u00a0печ.\u00a0л.\u00a07,5." in html
    assert "Conventional printed sheets 7.5." in html
    assert html.count("12\u202f000") == 3


def test_numbers_of_tables_follow_the_language() -> None:
    assert "Table\u00a01." in article()
    assert "1-\u2060кесте." in article(language="kk")
    assert "Таблица\u00a01." in article(language="ru")


def test_a_reference_list_keeps_each_entry_in_its_language() -> None:
    html = PIECES["one"].html
    assert '<li id="ref-2" data-tag="BibEntry" lang="ru">ГОСТ\u00a07.5-98. Журналы.' in html
    assert "Vol. 11, No. 11. – P. 1119–1184" in html.replace("\u00a0", " ")
    assert "GOST\u00a07.5-98. Zhurnaly." in html


def test_citations_point_at_their_entries() -> None:
    assert (
        '[<a class="cite" data-tag="Reference" href="#ref-1">1</a>, с. 12; 2]' in PIECES["one"].html
    )


def test_a_citation_does_not_begin_a_line() -> None:
    assert "cites\u00a0[" in PIECES["one"].html


def test_the_other_languages_stand_before_or_after_as_the_layout_says() -> None:
    after = pieces(layout=samples.layout(other_languages="after"))["one"].html
    before = pieces(layout=samples.layout(other_languages="before"))["one"].html
    assert after.index("Аңдатпа мәтіні") > after.index("Breaking paragraphs")
    assert before.index("Аңдатпа мәтіні") < before.index("The first paragraph")


@pytest.mark.parametrize(
    ("changes", "mark"),
    [
        ({"abstract": Localized()}, "¿missing: abstract?"),
        ({"keywords": ()}, "¿missing: keywords?"),
        ({"authors": ()}, "¿missing: authors?"),
        ({"irsti": ""}, "¿missing: IRSTI?"),
        ({"auto_doi": False}, "¿missing: DOI?"),
        ({"title": samples.localized("тек қазақша")}, "¿missing: title?"),
    ],
)
def test_a_missing_fact_shows_in_the_page(changes: dict[str, object], mark: str) -> None:
    assert mark in article(**changes)
    assert mark not in article()


def test_contents_list_every_article_with_its_folio() -> None:
    html = PIECES["contents"].html
    for name, folio in (("editorial", 5), ("one", 7), ("two", 8)):
        assert f'href="tirage:{name}">{folio}</a>' in html
    for title in ("Бірінші мақала", "Первая статья", "The first article"):
        assert title in html


def test_what_authors_write_is_never_markup() -> None:
    body = replace(samples.body(), blocks=(Paragraph((Text("<script>x</script> & co"),)),))
    html = article(body=body, abstract=samples.localized(en="<b>no</b>"))
    assert "&lt;script&gt;x&lt;/script&gt; &amp; co" in html
    assert "&lt;b&gt;no&lt;/b&gt;" in html


def test_running_heads_cannot_break_out_of_the_style_sheet() -> None:
    evil = '"; } body { display: none } /* \\'
    piece = pieces(samples.issue(journal=samples.journal(abbreviated=samples.localized(evil))))[
        "one"
    ]
    quoted = re.search(r'content: ("(?:[^"\\]|\\.)*");', piece.css)
    assert quoted
    assert '\\"; } body' in quoted[1]


def test_formulas_and_pictures_become_assets() -> None:
    picture = samples.figure()
    sections = (
        replace(
            samples.issue().sections[1], articles=(samples.article(body=samples.body(picture)),)
        ),
    )
    piece = pieces(samples.issue(sections=sections))["one"]
    assert [a.media_type for a in piece.assets] == ["image/svg+xml"] * 3
    assert all(f"asset:{asset.name}" in piece.html for asset in piece.assets)
    assert 'alt="What the map shows"' in piece.html


def test_a_formula_that_cannot_be_drawn_is_printed_as_written() -> None:
    html = article(body=replace(samples.body(), blocks=(Paragraph((Math(r"\frac{a", ""),)),)))
    assert r'<code class="missing">\frac{a</code>' in html


def test_the_first_page_falls_on_its_side() -> None:
    assert PIECES["one"].starts == "right"
    assert "html { break-before: right }" in PIECES["one"].css
    assert "html { break-before: left }" in PIECES["two"].css
    assert "counter-reset: page 7" in PIECES["one"].css


def test_a_layout_of_the_journal_hides_the_bundled_one_file_by_file(tmp_path: Path) -> None:
    own = tmp_path / "bulletin"
    own.mkdir()
    (own / "blank.html").write_text("<!DOCTYPE html>\n<p>Left blank on purpose")
    layout = samples.layout()
    mine = replace(layout, folders=(own, *layout.folders))
    issue = samples.issue(first_page=6)
    found = pieces(issue, mine)
    assert "Left blank on purpose" in found["blank-1"].html
    assert found["one"].html == pieces(issue)["one"].html


def test_a_broken_template_is_named_with_its_line(tmp_path: Path) -> None:
    own = tmp_path / "bulletin"
    own.mkdir()
    (own / "article.html").write_text("<p>\n{{ article.titel }}\n")
    layout = replace(samples.layout(), folders=(own, *samples.layout().folders))
    with pytest.raises(LayoutError, match=r"article\.html.*titel"):
        pieces(layout=layout)


def test_composing_twice_gives_the_same() -> None:
    assert pieces() == PIECES
