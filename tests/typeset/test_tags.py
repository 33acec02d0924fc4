"""The identity of structure elements, as binding reads it."""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Callable
from types import ModuleType

import pytest

from tests.typeset.helpers import Structure, make_asset, structure, words
from tirage.errors import TypesetError
from tirage.model.press import Gathering

Typeset = Callable[..., Gathering]


def by_source(gathering: Gathering) -> dict[int, list[Structure]]:
    """Structure elements by the number of their HTML element (html 0, head 1, title 2, body 3)."""
    found: dict[int, list[Structure]] = {}
    for element in structure(gathering):
        if element.source is not None:
            found.setdefault(element.source, []).append(element)
    return found


def kinds(gathering: Gathering) -> dict[int, list[str]]:
    return {source: [part.kind for part in parts] for source, parts in by_source(gathering).items()}


def test_elements_are_numbered_in_the_order_of_the_document(typeset: Typeset) -> None:
    gathering = typeset("<section><h2>а</h2><!-- no element --><p>б <em>в</em></p></section><p>г")
    assert kinds(gathering) == {4: ["/Sect"], 5: ["/H2"], 6: ["/P"], 7: ["/NonStruct"], 8: ["/P"]}


def test_a_paragraph_over_three_pages_keeps_its_number(typeset: Typeset) -> None:
    gathering = typeset(f"<p>{words(400)}</p><p>соңы")
    parts = by_source(gathering)
    assert [(part.kind, part.page) for part in parts[4]] == [
        ("/P", page) for page in range(len(gathering.folios))
    ]
    assert len(gathering.folios) >= 3
    assert [part.page for part in parts[5]] == [len(gathering.folios) - 1]


def test_a_span_over_two_lines_keeps_its_number(typeset: Typeset) -> None:
    gathering = typeset(f"<p>{words(4)} <span>{words(8)}</span>")
    assert kinds(gathering)[5] == ["/Span", "/Span"]


def test_a_table_over_two_pages_is_one_table(typeset: Typeset) -> None:
    rows = "".join(f"<tr><td>{number}<td>сөз" for number in range(30))
    gathering = typeset(
        f"<table><caption>Кесте</caption><thead><tr><th>№<th>Сөз</thead>{rows}</table>"
    )
    found = kinds(gathering)
    pages = len(gathering.folios)
    assert pages > 1
    assert found[4] == ["/Table"] * pages
    assert found[5] == ["/Caption"]
    assert found[6] == ["/THead"] * pages
    assert found[10] == ["/TBody"] * pages
    assert found[11] == ["/TR"]
    assert Counter(kind for parts in found.values() for kind in parts)["/TD"] == 60


def test_a_table_that_css_makes_has_no_number_of_its_own(typeset: Typeset) -> None:
    gathering = typeset("<div style='display:table-cell'>а</div>")
    assert list(by_source(gathering)) == [4]
    assert len(by_source(gathering)[4]) == 1


def test_an_item_is_numbered_once(typeset: Typeset) -> None:
    gathering = typeset(
        "<ul><li>а<li>б<ol><li>в</ol></ul><ul style='list-style:none'><li>г</ul><dl><dt>д<dd>е</dl>"
    )
    found = kinds(gathering)
    assert found == {
        4: ["/L"], 5: ["/LI"], 6: ["/LI"], 7: ["/L"], 8: ["/LI"],
        9: ["/L"], 10: ["/LI"],
        11: ["/L"], 12: ["/LI"], 13: ["/LI"],
    }  # fmt: skip


def test_what_css_adds_has_no_number(typeset: Typeset) -> None:
    css = "p::before, p::first-letter { content: '§' } @page { @top-center { content: 'head' } }"
    gathering = typeset("<p>абв", css)
    assert kinds(gathering) == {4: ["/P"]}
    assert sum(element.source is None for element in structure(gathering)) > 2


def test_a_call_has_the_number_of_its_note(typeset: Typeset) -> None:
    css = ".note { float: footnote }"
    note = "<span class=note lang=ru data-tag=Note>ескерту <em>бір</em></span>"
    gathering = typeset(f"<p>а{note} б</p><p>в</p>", css)
    call, note_itself = by_source(gathering)[5]
    assert (call.kind, call.tag, call.language) == ("/NonStruct", "", "")
    assert (note_itself.tag, note_itself.language) == ("/Note", "ru")
    (label,) = [element for element in structure(gathering) if element.tag == "/Lbl"]
    assert label.source is None


def test_text_beside_blocks_stands_in_boxes_without_a_number(typeset: Typeset) -> None:
    gathering = typeset("<div>бос мәтін<p>а</p>тағы мәтін</div>")
    assert kinds(gathering) == {4: ["/Div"], 5: ["/P"]}


def test_floats_and_placed_elements_keep_their_numbers(typeset: Typeset) -> None:
    gathering = typeset(
        "<p style='float:left;width:20mm'>а<p style='position:absolute;top:0'>б<p>в"
        "<div style='display:flex'><span>г</span></div>"
    )
    found = kinds(gathering)
    assert [found[number][0] for number in (4, 5, 6, 7, 8)] == ["/P", "/P", "/P", "/Div", "/Span"]


def test_the_structure_type_that_compose_asks_for_is_passed_on(typeset: Typeset) -> None:
    gathering = typeset("<p data-tag=Note>а<p data-tag='/X >>'>б<em data-tag=Em>в")
    tags = {source: parts[0].tag for source, parts in by_source(gathering).items()}
    assert tags == {4: "/Note", 5: "", 6: "/Em"}
    assert [finding.message for finding in gathering.findings] == [
        'The typesetting engine says: “"/X >>" is not the name of a structure type”.'
    ]


def test_languages_are_those_that_elements_say_themselves(typeset: Typeset) -> None:
    gathering = typeset("<section lang=ru><p>а <em lang=en>b</em></section><p>в")
    languages = {source: parts[0].language for source, parts in by_source(gathering).items()}
    assert languages == {4: "ru", 5: "", 6: "en", 7: ""}


def test_numbers_in_the_content_are_not_believed(typeset: Typeset) -> None:
    assert list(by_source(typeset("<p data-tirage-source=99>а"))) == [4]


def test_the_bounds_of_a_figure_are_in_points_above_the_lower_edge(typeset: Typeset) -> None:
    svg = make_asset(
        "a.svg", "image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>"
    )
    css = "@page { size: 200pt 100pt; margin: 10pt; bleed: 9pt } body { margin: 0 }"
    image = (
        '<img src="asset:a.svg" alt=a style="display:block;width:30pt;height:20pt;margin-left:5pt">'
    )
    gathering = typeset(image, css, assets=(svg,))
    (figure,) = by_source(gathering)[4]
    assert (figure.kind, figure.bounds) == ("/Figure", (15.0, 70.0, 45.0, 90.0))


def test_the_engine_is_the_one_that_the_wrapper_knows(
    engine: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When this fails, WeasyPrint has changed: read its pdf/tags.py again before touching the list in pinned.py."""
    theirs, ours = engine("weasyprint.pdf.tags"), engine("tirage.typeset.tags")
    build = inspect.unwrap(theirs._build_box_tree)
    assert engine("weasyprint").__version__ == "70.0"
    assert inspect.isgeneratorfunction(build)
    calls = inspect.getsource(build).count("_build_box_tree(")
    assert calls == 5, "the definition, and four calls of itself through its global name"
    assert "_build_box_tree(" in inspect.getsource(theirs.add_tags)

    monkeypatch.setattr(theirs, "_build_box_tree", lambda box, parent: iter(()))
    with pytest.raises(TypesetError, match="structure tree"):
        ours.install()


def test_the_wrapper_is_put_on_once(
    engine: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs, ours = engine("weasyprint.pdf.tags"), engine("tirage.typeset.tags")
    monkeypatch.setattr(theirs, "_build_box_tree", inspect.unwrap(theirs._build_box_tree))
    ours.install()
    wrapped = theirs._build_box_tree
    ours.install()
    assert theirs._build_box_tree is wrapped
    assert wrapped is not inspect.unwrap(wrapped)
