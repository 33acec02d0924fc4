"""The text of an article: nothing is lost in silence, and nothing hangs."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.read.helpers import (
    REFERENCES,
    SVG,
    article_of,
    blocks_of,
    inlines,
    read,
    show,
    tell,
    write,
)
from tirage.findings import Severity
from tirage.model.matter import (
    Cell,
    Code,
    Definitions,
    Equation,
    Figure,
    Foreign,
    Heading,
    Image,
    Link,
    List,
    Matter,
    Note,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
    walk,
)
from tirage.model.references import Reference
from tirage.read.remarks import Remarks
from tirage.read.source import Shelf
from tirage.read.text.body import read_body
from tirage.read.text.manuscript import Manuscript

WORKS = tuple(Reference(key, f"ref-{i}", "ru") for i, key in enumerate(("knuth", "gost"), 1))

MARKS = [
    "\n", "\n", "\n\n", "\n\n", " ", " ", " ", "*", "**", "_", "`", "```\n", "[", "]", "(", ")", "{", "}", "[1]",
    "[@knuth]", "[@", "@tbl:a", "@sec:b", "[^n]", "\n\n[^n]: ", "[^m]:", "$", "$$", "\n$$\n", "(eq:a)", "<b>", "</b>",
    "<sub>", "</sub>", "<span lang=en>", "</span>", "<div>", "</div>", "<!--", "-->", "<table>", "</table>", "<tr>",
    "<td>", "</td>", "</tr>", "\n<table>", "</table>\n", "![", "](m.svg)", '{#fig:a alt="x"}', "](https://e.org)",
    "{lang=en}", "{.sc}", "|", "|", "\n|---|---|\n", "\n| a | b |\n|---|---|\n| ", "{colspan=2}", ": ", "\n: ",
    "{#tbl:a}", '{csv="d.csv"}', "\n## ", "{#sec:b}", "\n> ", "\n- ", "\n1. ", "    ", "\t", "\\", "&amp;", "&", "<",
    "https://e.org", "---", "\n---\n", "===", "~", "^", "!", "#", ";", ",", ".", " с. 5", "-", "<script>", "</script>",
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("journal").resolve()
    write(folder / "i/a", {"m.svg": SVG, "d.csv": "q,w\ne,r\n"})
    return folder


def read_text(folder: Path, text: str) -> tuple[Matter, Remarks]:
    remarks = Remarks("i/a/article.md")
    manuscript = Manuscript(remarks, Shelf(folder, "i"), "i/a", tuple(text.split("\n")), WORKS)
    return read_body(folder / "i/a/article.md", 1, manuscript), remarks


def all_words(matter: Matter) -> str:
    found = []
    for node in walk(matter):
        for name in ("text", "latex", "url", "alt", "source", "locator", "title"):
            found.append(str(getattr(node, name, "")))
    return " ".join(found)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=300
)
@given(st.lists(st.sampled_from([""] * 2 * len(MARKS) + MARKS), max_size=25))
def test_a_word_is_kept_or_something_is_said(folder: Path, marks: list[str]) -> None:
    """Marks in any order between words: every word is in the tree, or a finding says what is wrong."""
    text = "".join(f"слово{i}я{mark}" for i, mark in enumerate(marks))
    matter, remarks = read_text(folder, text)
    told = [f for f in remarks.findings if f.severity >= Severity.INFO and "facts" not in f.check]
    if not told:
        kept = all_words(matter)
        assert [word for word in re.findall(r"слово\d+я", text) if word not in kept] == []


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150
)
@given(st.text(alphabet="аб \n*_`[]()!<>{}|$@:^#=-\\&~\"'1.;/\t", max_size=120))
def test_no_text_is_too_strange(folder: Path, text: str) -> None:
    matter, _ = read_text(folder, text)
    assert show(matter.blocks) is not None


# --- lines -----------------------------------------------------------------------------------------------------


def test_every_block_knows_its_line(tmp_path: Path) -> None:
    text = """\
## Глава

Текст

- список

> цитата

Термин
: смысл

$$ x $$

| а |
|---|
| 1 |

![](m.svg)
"""
    blocks = blocks_of(tmp_path, text, {"2026-1/one/m.svg": SVG})
    kinds = [Heading, Paragraph, List, Quotation, Definitions, Equation, Table, Figure]
    assert [type(block) for block in blocks] == kinds
    assert [getattr(block, "line") - 9 for block in blocks] == [1, 3, 5, 7, 9, 12, 14, 18]  # noqa: B009


def test_places_are_those_of_the_file_with_windows_line_ends(tmp_path: Path) -> None:
    text = "Раз.\r\n\r\nДва [@x].\r\n"
    assert tell(read(tmp_path, text).findings) == ["FAIL content.reference/unknown-key 12:6"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("> цитата\n> и [@x]\n", "2:6"),
        ("- пункт\n  и [@x]\n", "2:6"),
        ("  отступ [@x]\n", "1:11"),
        ("Термин\n: и [@x]\n", "2:6"),
        ("*раз* **[@x]**\n", "1:10"),
        ("[ссылка](https://example.org) [@x]\n", "1:32"),
        ("| а | а |\n|---|---|\n| [1] | [@x] |\n\n: П\n", "3:10"),
        ("[^n]\n\n[^n]: раз\n\n    два [@x]\n", "5:10"),
        ("Слово[^n] \\* &amp; [@x]\n\n[^n]: раз\n", "1:21"),
    ],
)
def test_places_of_mistakes(tmp_path: Path, text: str, place: str) -> None:
    front = "lang: ru\ntype: editorial\ntitle: А\n" + REFERENCES
    found = tell(read(tmp_path, text, front).findings, lines_before=front.count("\n") + 2)
    assert found == [f"FAIL content.reference/unknown-key {place}"]


# --- trees -----------------------------------------------------------------------------------------------------


def test_nodes(tmp_path: Path) -> None:
    text = "[*a*]{lang=en} [б](https://example.org) `в`\n"
    (paragraph,) = blocks_of(tmp_path, text)
    assert isinstance(paragraph, Paragraph)
    assert paragraph.line == 10
    assert isinstance(paragraph.children[0], Foreign)
    assert paragraph.children[1:] == (
        Text(" "),
        Link("https://example.org", (Text("б"),)),
        Text(" "),
        Code("в"),
    )


def test_texts_side_by_side_are_one(tmp_path: Path) -> None:
    (paragraph,) = blocks_of(tmp_path, "a &amp; b\\*c\nd <u>e</u>\n")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.children == (Text("a & b*c d e"),)


def test_a_table(tmp_path: Path) -> None:
    text = '| а | б |\n|:-:|--:|\n| **1** | 2 |\n\n: П {#tbl:a source="И" widths="1, 3" sideways=true}\n'
    (table,) = blocks_of(tmp_path, text)
    assert table == Table(
        head=(
            (
                Cell((Text("а"),), "center", header="column"),
                Cell((Text("б"),), "right", header="column"),
            ),
        ),
        body=((Cell((Strong((Text("1"),)),), "center"), Cell((Text("2"),), "right")),),
        foot=(),
        caption=(Text("П"),),
        anchor="tbl-a",
        number=1,
        widths=(0.25, 0.75),
        source="И",
        sideways=True,
        line=10,
    )


@pytest.mark.parametrize(
    "widths", ["10 60 30", "10% 60% 30%", "10,60,30", "1 6 3", "16.5 16,5 67", "10; 60; 30"]
)
def test_shares_add_up_to_one(tmp_path: Path, widths: str) -> None:
    text = f'| а | б | в |\n|---|---|---|\n| 1 | 2 | 3 |\n\n: П {{widths="{widths}"}}\n'
    (table,) = blocks_of(tmp_path, text)
    assert isinstance(table, Table)
    assert sum(table.widths) == pytest.approx(1)
    assert len(table.widths) == 3


@pytest.mark.parametrize("widths", ["10 60", "a b c", "0 1 1", "-1 1 1", "1 1 1 1"])
def test_shares_that_do_not_fit(tmp_path: Path, widths: str) -> None:
    text = f'| а | б | в |\n|---|---|---|\n| 1 | 2 | 3 |\n\n: П {{widths="{widths}"}}\n'
    assert tell(read(tmp_path, text).findings) == ["FAIL content.attributes/wrong-value 14:5"]


def test_notes_stand_where_they_are_called(tmp_path: Path) -> None:
    blocks = blocks_of(tmp_path, "а[^x] б[^y]\n\n[^y]: В.\n\n[^x]: Г.\n")
    notes = [node for node in walk(blocks) if isinstance(node, Note)]
    assert [(note.number, show(note.blocks)) for note in notes] == [(1, "p: Г."), (2, "p: В.")]


def test_pictures_inside_footnotes_and_lists(tmp_path: Path) -> None:
    text = "- а\n\n  ![Б](m.svg){#fig:b}\n"
    blocks = blocks_of(tmp_path, text, {"2026-1/one/m.svg": SVG})
    assert [node.kind for node in walk(blocks) if isinstance(node, Image)] == ["svg"]


def test_an_empty_article_is_read(tmp_path: Path) -> None:
    for i, text in enumerate(("", "\n\n", "   \n")):
        reading = read(tmp_path / str(i), text)
        assert tell(reading.findings)[0].startswith("WARN content.empty/body")
        assert article_of(reading).body.blocks == ()


# --- time ------------------------------------------------------------------------------------------------------


def quickly(folder: Path, text: str, seconds: float = 60) -> tuple[Matter, Remarks]:
    """The bound is a hundred times what it takes: it catches time that grows with the square, not a slow machine."""
    start = time.perf_counter()
    result = read_text(folder, text)
    assert time.perf_counter() - start < seconds
    return result


def test_a_table_of_2000_rows(folder: Path) -> None:
    row = "| 1 | Қазақстан Республикасы | 1 367 638 | 80 787 | 256 336 |\n"
    text = "| a | b | c | d | e |\n|--|--|--|--|--|\n" + row * 2000 + "\n: П\n"
    matter, remarks = quickly(folder, text)
    (table,) = matter.blocks
    assert isinstance(table, Table)
    assert (len(table.body), remarks.findings) == (2000, [])


def test_a_paragraph_of_20000_words(folder: Path) -> None:
    matter, _ = quickly(folder, "сөз " * 20_000)
    (paragraph,) = matter.blocks
    assert isinstance(paragraph, Paragraph)
    assert len(inlines(paragraph.children).split()) == 20_000


@pytest.mark.parametrize(
    "piece",
    [
        "[", "![", "[a](", "*a_ ", "<", "<a ", ">", "- ", "&", "<!--", "$a ", "{", "]{", "{#a ", "@a:", "`", "\\",
        "[^a", "[^a] ", ": a\n", "a\n: b\n", "<b>", "<sub>x", "|", "<table>", "<table>\n", "<script>\n", "* a\n",
        "## a\n\n", "```\n", "> a\n", "[1] ", "**a *b ", "a  \n", "[@x] ", "@tbl:x ", "<td>", "{a=b} ", "$$", "[a\n",
    ],
)  # fmt: skip
def test_repeated_marks_do_not_hang(folder: Path, piece: str) -> None:
    quickly(folder, piece * 5000)


def test_too_many_brackets_are_refused(folder: Path) -> None:
    _, remarks = quickly(folder, "Текст.\n\n" + "[" * 100_000)
    assert tell(remarks.findings, "i/a/article.md") == ["FAIL content.markdown/too-many-brackets 3"]


def test_depth_is_bounded(folder: Path) -> None:
    for text in (
        ">" * 3000 + " a",
        "- " * 3000 + "a",
        "<b>" * 3000 + "a",
        "*a " * 1500 + "a*" * 1500,
    ):
        _, remarks = quickly(folder, text)
        assert {f.id for f in remarks.findings} <= {
            "content.markdown/too-deep",
            "content.html/unclosed",
        }
        assert "content.markdown/too-deep" in {f.id for f in remarks.findings}


def test_many_footnotes(folder: Path) -> None:
    calls = "".join(f"а[^{i}] " for i in range(1500))
    matter, _ = quickly(folder, calls + "\n\n" + "".join(f"[^{i}]: б\n\n" for i in range(1500)))
    assert sum(isinstance(node, Note) for node in walk(matter)) == 1500
