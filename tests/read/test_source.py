"""Files as text and bytes; nothing outside the issue's folder is opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.read.helpers import SVG, article_of, blocks_of, only, read, tell, write, write_journal
from tirage.model.matter import Paragraph, Text
from tirage.read.issue import read_issue
from tirage.read.remarks import Remarks
from tirage.read.source import Shelf, position, read_bytes, read_text


def read_file(folder: Path, data: bytes) -> tuple[str | None, list[str]]:
    path = folder / "a.txt"
    path.write_bytes(data)
    remarks = Remarks("a.txt")
    return read_text(path, remarks), tell(remarks.findings, "a.txt")


def test_a_byte_order_mark_is_taken_off(tmp_path: Path) -> None:
    assert read_file(tmp_path, b"\xef\xbb\xbfabc") == ("abc", [])


def test_line_ends_become_one_kind(tmp_path: Path) -> None:
    assert read_file(tmp_path, b"a\r\nb\rc\n") == ("a\nb\nc\n", [])


def test_letters_are_not_composed(tmp_path: Path) -> None:
    decomposed = "и\u0306"
    assert read_file(tmp_path, decomposed.encode()) == (decomposed, [])


def test_windows_1251_is_told_with_byte_line_and_column(tmp_path: Path) -> None:
    remarks = Remarks("a.txt")
    path = tmp_path / "a.txt"
    path.write_bytes("Первая\nВторая".encode() + "ә ж".encode() + "язык".encode("cp1251"))
    assert read_text(path, remarks) is None
    finding = only(remarks.findings, "content.encoding/not-utf8")
    assert (finding.place.line, finding.place.column) == (2, 10)
    assert "byte 31 " in finding.message
    assert "Windows-1251" in finding.message
    assert "UTF-8" in finding.advice


def test_utf_16_is_recognised(tmp_path: Path) -> None:
    remarks = Remarks("a.txt")
    (tmp_path / "a.txt").write_bytes("слово".encode("utf-16"))
    assert read_text(tmp_path / "a.txt", remarks) is None
    assert "UTF-16" in only(remarks.findings, "content.encoding/not-utf8").message


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x0c", "\x1f", "\x7f", "\ufffe", "\uffff"])
def test_characters_that_xml_cannot_hold(tmp_path: Path, sign: str) -> None:
    text, told = read_file(tmp_path, f"раз\nдва{sign}".encode())
    assert text is None
    assert told == ["FAIL content.encoding/control-character 2:4"]


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    remarks = Remarks("a.txt")
    assert read_bytes(path, remarks, 2) is None
    assert tell(remarks.findings, "a.txt") == ["FAIL content.file/too-large"]
    assert read_bytes(path, remarks, 3) == b"abc"


def test_a_file_that_vanishes(tmp_path: Path) -> None:
    remarks = Remarks("a.txt")
    assert read_bytes(tmp_path / "a.txt", remarks, 10) is None
    assert tell(remarks.findings, "a.txt") == ["FAIL content.file/unreadable"]


def test_positions() -> None:
    assert position("ab\ncd", 0) == (1, 1)
    assert position("ab\ncd", 4) == (2, 2)


# --- where files may lie ---------------------------------------------------------------------------------------


def test_a_link_out_of_the_issue_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"secret.svg": SVG})
    folder = write_journal(tmp_path / "j", '![А](map.svg){alt="a"}\n')
    (folder / "one" / "map.svg").symlink_to(tmp_path / "secret.svg")
    assert tell(read_issue(folder).findings) == ["FAIL content.file/outside 10:1"]


def test_a_folder_that_is_a_link_out_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere", {"map.svg": SVG})
    folder = write_journal(tmp_path / "j", '![А](pictures/map.svg){alt="a"}\n')
    (folder / "one" / "pictures").symlink_to(tmp_path / "elsewhere")
    assert tell(read_issue(folder).findings) == ["FAIL content.file/outside 10:1"]


def test_an_article_that_is_a_link_out_is_not_followed(tmp_path: Path) -> None:
    folder = write_journal(tmp_path / "j")
    (folder / "one").rename(tmp_path / "one")
    (folder / "one").symlink_to(tmp_path / "one")
    assert tell(read_issue(folder).findings) == ["FAIL content.file/outside issue.yaml:5:12"]


def test_a_journal_that_is_a_link_out_is_not_followed(tmp_path: Path) -> None:
    folder = write_journal(tmp_path / "j")
    (tmp_path / "j" / "journal.yaml").rename(tmp_path / "journal.yaml")
    (tmp_path / "j" / "journal.yaml").symlink_to(tmp_path / "journal.yaml")
    assert tell(read_issue(folder).findings) == ["FAIL content.file/outside journal.yaml"]


def test_links_inside_the_issue_are_followed(tmp_path: Path) -> None:
    folder = write_journal(tmp_path, '![А](map.svg){alt="a"}\n', files={"2026-1/all.svg": SVG})
    (folder / "one" / "map.svg").symlink_to(folder / "all.svg")
    assert read_issue(folder).findings == ()


def test_links_in_a_circle(tmp_path: Path) -> None:
    folder = write_journal(tmp_path, '![А](map.svg){alt="a"}\n')
    (folder / "one" / "map.svg").symlink_to(folder / "one" / "map.svg")
    (finding,) = read_issue(folder).findings
    assert finding.id in ("content.file/outside", "content.file/missing")


def test_the_issues_own_folder_may_be_a_link(tmp_path: Path) -> None:
    folder = write_journal(tmp_path / "j")
    folder.rename(tmp_path / "disk")
    folder.symlink_to(tmp_path / "disk")
    assert article_of(read_issue(folder)).name == "one"


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    folder = write_journal(tmp_path, '![А](map.svg){alt="a"}\n')
    os.mkfifo(folder / "one" / "map.svg")
    assert tell(read_issue(folder).findings) == ["FAIL content.file/not-a-file 10:1"]


def test_a_near_name_is_proposed(tmp_path: Path) -> None:
    reading = read(tmp_path, '![А](mpa.svg){alt="a"}\n', files={"2026-1/one/map.svg": SVG})
    assert "`map.svg`" in only(reading.findings, "content.file/missing").advice


def test_names_with_spaces_and_cyrillic_letters(tmp_path: Path) -> None:
    text = '![А](<карта мира.svg>){alt="a"}\n'
    (figure,) = blocks_of(tmp_path, text, {"2026-1/one/карта мира.svg": SVG})
    assert figure.line == 10


@pytest.mark.parametrize("name", ["a\0b", "../x", "/etc/passwd", "C:/x", "a\\b", "x/../../../y"])
def test_names_that_lead_out(tmp_path: Path, name: str) -> None:
    remarks = Remarks("f")
    assert Shelf(tmp_path.resolve(), "2026-1").find(name, remarks, "2026-1") is None
    assert [finding.id for finding in remarks.findings] == ["content.file/outside"]


def test_text_is_kept_to_the_letter(tmp_path: Path) -> None:
    (paragraph,) = blocks_of(tmp_path, "  «Д\u00a0и\u0306»\u2009— ½ 10 000\u00ad  \n")
    assert paragraph == Paragraph((Text("«Д\u00a0и\u0306»\u2009— ½ 10 000\u00ad"),), 10)


@pytest.mark.parametrize("name", ["x" * 500, "", " "])
def test_names_that_cannot_be(tmp_path: Path, name: str) -> None:
    remarks = Remarks("f")
    shelf = Shelf(tmp_path.resolve(), "2026-1")
    assert shelf.find(name, remarks, "2026-1") is None
    assert not shelf.is_folder(name, "2026-1")
    assert [finding.id for finding in remarks.findings] == ["content.file/missing"]
