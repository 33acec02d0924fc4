"""The list of what tirage knows of the engine, against the engine that is installed."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import ModuleType

import pytest

from tirage.errors import TypesetError
from tirage.typeset.pinned import SIGNATURES, expect, name_arguments

HOMES = {
    "_build_box_tree": "weasyprint.pdf.tags",
    "_in_flow_layout": "weasyprint.layout.block",
    "_linebox_layout": "weasyprint.layout.block",
    "build_fonts_dictionary": "weasyprint.pdf",
    "draw_first_line": "weasyprint.draw.text",
    "get_pango_font_key": "weasyprint.pdf.stream",
    "make_page": "weasyprint.layout.page",
    "remake_page": "weasyprint.layout.page",
    "split_first_line": "weasyprint.layout.inline",
    "split_inline_box": "weasyprint.layout.inline",
    "split_text_box": "weasyprint.layout.inline",
    "table_layout": "weasyprint.layout.table",
    "text_align": "weasyprint.layout.inline",
}


METHODS = {"_update_footnote_area", "clean"}


@pytest.mark.parametrize("name", sorted({*SIGNATURES} - METHODS))
def test_the_engine_is_the_one_that_is_listed(
    engine: Callable[[str], ModuleType], name: str
) -> None:
    expect(engine(HOMES[name]), name, "does what it does")
    assert engine("weasyprint").__version__ == "70.0"


def test_every_listed_function_is_wrapped(engine: Callable[[str], ModuleType]) -> None:
    engine("tirage.typeset.engine")
    alone = [n for n, home in HOMES.items() if not hasattr(getattr(engine(home), n), "__wrapped__")]
    assert alone == []


def test_a_function_that_takes_something_else_is_refused() -> None:
    class Home:
        @staticmethod
        def make_page(context: object, root_box: object) -> None: ...

    with pytest.raises(
        TypesetError, match=r"makes pages in a way that tirage does not know.*requirements"
    ):
        expect(Home, "make_page", "makes pages")


def test_arguments_get_their_names() -> None:
    named = name_arguments("text_align", ("c", "l", 12.0, True))
    assert named == {"context": "c", "line": "l", "available_width": 12.0, "last": True}


def test_a_method_is_listed_with_its_own_name(engine: Callable[[str], ModuleType]) -> None:
    context = engine("weasyprint.layout").LayoutContext
    expect(context, "_update_footnote_area", "measures notes")
    assert [*inspect.signature(context._update_footnote_area).parameters] == ["self"]
    expect(engine("weasyprint.pdf.fonts").Font, "clean", "makes subsets of fonts")
