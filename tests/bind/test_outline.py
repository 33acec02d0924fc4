from __future__ import annotations

from pathlib import Path
from typing import Any

from pypdf import PdfReader

from tests.bind.conftest import Bound
from tests.bind.helpers import make_article, make_issue
from tests.bind.readers import catalog
from tirage.bind.outline import Entry, issue_outline, offprint_outline
from tirage.model.issue import Issue, Section
from tirage.model.language import Localized
from tirage.model.press import Folios, Gathering, OutlineEntry, PieceKind


def gathering(
    piece: str, kind: PieceKind = "article", pages: int = 2, outline: tuple[OutlineEntry, ...] = ()
) -> Gathering:
    folios = Folios(1, pages)
    return Gathering(piece, kind, "kk", piece.title(), folios, Path(), "", (), outline, (), False)


def issue(*sections: tuple[str, tuple[str, ...]]) -> Issue:
    return make_issue(
        *(
            Section(
                Localized((("kk", title),)) if title else Localized(),
                tuple(make_article(name) for name in names),
            )
            for title, names in sections
        )
    )


def lines(entries: tuple[Entry, ...], depth: int = 0) -> list[str]:
    """The outline as text: title and page, indented."""
    found = []
    for entry in entries:
        found.append("  " * depth + f"{entry.title} {entry.page}")
        found += lines(entry.kids, depth + 1)
    return found


def test_prelims_and_sections_stand_at_the_top() -> None:
    gatherings = [
        gathering("cover", "cover"),
        gathering("contents", "contents"),
        gathering("blank-1", "blank", 1),
        gathering("a"),
        gathering("b"),
        gathering("c"),
        gathering("imprint", "imprint"),
    ]
    entries = issue_outline(gatherings, issue(("", ("a",)), ("Section", ("b", "c"))))
    assert lines(entries) == [
        "Cover 0",
        "Contents 2",
        "A 5",
        "Section 7",
        "  B 7",
        "  C 9",
        "Imprint 11",
    ]


def test_a_section_opens_at_its_own_page() -> None:
    gatherings = [
        gathering("section-1", "section", 1),
        gathering("blank-1", "blank", 1),
        gathering("a"),
    ]
    assert lines(issue_outline(gatherings, issue(("Section", ("a",))))) == ["Section 0", "  A 2"]


def test_headings_stand_under_their_article_by_level() -> None:
    heads = (
        OutlineEntry(1, "Title", 0, 700),
        OutlineEntry(2, "Method", 0, 500),
        OutlineEntry(4, "Deep", 1, 600),
        OutlineEntry(3, "Less deep", 1, 500),
        OutlineEntry(2, "Results", 1, 300),
    )
    article = gathering("a", outline=heads)
    below = ["Method 1", "  Deep 2", "  Less deep 2", "Results 2"]
    entries = issue_outline([gathering("cover", "cover", 1), article], issue(("", ("a",))))
    assert lines(entries) == ["Cover 0", "A 1", *(f"  {line}" for line in below)]
    assert lines(offprint_outline(article)) == [
        "Method 0",
        "  Deep 1",
        "  Less deep 1",
        "Results 1",
    ]


def test_headings_of_prelims_stay_out() -> None:
    contents = gathering("contents", "contents", outline=(OutlineEntry(2, "Mathematics", 0, 1),))
    assert lines(issue_outline([contents], issue())) == ["Contents 0"]


def read(path: Path) -> list[str]:
    """The outline that pypdf reads, with the labels of its pages."""
    reader = PdfReader(path)

    def entries(items: list[Any], depth: int) -> list[str]:
        found = []
        for item in items:
            if isinstance(item, list):
                found += entries(item, depth + 1)
            else:
                page = reader.get_destination_page_number(item)
                assert page is not None
                found.append("  " * depth + f"{item.title} {reader.page_labels[page]}")
        return found

    return entries(reader.outline, 0)


def test_readers_see_the_outline_of_the_issue(bound: Bound) -> None:
    found = read(bound.path("issue"))
    two = bound.gathering("two").folios.first
    assert found[:6] == [
        "Title of cover C1",
        "Title of board i",
        "Title of contents ii",
        "Title of editorial 5",
        "Бөлім 6",
        "  Title of one 6",
    ]
    assert found[6].startswith("    Method ")
    assert found[7].startswith("      Conclusion ")
    assert found[8:] == [
        f"  Title of two {two}",
        f"    References {two}",
        f"Title of imprint {two + 1}",
        "Title of back C2",
    ]


def test_sections_stand_open_and_articles_closed(bound: Bound) -> None:
    root = catalog(bound.path("issue"))
    counts = {}
    item = root["/Outlines"]["/First"]
    while item is not None:
        counts[item["/Title"]] = item.get("/Count", 0)
        item = item.get("/Next")
    assert counts["Бөлім"] == 2
    assert counts["Title of editorial"] == 0
    assert root["/PageMode"] == "/UseOutlines"


def test_an_offprint_has_its_headings_and_opens_at_its_first_page(bound: Bound) -> None:
    found = read(bound.path("one"))
    assert [line.split()[0] for line in found] == ["Method", "Conclusion"]
    reader = PdfReader(bound.path("one"))
    root: Any = reader.trailer["/Root"]
    assert "/PageMode" not in root
    assert root["/OpenAction"][0] == reader.pages[0].indirect_reference
    assert "/Outlines" not in catalog(bound.path("editorial"))
