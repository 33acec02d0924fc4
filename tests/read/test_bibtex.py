"""BibTeX files, and TeX's spelling of letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.read.helpers import FRONT, article_of, read, tell
from tirage.model.references import Name, Reference
from tirage.read.remarks import Remarks
from tirage.read.works.bibcsl import convert, split_names
from tirage.read.works.bibtex import read_bibtex
from tirage.read.works.tex import decode


def reference_of(folder: Path, text: str) -> Reference:
    files = {"2026-1/one/r.bib": text}
    reading = read(folder, front=FRONT + "references: r.bib\n", files=files)
    assert reading.findings == ()
    (reference,) = article_of(reading).references
    return reference


def test_an_entry(tmp_path: Path) -> None:
    text = r"""
% a comment
@string{spe = "Software: " # "Practice"}
@preamble{"\newcommand"}
@Article{knuth:1981,
  author = {Knuth, D. E. and Michael F. Plass and {World Health Organization} and Ludwig van Beethoven
            and King, Jr., Martin Luther and others},
  title  = "Breaking {P}aragraphs --- {\"U}ber \'{e} {\TeX} 50\% a~b",
  journal = spe, year = 1981, month = nov, volume = {11}, number = 11,
  pages = {1119--1184}, doi = {10.1002/a_b}, url = {https://example.org/a\_b%20c~d--e}, langid = {english},
}
"""
    assert reference_of(tmp_path, text) == Reference(
        key="knuth:1981",
        anchor="ref-1",
        language="en",
        kind="article-journal",
        authors=(
            Name("Knuth", "D. E."),
            Name("Plass", "Michael F."),
            Name(literal="World Health Organization"),
            Name("van Beethoven", "Ludwig"),
            Name("King", "Martin Luther, Jr."),
            Name(literal="et al."),
        ),
        title="Breaking Paragraphs — Über é TeX 50% a\u00a0b",
        container="Software: Practice",
        year="1981",
        volume="11",
        issue="11",
        pages="1119–1184",
        doi="10.1002/a_b",
        url="https://example.org/a_b%20c~d--e",
    )


@pytest.mark.parametrize(
    ("kind", "csl", "genre"),
    [
        ("book", "book", ""),
        ("inproceedings", "paper-conference", ""),
        ("phdthesis", "thesis", "PhD thesis"),
        ("online", "webpage", ""),
        ("techreport", "report", ""),
    ],
)
def test_kinds(tmp_path: Path, kind: str, csl: str, genre: str) -> None:
    reference = reference_of(tmp_path, f"@{kind}{{a, title = {{Книга}}, number = 5}}\n")
    assert (reference.kind, reference.genre, reference.number) == (csl, genre, "5")
    assert reference.language == "ru"


def test_a_broken_entry_does_not_hide_the_next() -> None:
    remarks = Remarks("f")
    entries = read_bibtex("@book{a, title {Один}}\n@book{b, title = {Два}}\n@book{c\n", remarks)
    assert [entry.key for entry in entries] == ["b"]
    assert tell(remarks.findings, "f") == [
        "FAIL content.bibtex/broken 1:16",
        "FAIL content.bibtex/broken 4:1",
    ]


def test_places() -> None:
    (first, second) = read_bibtex("@book{a, title={А}}\n\n  @book{b, title={Б}}\n", Remarks())
    assert (first.at, second.at) == ((1, 1), (3, 3))


@given(st.text(max_size=80))
def test_no_text_is_too_strange(text: str) -> None:
    remarks = Remarks("f")
    for entry in read_bibtex(f"@book{{a, title = {text}", remarks):
        convert(entry, remarks)


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\'e \`a \^o \~n \"u \=a \.z", "é à ô ñ ü ā ż"),
        (r"\'{e} {\'e} \v{c} \v c \c{c} \H{o} \u{g} \r{a} \k{a}", "é é č č ç ő ğ å ą"),
        (r"\'{\i} \i \ss \o \L \ae \AA \O", "í ı ß ø Ł æ Å Ø".replace("ß ø", "ßø").replace("Ł æ", "Łæ")),
        (r"H\`an Th\'{\^e} Th\`anh", "Hàn Thế Thành"),
        (r"a--b---c ``q'' {BIG} \& \% \# \_ \$", "a–b—c “q” BIG & % # _ $"),
        (r"\emph{a} \textbf{b} {\it c} \LaTeX{}", "a b c LaTeX"),
        (r"$x^2$ a~b\,c\-d", "$x^2$ a\u00a0b\u2009cd"),
        ("Қазақ", "Қазақ"),
    ],
)  # fmt: skip
def test_decoding(tex: str, text: str) -> None:
    decoded, unknown = decode(tex)
    assert decoded.replace(" ", "") == text.replace(" ", "")
    assert unknown == ()


def test_unknown_commands_stay() -> None:
    assert decode(r"a \foo{b} c") == (r"a \foo b c", (r"\foo",))


@given(st.text(alphabet="abқ .,;:!?()[]/+*1234567890", max_size=40))
def test_plain_text_is_left_alone(text: str) -> None:
    assert decode(text) == (text, ())


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("A and B", ["A", "B"]),
        ("A\n  and  B", ["A", "B"]),
        ("{Black and White} and C", ["{Black and White}", "C"]),
        ("Anderson", ["Anderson"]),
        ("", []),
    ],
)
def test_splitting_names(raw: str, names: list[str]) -> None:
    assert split_names(raw) == names
