"""Folios: which page carries which number."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.compose import samples
from tirage.compose.running_order import number, running_order
from tirage.model.issue import Section
from tirage.model.language import Localized
from tirage.model.press import Folios, Paging

LAYOUT = samples.layout()
PLACES = running_order(samples.issue(), LAYOUT)


def pages(first_page: int = 5, start: str = "any", **counts: int) -> Paging:
    known = {"cover": 2, "board": 2, "contents": 2, "back": 2} | counts
    return number(
        PLACES, lambda name: known.get(name, 1), first_page, samples.layout(article_start=start)
    )


def test_pieces_stand_in_binding_order() -> None:
    names = [place.name for place in PLACES]
    assert names == [
        "cover",
        "board",
        "contents",
        "editorial",
        "section-2",
        "one",
        "two",
        "imprint",
        "back",
    ]


def test_the_index_of_authors_stands_before_the_imprint_where_the_journal_wants_one() -> None:
    issue = samples.issue(journal=samples.journal(author_index=True))
    places = running_order(issue, LAYOUT)
    assert [place.name for place in places][-3:] == ["author-index", "imprint", "back"]
    paging = number(places, lambda name: 1, 5, LAYOUT)
    index, imprint = paging.of("author-index"), paging.of("imprint")
    assert index.first == paging.of("two").last + 1
    assert imprint.first % 2 == 0
    assert imprint.first - index.last in (1, 2)


def test_an_issue_without_authors_has_no_index_of_them() -> None:
    issue = samples.issue(
        journal=samples.journal(author_index=True),
        sections=(Section(Localized(), (samples.article(authors=()),)),),
    )
    assert "author-index" not in [place.name for place in running_order(issue, LAYOUT)]


def test_sections_open_with_a_line_when_the_layout_says_so() -> None:
    places = running_order(samples.issue(), samples.layout(section_openings="line"))
    assert "section-2" not in [place.name for place in places]


def test_a_section_without_a_title_has_no_opening() -> None:
    issue = samples.issue(sections=(Section(Localized(), (samples.article(),)),))
    assert [p.name for p in running_order(issue, LAYOUT)][3:4] == ["one"]


def test_prelims_that_fit_before_the_first_page_are_numbered_from_one() -> None:
    paging = pages(first_page=5)
    assert paging.of("board") == Folios(1, 2, "arabic")
    assert paging.of("contents") == Folios(3, 4, "arabic")
    assert paging.of("editorial") == Folios(5, 5)


def test_three_prelim_pages_before_page_five_get_a_blank_fourth() -> None:
    paging = pages(first_page=5, contents=1)
    assert paging.of("contents") == Folios(3, 3, "arabic")
    assert paging.of("blank-1") == Folios(4, 4, "arabic")


def test_contents_begin_on_a_right_page() -> None:
    paging = pages(first_page=5, board=1, contents=1)
    assert paging.of("blank-1") == Folios(2, 2, "arabic")
    assert paging.of("contents") == Folios(3, 3, "arabic")
    assert paging.of("editorial").first == 5


def test_prelims_that_do_not_fit_carry_roman_folios() -> None:
    paging = pages(first_page=1)
    assert paging.of("board") == Folios(1, 2, "roman")
    assert paging.of("editorial") == Folios(1, 1)


def test_an_even_first_page_falls_on_a_left_page() -> None:
    paging = pages(first_page=58)
    assert paging.of("blank-1") == Folios(5, 5, "roman")
    assert paging.of("editorial").first == 58


def test_articles_begin_on_right_pages_when_the_layout_says_so() -> None:
    paging = pages(start="right")
    assert all(paging.of(name).first % 2 for name in ("editorial", "section-2", "one", "two"))


def test_the_cover_has_no_folios() -> None:
    assert pages().of("cover").style == pages().of("back").style == "none"


counts = st.integers(1, 12)


@given(
    counts, counts, counts, counts, counts, st.integers(1, 400), st.sampled_from(["any", "right"])
)
def test_folios_tile_the_block_and_keep_their_sides(
    board: int, contents: int, one: int, two: int, column: int, first_page: int, start: str
) -> None:
    paging = pages(
        first_page, start, board=board, contents=contents, one=one, two=two, editorial=column
    )
    block = [folios for _, folios in paging.pieces if folios.style != "none"]
    numbered = [(f.style, n) for f in block for n in range(f.first, f.last + 1)]

    assert len(set(numbered)) == len(numbered), "no folio is printed twice"
    assert len(numbered) % 2 == 0, "the block is made of whole leaves"
    for position, (_, folio) in enumerate(numbered):
        assert folio % 2 != position % 2, "odd folios stand on the right"
    for before, after in pairwise(numbered):
        assert before[0] != after[0] or after[1] == before[1] + 1, "folios run without a gap"
    first = paging.of("editorial").first
    assert first == first_page or (start == "right" and first == first_page + 1)
